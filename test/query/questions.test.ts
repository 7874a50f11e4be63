import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shippedEngine, TODAY } from '../support/query-core.js';
import { type GoldQuestion, judge, type Verdict } from '../support/score.js';

const questions = readFileSync(new URL('questions.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): GoldQuestion => JSON.parse(line));

const verdicts = questions.map((question) => ({
  question,
  verdict: judge(question, shippedEngine.ask(question.text, { today: question.now ?? TODAY })),
}));

function share(of: Verdict[], lang?: 'en' | 'zh'): number {
  const asked = verdicts.filter(({ question }) => lang === undefined || question.lang === lang);
  return (100 * asked.filter(({ verdict }) => of.includes(verdict)).length) / asked.length;
}

test('each question is understood, but for those that are known not to be', () => {
  const changed = verdicts.filter(({ question, verdict }) => verdict !== (question.yet ?? 'exact'));
  expect(changed.map(({ question, verdict }) => `${question.id} ${question.text}: ${verdict}`)).toEqual([]);
});

test.each(['en', 'zh'] as const)('nearly all questions in %s are understood', (lang) => {
  expect(share(['exact'], lang)).toBeGreaterThanOrEqual(94);
  expect(share(['exact', 'suggested'], lang)).toBeGreaterThanOrEqual(96);
});

test('hardly any answer misleads', () => {
  expect(share(['misleading'])).toBeLessThanOrEqual(2);
});

test('a reply is in the language of its question', () => {
  const wrong = questions.filter(({ text, lang }) => shippedEngine.languageOf(text) !== lang);
  expect(wrong.map(({ text }) => text)).toEqual([]);
});

test('the part of the overview and the missing field that are asked for are told', () => {
  for (const { text, now = TODAY, expect: gold } of questions.filter(({ yet }) => yet === undefined)) {
    if (gold.facet === undefined && gold.unavailable === undefined) continue;
    const answer = shippedEngine.ask(text, { today: now });
    if (gold.facet !== undefined) expect(answer, text).toMatchObject({ facet: gold.facet });
    if (gold.unavailable !== undefined) {
      expect(answer).toMatchObject({
        outcome: 'decline',
        reason: { kind: 'unavailable', field: gold.unavailable },
      });
    }
  }
});
