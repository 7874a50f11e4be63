import type { Answer } from '../query/answer.js';
import type { Platform } from './identity.js';

/** What is counted of the kernel's work. Counts only: never words, names or ids. */
export interface Meter {
  /** An inbound was answered: by which command, how it ended, and how long it took. */
  answered(
    about: { platform: Platform; command: string; result: 'replied' | 'refused' | 'failed' },
    seconds: number,
  ): void;
  /** The gate's decision on a question, and how many of its words stayed unexplained. */
  decided(outcome: Answer['outcome'], unexplained: number): void;
}

/** Counts nothing, for a bot that serves no `/metrics`. */
export const silentMeter: Meter = { answered: () => {}, decided: () => {} };
