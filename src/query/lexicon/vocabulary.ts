import { normalisedText } from '../text/normalise.js';
import { beginsAsWritten, shelfOf, Trie } from '../text/trie.js';
import { CONTENT_CLASSES } from './content-class.js';
import { inflect } from './inflect.js';
import { type LanguageLexicon, type Lexicon, membersOf } from './lexicon.js';
import { type RelativeUnit, WORD_CLASSES, type WordClass, type WordSense } from './word-class.js';

/** A phrase as the lexicon has it. */
interface Listed {
  phrase: string;
  sense: WordSense;
  as: 'plain' | 'noun' | 'verb';
}

const isLatin = (phrase: string) => phrase.charCodeAt(0) >= 0x61 && phrase.charCodeAt(0) <= 0x7a;

/** Everything that the lexicon of a language lists. Read at every start, so into one array, without generators. */
function listed({ words, time }: LanguageLexicon): readonly Listed[] {
  const all: Listed[] = [];
  const add = (families: readonly string[], sense: WordSense, inflected: Listed['as']) => {
    for (const family of families)
      for (const phrase of membersOf(family))
        all.push({ phrase, sense, as: isLatin(phrase) ? inflected : 'plain' });
  };
  for (const [name, families] of Object.entries(words)) {
    const wordClass = name as WordClass; // the schema admits no other key
    add(families, { class: wordClass }, WORD_CLASSES[wordClass]);
  }
  const numbered = {
    'month-name': time.months,
    season: time.seasons,
    weekday: time.weekdays,
    ordinal: time.ordinals,
    cardinal: time.cardinals,
    half: time.halves,
  };
  for (const [name, families] of Object.entries(numbered))
    for (const [i, family] of families.entries())
      add([family], { class: name as keyof typeof numbered, value: i + 1 }, 'plain'); // its own key
  for (const [key, families] of Object.entries(time.relative)) {
    const [unit, offset] = key.split(' ') as [RelativeUnit, string]; // the schema checked the form
    add(families, { class: 'relative', unit, offset: Number(offset) }, 'plain');
  }
  return all;
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

type Forms = ReadonlyMap<string, readonly string[]>;

const formsIn = (table: Readonly<Record<string, string>>): Forms =>
  new Map(Object.entries(table).map(([base, forms]) => [base, membersOf(forms)]));

/** The words of one language, of which only those are inflected that begin as a word of some text does. */
class Words {
  readonly #lexicon: LanguageLexicon;
  readonly #irregular: { verb: Forms; noun: Forms };
  #byFirstLetter: ReadonlyMap<string, readonly Listed[]> | undefined;
  #phrases: ReadonlySet<string> | undefined;
  readonly trie = new Trie<WordSense>((shelf) => this.#formsOn(shelf));

  constructor(lexicon: LanguageLexicon) {
    this.#lexicon = lexicon;
    this.#irregular = { verb: formsIn(lexicon.irregular.verbs), noun: formsIn(lexicon.irregular.nouns) };
  }

  #formsOf({ phrase, as }: Listed): string[] {
    return as === 'plain' ? [phrase] : inflect(phrase, as, this.#irregular[as]);
  }

  /** Listed phrases by the first letter of their shelf. */
  #index(): ReadonlyMap<string, readonly Listed[]> {
    const index = new Map<string, Listed[]>();
    for (const word of listed(this.#lexicon)) {
      const { phrase } = word;
      const begin = beginsAsWritten(phrase) ? phrase : shelfOf(normalisedText(phrase));
      push(index, begin.charAt(0), word);
    }
    return index;
  }

  /** Listed phrases of which a form may be on a shelf: "go" and "went" do not begin alike, nor do 一月 and its number. */
  *#listedOn(shelf: string): Generator<Listed> {
    this.#byFirstLetter ??= this.#index();
    for (const word of this.#byFirstLetter.get(shelf.charAt(0)) ?? [])
      if (word.phrase.startsWith(shelf) || !beginsAsWritten(word.phrase)) yield word;
    for (const as of ['verb', 'noun'] as const) {
      for (const [base, forms] of this.#irregular[as]) {
        if (base.startsWith(shelf) || !forms.some((form) => form.startsWith(shelf))) continue;
        for (const word of this.#byFirstLetter.get(base.charAt(0)) ?? [])
          if (word.as === as && word.phrase.split(' ', 1)[0] === base) yield word;
      }
    }
  }

  *#formsOn(shelf: string): Generator<readonly [string, WordSense]> {
    for (const word of this.#listedOn(shelf))
      for (const text of this.#formsOf(word).map(normalisedText))
        if (shelfOf(text) === shelf) yield [text, word.sense];
  }

  /** Every form of every phrase. */
  get phrases(): ReadonlySet<string> {
    this.#phrases ??= new Set(
      listed(this.#lexicon).flatMap((word) => this.#formsOf(word).map(normalisedText)),
    );
    return this.#phrases;
  }

  /** Phrases that say what a question is about. */
  content(): ReadonlySet<string> {
    const content = listed(this.#lexicon).filter(({ sense }) => CONTENT_CLASSES.has(sense.class));
    return new Set(content.flatMap((word) => this.#formsOf(word).map(normalisedText)));
  }
}

/** The words of both languages. Depends on no programme. */
export interface Vocabulary {
  en: Words;
  zh: Words;
}

export function buildVocabulary(lexicon: Lexicon): Vocabulary {
  return { en: new Words(lexicon.en), zh: new Words(lexicon.zh) };
}
