import { normalisedText } from '../text/normalise.js';
import { shelfOf, Trie } from '../text/trie.js';
import { inflect } from './inflect.js';
import { type LanguageLexicon, type Lexicon, membersOf } from './lexicon.js';
import {
  CONTENT_CLASSES,
  type RelativeUnit,
  WORD_CLASSES,
  type WordClass,
  type WordSense,
} from './word-class.js';

/** A phrase as the lexicon has it. */
interface Listed {
  phrase: string;
  sense: WordSense;
  as: 'plain' | 'noun' | 'verb';
}

function* listedWords({ words }: LanguageLexicon): Generator<Listed> {
  for (const [name, families] of Object.entries(words)) {
    const sense: WordSense = { class: name as WordClass }; // the schema admits no other key
    const as = WORD_CLASSES[sense.class as WordClass];
    for (const family of families) {
      for (const phrase of membersOf(family))
        yield { phrase, sense, as: /^[a-z]/.test(phrase) ? as : 'plain' };
    }
  }
}

function* listedTimes({ time }: LanguageLexicon): Generator<Listed> {
  const numbered = {
    'month-name': time.months,
    season: time.seasons,
    weekday: time.weekdays,
    ordinal: time.ordinals,
    cardinal: time.cardinals,
    half: time.halves,
  };
  for (const [name, families] of Object.entries(numbered)) {
    for (const [i, family] of families.entries()) {
      const sense = { class: name as keyof typeof numbered, value: i + 1 };
      for (const phrase of membersOf(family)) yield { phrase, sense, as: 'plain' };
    }
  }
  for (const [key, families] of Object.entries(time.relative)) {
    const [unit, offset] = key.split(' ') as [RelativeUnit, string]; // the schema checked the form
    const sense: WordSense = { class: 'relative', unit, offset: Number(offset) };
    for (const phrase of families.flatMap(membersOf)) yield { phrase, sense, as: 'plain' };
  }
}

type Forms = ReadonlyMap<string, readonly string[]>;

const formsIn = (table: Readonly<Record<string, string>>): Forms =>
  new Map(Object.entries(table).map(([base, forms]) => [base, membersOf(forms)]));

/** The words of one language. Phrases are shelved as they stand; a shelf is inflected when a text has a word that is like them. */
class Words {
  readonly #lexicon: LanguageLexicon;
  readonly #irregular: { verb: Forms; noun: Forms };
  #shelves: Map<string, Listed[]> | undefined;
  #phrases: ReadonlySet<string> | undefined;
  readonly trie = new Trie<WordSense>((prefix) => this.#formsWith(prefix));

  constructor(lexicon: LanguageLexicon) {
    this.#lexicon = lexicon;
    this.#irregular = { verb: formsIn(lexicon.irregular.verbs), noun: formsIn(lexicon.irregular.nouns) };
  }

  *#listed(): Generator<Listed> {
    yield* listedWords(this.#lexicon);
    yield* listedTimes(this.#lexicon);
  }

  #formsOf({ phrase, as }: Listed): string[] {
    return as === 'plain' ? [phrase] : inflect(phrase, as, this.#irregular[as]);
  }

  /** Where the forms of a phrase are shelved: all in one place, but for verbs such as "go" and "went". */
  #prefixesOf(listed: Listed): Iterable<string> {
    const text = normalisedText(listed.phrase);
    if (listed.as === 'plain') return [shelfOf(text)];
    const [head = ''] = text.split(' ');
    return this.#irregular[listed.as].has(head)
      ? new Set(this.#formsOf(listed).map(shelfOf))
      : [shelfOf(text)];
  }

  *#formsWith(prefix: string): Generator<readonly [string, WordSense]> {
    if (this.#shelves === undefined) {
      this.#shelves = new Map();
      for (const listed of this.#listed()) {
        for (const place of this.#prefixesOf(listed)) {
          const shelf = this.#shelves.get(place);
          if (shelf === undefined) this.#shelves.set(place, [listed]);
          else shelf.push(listed);
        }
      }
    }
    for (const listed of this.#shelves.get(prefix) ?? []) {
      for (const form of this.#formsOf(listed)) {
        const text = normalisedText(form);
        if (shelfOf(text) === prefix) yield [text, listed.sense];
      }
    }
  }

  /** Every form of every phrase. */
  get phrases(): ReadonlySet<string> {
    this.#phrases ??= new Set(
      [...this.#listed()].flatMap((listed) => this.#formsOf(listed).map(normalisedText)),
    );
    return this.#phrases;
  }

  /** Phrases that say what a question is about. */
  content(): ReadonlySet<string> {
    const content = [...this.#listed()].filter(({ sense }) => CONTENT_CLASSES.has(sense.class));
    return new Set(content.flatMap((listed) => this.#formsOf(listed).map(normalisedText)));
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
