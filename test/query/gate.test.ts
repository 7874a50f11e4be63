import { expect, test } from 'vitest';
import { gist, shippedEngine, TODAY } from '../support/query-core.js';

const ask = (text: string) => shippedEngine.ask(text, { today: TODAY });

test.each([
  [
    'What is the budget of the wine institute?',
    { kind: 'not-held', word: 'budget', subject: { kind: 'pilot', id: 'wine-institute' } },
  ],
  [
    '葡萄酒学院的预算是多少',
    { kind: 'not-held', word: '预算', subject: { kind: 'pilot', id: 'wine-institute' } },
  ],
  ['Who is the mayor of Rome?', { kind: 'not-held', word: 'mayor', subject: { kind: 'city', id: 'rome' } }],
  ['How many people went to Nanjing?', { kind: 'not-held', word: 'people' }],
  [
    'How would I contact Luiss University?',
    { kind: 'not-held', word: 'contact', subject: { kind: 'organisation', id: 'luiss' } },
  ],
  ['怎样联系张裕酒庄', { kind: 'not-held', word: '联系', subject: { kind: 'organisation', id: 'changyu' } }],
  [
    'how can I contact Granada',
    { kind: 'not-held', word: 'contact', subject: { kind: 'city', id: 'granada' } },
  ],
  [
    'Who is responsible for the Nice Carnival in Haikou?',
    { kind: 'not-held', word: 'Who is responsible', subject: { kind: 'pilot', id: 'nice-carnival' } },
  ],
  [
    '葡萄酒学院这个试点由谁负责',
    { kind: 'not-held', word: '由谁负责', subject: { kind: 'pilot', id: 'wine-institute' } },
  ],
  ['missions to Berlin', { kind: 'unknown-name', word: 'Berlin', as: 'city' }],
  ['Is Fudan University a partner?', { kind: 'unknown-name', word: 'Fudan', as: 'organisation' }],
  ['昆山有什么试点', { kind: 'unknown-name', word: '昆山', as: 'city' }],
  ['How many inhabitants does Rome have?', { kind: 'unavailable', field: 'population', cities: ['rome'] }],
  ['烟台面积多大', { kind: 'unavailable', field: 'size', cities: ['yantai'] }],
  ['tell me a joke', { kind: 'off-topic' }],
])('what is not held is declined: %s', (text, reason) => {
  expect(ask(text)).toMatchObject({ outcome: 'decline', reason });
});

test.each([
  'What did the newspapers say about the trip to Liuzhou?',
  'Which visits took place before travelling became impossible?',
  'last three missions',
  'Which city was visited most often?',
  'pilots in 2019',
  'who runs the programme',
])('what is only half understood is not answered: %s', (text) => {
  const answer = ask(text);
  expect(answer.outcome).not.toBe('answer');
  expect('suggestions' in answer ? answer.suggestions.length : 0).toBeLessThanOrEqual(3);
});

test('the first way on is the reading itself', () => {
  const answer = ask('Which amazing missions went to Nanjing?');
  expect(answer).toMatchObject({ outcome: 'suggest', unexplained: ['amazing'] });
  expect('suggestions' in answer && answer.suggestions[0]).toMatchObject({
    query: { intent: 'missions' },
    items: ['2019-06-rome-granada-to-nanjing'],
  });
});

test.each(['missions in 2017', '2016年有互访吗', 'Which French companies take part?'])(
  'a question that is fully understood may have no record: %s',
  (text) => {
    expect(ask(text)).toMatchObject({ outcome: 'answer', items: [] });
  },
);

test('a record that a city belongs to through a group only is set apart', () => {
  expect(ask('Did Nice ever visit Yantai?')).toMatchObject({
    outcome: 'answer',
    items: [],
    optional: ['2018-11-eu-to-yantai-kunming'],
    holds: false,
  });
  expect(gist(ask('Did the European cities visit Yantai?'))).toMatch(/2018-11-eu-to-yantai-kunming/);
});

test.each(['', '   ', 'hello', 'Thanks a lot!', '你好', '👍', '???'])('%j gets help', (text) => {
  expect(ask(text)).toEqual({ outcome: 'help' });
});
