import type { Answer, DeclineReason } from '../answer.js';
import type { Case } from './case.js';
import { phrasesOf } from './phrases.js';
import { suggestionsFor } from './suggestions.js';

type Suggests = Extract<Answer, { outcome: 'suggest' }>;

/** Says that it is not held here, and offers what is. */
export function decline({ reading, knowledge, today, remarks }: Case, reason: DeclineReason): Answer {
  const suggestions = suggestionsFor(reading, knowledge, today);
  return {
    outcome: 'decline',
    reason,
    suggestions,
    unexplained: phrasesOf(reading.unexplained),
    remarks,
  };
}

/** Asks back about the words that were not understood; nothing where there is no way to go on. */
export function askBack(
  { reading, knowledge, today, remarks }: Case,
  unexplained: readonly string[],
  more: Pick<Suggests, 'ranks'> = {},
): Suggests | undefined {
  const suggestions = suggestionsFor(reading, knowledge, today);
  return suggestions.length === 0
    ? undefined
    : { outcome: 'suggest', suggestions, unexplained, ...more, remarks };
}
