import type { Day } from '../programme/partial-date.js';
import type { Answer } from '../query/answer.js';
import type { QueryEngine } from '../query/engine.js';
import type { Intent, Query } from '../query/query.js';

/** A question in words, with the intent of the command it was typed after. */
export interface Question {
  /** All that was typed, the command's word included. */
  text: string;
  command?: { intent: Intent; rest: string };
}

/**
 * Answers a question in words. What begins with a command's word is often a free question ("next mission of …?", "status
 * of …"), so the whole text is read first, and the rest under the command's intent when that is not understood.
 */
export function answerQuestion(
  engine: QueryEngine,
  { text, command }: Question,
  circumstances: { today: Day; previous?: Query },
): Answer {
  const free = engine.ask(text, circumstances);
  if (command === undefined || free.outcome === 'answer') return free;
  const forced = engine.ask(command.rest, { ...circumstances, intent: command.intent });
  return forced.outcome === 'answer' ? forced : free;
}
