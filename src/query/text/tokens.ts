import type { NameSense } from '../lexicon/names.js';
import type { WordClass, WordSense } from '../lexicon/word-class.js';

/** A word or phrase of a text, with everything that it may mean. */
export interface Token {
  /** `unknown` has no meaning here; `joint`, `comma` and `stop` are signs. */
  kind: 'phrase' | 'number' | 'unknown' | 'joint' | 'comma' | 'stop';
  /** Normalised. */
  text: string;
  /** As it was typed. */
  typed: string;
  words: readonly WordSense[];
  names: readonly NameSense[];
  /** Code units of the normalised text. */
  from: number;
  to: number;
  /** The name or word that a misspelling was taken for. */
  meant?: string;
}

type ClassSet = ReadonlySet<string>;

// The senses of a phrase are one list in the lexicon, shared by all tokens, and asked about many times a question.
const classSets = new WeakMap<readonly WordSense[], ClassSet>();

function classesOf(words: readonly WordSense[]): ClassSet {
  let classes = classSets.get(words);
  if (classes === undefined) {
    classes = new Set(words.map((sense) => sense.class));
    classSets.set(words, classes);
  }
  return classes;
}

export function isA(token: Token | undefined, ...classes: readonly WordClass[]): boolean {
  if (token === undefined || token.words.length === 0) return false;
  const own = classesOf(token.words);
  for (const name of classes) if (own.has(name)) return true;
  return false;
}
