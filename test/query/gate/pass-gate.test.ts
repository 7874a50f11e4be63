import { expect, test } from 'vitest';
import { conversation, gist, shippedEngine, TODAY } from '../../support/query-core.js';

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
  ['Was the trip to Yantai a success?', { kind: 'not-held', word: 'success' }],
  ['How old is Sapienza?', { kind: 'not-held', word: 'How old' }],
  ['Who led the Roman delegation?', { kind: 'not-held', word: 'led' }],
  [
    '葡萄酒学院这个试点由谁负责',
    { kind: 'not-held', word: '由谁负责', subject: { kind: 'pilot', id: 'wine-institute' } },
  ],
  [
    'How come Granada visited Liuzhou?',
    { kind: 'not-held', word: 'How come', asksWhy: true, subject: { kind: 'city', id: 'granada' } },
  ],
  ['格拉纳达为何去柳州', { kind: 'not-held', word: '为何', asksWhy: true }],
  ['missions to Berlin', { kind: 'unknown-name', word: 'Berlin', as: 'city' }],
  ['Is Fudan University a partner?', { kind: 'unknown-name', word: 'Fudan', as: 'organisation' }],
  ['昆山有什么试点', { kind: 'unknown-name', word: '昆山', as: 'city' }],
  ['How many inhabitants does Rome have?', { kind: 'unavailable', field: 'population', cities: ['rome'] }],
  ['烟台面积多大', { kind: 'unavailable', field: 'size', cities: ['yantai'] }],
  ['tell me a joke', { kind: 'off-topic' }],
])('what is not held is declined: %s', (text, reason) => {
  expect(ask(text)).toMatchObject({ outcome: 'decline', reason });
});

test.each(['What is the budget of the wine institute?', '柳州的市长是谁'])(
  'what is not held, and no reason: %s',
  (text) => {
    expect(ask(text)).not.toHaveProperty('reason.asksWhy');
  },
);

test.each([
  ['Who visited Kunming, and which pilots did that lead to?', 'missions', 'pilots'],
  ['missions and partners of Granada', 'missions', 'partners'],
  ['How far is the wine institute, what status, and which companies are in it?', 'status', 'partners'],
  ['谁来过柳州，现在有哪些试点', 'missions', 'pilots'],
  ['昆明有哪些试点和伙伴', 'pilots', 'partners'],
])('of two questions in one none is dropped: %s', (text, first, second) => {
  const answer = ask(text);
  expect(answer.outcome).toBe('suggest');
  const intents = 'suggestions' in answer ? answer.suggestions.map(({ query }) => query.intent) : [];
  expect(intents.slice(0, 2)).toEqual([first, second]);
});

test.each([
  'When did Rome go to Nanjing, and who went?',
  'Which universities and companies are in the wine institute?',
  'pilots with universities from Yantai',
  '罗马什么时候去的南京，和谁一起去的',
])('one question in two breaths is one: %s', (text) => {
  expect(ask(text).outcome).toBe('answer');
});

test.each([
  'What did the newspapers say about the trip to Liuzhou?',
  'Which visits took place before travelling became impossible?',
  'Does Granada have more missions than Nice?',
  'Which of the universities has more pilots?',
  'top 5 partners',
  'Who has two pilots?',
  '每个城市各有多少试点',
  '哪家公司的试点比较多',
  'the month after June 2019',
  '最早去中国的欧洲城市是哪个',
  'first two pilots',
  'Which delegations came to our town?',
  '有谁来过我们这里',
  'Who went there last year?',
  'the first two Chinese cities',
  'Which city was visited most often?',
  'pilots in 2019',
  'who runs the programme',
  'Which city hosted twice?',
  'Which meetings fell on a Wednesday?',
  'number of missions per country',
  'How many days did Haikou spend in Nice?',
  'Were all the meetings of 2020 online?',
  'Who besides Rome has pilots with Yantai?',
  'What took place in the first year?',
  'Does every Chinese city have a pilot?',
  'Which cities has only Rome visited?',
  'Which missions involved exactly two European cities?',
  'pilots with 3 universities',
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

test.each([
  'missions on 31 April 2019',
  '任务 2019年2月31日',
  'missions 2019-02-30',
  'Who met on 31/11/2019?',
])('a day that the calendar does not have is asked back: %s', (text) => {
  const answer = shippedEngine.ask(text, { today: TODAY });
  expect(answer.outcome).not.toBe('answer');
  expect('unexplained' in answer && answer.unexplained.join()).toMatch(/31|30/);
});

test('words that a reading has no use for are repeated in the order in which they were typed', () => {
  const said = conversation();
  said('missions');
  expect(said('what about it?')).toMatchObject({ outcome: 'suggest', unexplained: ['what about it'] });
});

test.each([
  ['Which partner has the most pilots?', true],
  ['Which cities have hosted most often?', true],
  ['哪个城市接待最多', true],
  ['哪座城市最活跃', true],
  // How often is no ranking.
  ['Do the cities meet regularly?', undefined],
  ['有没有成功的试点', undefined],
])('tells a ranking, which it has none of, from other words that it leaves out: %s', (text, ranks) => {
  const answer = ask(text);
  expect(answer.outcome === 'suggest' && answer.ranks).toBe(ranks);
});

test.each([
  ['What was the follow-up to the September 2018 mission?', 'missions: 2018-09-cn-to-rome-nice-granada'],
  ['2018年9月任务的后续是什么', 'missions: 2018-09-cn-to-rome-nice-granada'],
  ['Which follow-up missions were there in September 2018?', 'missions:'],
])('what followed a mission is told by its own record: %s', (text, expected) => {
  expect(gist(shippedEngine.ask(text, { today: TODAY }))).toBe(expected);
});

test.each([
  ['partners in Nanjing', 'partners:'],
  ['expected results', gist(shippedEngine.ask('all pilots', { today: TODAY }))],
  ['预期成果', gist(shippedEngine.ask('all pilots', { today: TODAY }))],
  ['南京那次之前的任务', 'suggest'],
  ['之前的任务有哪些', gist(shippedEngine.ask('all missions', { today: TODAY }))],
])('what is asked for is answered, and not something near it: %s', (text, expected) => {
  expect(gist(shippedEngine.ask(text, { today: TODAY }))).toBe(expected);
});
