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

/** Whether a token has a meaning of one of these classes. */
export function isA(token: Token | undefined, ...classes: readonly WordClass[]): boolean {
  if (token === undefined) return false;
  // Loops, since this is asked hundreds of times a question.
  for (const sense of token.words) for (const name of classes) if (sense.class === name) return true;
  return false;
}
