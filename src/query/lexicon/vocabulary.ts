import { normalisedText } from '../text/normalise.js';
import { Trie } from '../text/trie.js';
import { inflect } from './inflect.js';
import { type LanguageLexicon, type Lexicon, membersOf } from './lexicon.js';
import {
  CONTENT_CLASSES,
  type RelativeUnit,
  WORD_CLASSES,
  type WordClass,
  type WordSense,
} from './word-class.js';

function* phrasesOf(language: LanguageLexicon): Generator<[string, WordSense]> {
  const formsOf = (table: Readonly<Record<string, string>>) =>
    new Map(Object.entries(table).map(([base, forms]) => [base, membersOf(forms)]));
  const irregular = { verb: formsOf(language.irregular.verbs), noun: formsOf(language.irregular.nouns) };
  for (const [name, families] of Object.entries(language.words)) {
    const sense: WordSense = { class: name as WordClass }; // the schema admits no other key
    const as = WORD_CLASSES[sense.class as WordClass];
    for (const phrase of families.flatMap(membersOf)) {
      if (as === 'plain' || !/^[a-z]/.test(phrase)) yield [phrase, sense];
      else for (const form of inflect(phrase, as, irregular[as])) yield [form, sense];
    }
  }
  const { months, seasons, weekdays, ordinals, cardinals, halves, relative } = language.time;
  const numbered = {
    'month-name': months,
    season: seasons,
    weekday: weekdays,
    ordinal: ordinals,
    cardinal: cardinals,
    half: halves,
  };
  for (const [name, families] of Object.entries(numbered)) {
    for (const [i, family] of families.entries()) {
      for (const phrase of membersOf(family))
        yield [phrase, { class: name as keyof typeof numbered, value: i + 1 }];
    }
  }
  for (const [key, families] of Object.entries(relative)) {
    const [unit, offset] = key.split(' ') as [RelativeUnit, string]; // the schema checked the form
    for (const phrase of families.flatMap(membersOf))
      yield [phrase, { class: 'relative', unit, offset: Number(offset) }];
  }
}

/** The words of one language, read when a text first needs them. */
class Words {
  readonly #lexicon: LanguageLexicon;
  #trie: Trie<WordSense> | undefined;
  #phrases: ReadonlySet<string> | undefined;

  constructor(lexicon: LanguageLexicon) {
    this.#lexicon = lexicon;
  }

  get trie(): Trie<WordSense> {
    if (this.#trie === undefined) {
      this.#trie = new Trie<WordSense>();
      for (const [phrase, sense] of phrasesOf(this.#lexicon)) this.#trie.add(normalisedText(phrase), sense);
    }
    return this.#trie;
  }

  get phrases(): ReadonlySet<string> {
    this.#phrases ??= new Set([...phrasesOf(this.#lexicon)].map(([phrase]) => normalisedText(phrase)));
    return this.#phrases;
  }

  /** Phrases that say what a question is about. */
  content(): ReadonlySet<string> {
    const content = [...phrasesOf(this.#lexicon)].filter(([, sense]) => CONTENT_CLASSES.has(sense.class));
    return new Set(content.map(([phrase]) => normalisedText(phrase)));
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
