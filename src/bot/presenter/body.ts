import type { Block, Choice } from '../reply.js';

/** Something whose source is named at the end of the answer. */
export interface Shown {
  /** The record's key in the programme's history, such as `pilot:wine-institute`; none for what no change can concern. */
  key?: string;
  title: string;
  /** The id of the source document, absent for a record that was added since. */
  document?: string;
}

/** The middle of an answer: what it says, the ways on from there, and what it rests on. */
export interface Body {
  blocks: readonly Block[];
  choices: readonly Choice[];
  shown: readonly Shown[];
}
