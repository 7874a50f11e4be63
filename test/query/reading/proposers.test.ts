import { expect, test } from 'vitest';
import { gist, shippedEngine, TODAY } from '../../support/query-core.js';

const answerTo = (text: string) => shippedEngine.ask(text, { today: TODAY });
const proposer = { kind: 'proposer' };

test.each([
  ['Who suggested the carnival?', 'pilots: nice-carnival'],
  ['Did Nice come up with the carnival?', 'pilots: nice-carnival'],
  ['Did Rome propose the wine institute?', 'pilots: wine-institute'],
  ['Which pilots were suggested by labs?', 'pilots: research-platform'],
  ['What has Luiss put forward?', 'pilots: summer-smart-tourism'],
  ['狂欢节是谁提出的', 'pilots: nice-carnival'],
  ['尼斯提出了狂欢节吗', 'pilots: nice-carnival'],
  ['哪些试点是由实验室发起的', 'pilots: research-platform'],
])('who proposed a pilot is not held: %s', (text, expected) => {
  const answer = answerTo(text);
  expect(gist(answer)).toBe(expected);
  expect(answer).toMatchObject({ remarks: [proposer] });
  expect(answer).not.toHaveProperty('holds');
  expect(answer).toMatchObject({ query: { ask: expect.not.stringMatching('who|whether') } });
});

test('what was proposed by somebody may have been agreed since', () => {
  const any = 'query.clauses.0.any';
  const answer = answerTo('Which pilots were proposed by labs?');
  expect(answer).toHaveProperty(any, [{ kind: 'organisation-kind', is: 'lab' }]);
  expect(answer).toHaveProperty('query.clauses.length', 1);
});

test.each([
  'Is the carnival proposed?',
  'Are the pilots with Nanjing proposed?',
  'Which pilots are proposed?',
  'Who takes part in the carnival?',
  '哪些试点还在提议中',
  '狂欢节有哪些城市参与',
])('how a pilot stands and who is in it are: %s', (text) => {
  expect(answerTo(text)).toMatchObject({ outcome: 'answer', remarks: [] });
});

test('that missions have no proposer is said of no pilots', () => {
  expect(answerTo('Which missions did Rome propose?')).not.toMatchObject({ remarks: [proposer] });
});
