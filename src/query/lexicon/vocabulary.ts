import { phraseKeys } from '../text/atoms.js';
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

/** The words of both languages, ready to be matched. Depends on no programme. */
export interface Vocabulary {
  trie: Trie<WordSense>;
  /** Every phrase once, by language, for spelling and pinyin. */
  phrases: Readonly<{ en: ReadonlySet<string>; zh: ReadonlySet<string> }>;
  /** Chinese phrases that say what a question is about. */
  content: ReadonlySet<string>;
}

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

export function buildVocabulary(lexicon: Lexicon): Vocabulary {
  const trie = new Trie<WordSense>();
  const phrases = { en: new Set<string>(), zh: new Set<string>() };
  const content = new Set<string>();
  for (const locale of ['en', 'zh'] as const) {
    for (const [phrase, sense] of phrasesOf(lexicon[locale])) {
      const text = normalisedText(phrase);
      phrases[locale].add(text);
      if (locale === 'zh' && CONTENT_CLASSES.has(sense.class)) content.add(text);
      trie.add(phraseKeys(text), sense);
    }
  }
  return { trie, phrases, content };
}
