import { LRUCache } from 'lru-cache';
import type { Answer } from '../query/answer.js';
import type { QueryEngine } from '../query/engine.js';
import type { Context } from './command.js';
import type { Reply } from './reply.js';

/** An answer in words; help has no reply yet, since it depends on who asks. */
export interface Told {
  answer: Answer;
  reply?: Reply;
}

/** What was asked: the command's name, all that was typed, and the rest after the command's word. */
export type AskedWords = readonly [command: string, text: string, rest: string];

const MOST = 1000;
/** In characters. Nobody types a long text twice, and it would take the room of many short ones. */
const LONGEST = 200;

/**
 * What the same words were answered before, to anybody: after a digest many people ask the same, and understanding and wording
 * take most of an answer's time. Both are pure: what they depend on is in the key, and a changed programme has another engine.
 */
export class AskedBefore {
  readonly #told = new WeakMap<QueryEngine, LRUCache<string, Told>>();

  /** What words were answered before, where that is still known. */
  told(context: Context, words: AskedWords): Told | undefined {
    return this.#told.get(context.engine)?.get(keyOf(context, words));
  }

  /** Keeps what words were answered for whoever asks the same next. Gives it back. */
  keep(context: Context, words: AskedWords, told: Told): Told {
    const [, text] = words;
    if (text.length > LONGEST) return told;
    const kept = this.#told.get(context.engine) ?? new LRUCache<string, Told>({ max: MOST });
    this.#told.set(context.engine, kept);
    kept.set(keyOf(context, words), told);
    return told;
  }
}

function keyOf({ today, timezone, language, previous }: Context, words: AskedWords): string {
  return JSON.stringify([words, today, timezone, language.locale, previous]);
}
