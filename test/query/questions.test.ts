import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/query/answer.js';
import { shippedEngine, TODAY } from '../support/query-core.js';
import { type GoldQuestion, judge, type Verdict } from '../support/score.js';

function asked(file: string): GoldQuestion[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): GoldQuestion => JSON.parse(line));
}

/** Whether the part of the overview, or the missing field, that is asked for is told. */
function tellsWhatIsAsked({ expect: gold }: GoldQuestion, answer: Answer): boolean {
  if (gold.facet !== undefined) return answer.outcome === 'answer' && answer.facet === gold.facet;
  if (gold.unavailable === undefined) return true;
  return (
    answer.outcome === 'decline' &&
    answer.reason.kind === 'unavailable' &&
    answer.reason.field === gold.unavailable
  );
}

function verdictOf(question: GoldQuestion): Verdict {
  const answer = shippedEngine.ask(question.text, { today: question.now ?? TODAY });
  const verdict = judge(question, answer);
  return verdict === 'exact' && !tellsWhatIsAsked(question, answer) ? 'open' : verdict;
}

// The second file is by people who had not seen the core.
describe.each(['questions.jsonl', 'unseen-questions.jsonl'])('%s', (file) => {
  const questions = asked(file);

  test('each question is understood, but for those that are known not to be', () => {
    const changed = questions
      .map((question) => ({ question, verdict: verdictOf(question) }))
      .filter(({ question, verdict }) => verdict !== (question.yet ?? 'exact'));
    expect(changed.map(({ question, verdict }) => `${question.id} ${question.text}: ${verdict}`)).toEqual([]);
  });

  test('a reply is in the language of its question', () => {
    const worded = questions.filter(({ text }) => /\p{L}/u.test(text));
    const wrong = worded.filter(({ text, lang }) => shippedEngine.languageOf(text) !== lang);
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });
});

describe('of the questions that the core was written with', () => {
  const verdicts = asked('questions.jsonl').map((question) => ({ question, verdict: verdictOf(question) }));

  function share(of: Verdict[], lang?: 'en' | 'zh'): number {
    const some = verdicts.filter(({ question }) => lang === undefined || question.lang === lang);
    return (100 * some.filter(({ verdict }) => of.includes(verdict)).length) / some.length;
  }

  test.each(['en', 'zh'] as const)('nearly all in %s are understood', (lang) => {
    expect(share(['exact'], lang)).toBeGreaterThanOrEqual(96);
    expect(share(['exact', 'suggested'], lang)).toBeGreaterThanOrEqual(97);
  });

  test('hardly any is answered misleadingly', () => {
    expect(share(['misleading'])).toBeLessThanOrEqual(1);
  });
});
