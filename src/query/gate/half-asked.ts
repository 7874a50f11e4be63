import { isA } from '../text/tokens.js';
import type { Case, Rule, Verdict } from './case.js';
import { phrasesOf } from './phrases.js';
import { askBack, decline } from './ways-out.js';

/** "Who hosted twice?": known words that the reading leaves out, so that its answer would be to another question. */
export const wordsLeftOut: Rule<Case> = (one) => {
  const { unused } = one.reading.best ?? { unused: [] };
  if (unused.length === 0) return undefined;
  const words = phrasesOf(unused.toSorted((a, b) => a.from - b.from));
  const ranks = unused.some((token) => isA(token, 'most'));
  return {
    answer: askBack(one, words, ranks ? { ranks } : {}) ?? decline(one, { kind: 'off-topic' }),
    reason: 'holds words that the reading has no use for',
  };
};

/** "Oslo", "hello": words of which no question was made. */
export function nothingAsked(one: Case): Verdict {
  const answer = askBack(one, []);
  return answer === undefined
    ? { answer: { outcome: 'help' }, reason: 'asks for nothing' }
    : { answer, reason: 'does not say what it asks' };
}
