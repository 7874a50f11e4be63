import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createProgramme } from '../../src/programme/snapshot.js';
import { createQueryEngine } from '../../src/query/create-engine.js';
import { Query } from '../../src/query/query.js';
import { generatedDataset } from '../support/generated-programme.js';
import { gist, lexicon, shipped, shippedEngine, TODAY } from '../support/query-core.js';

const parts = [
  '罗马',
  'rome',
  ' ',
  '2019',
  '年',
  'missions',
  '?',
  '，',
  '__proto__',
  'constructor',
  '\ud83d',
  '没有',
  'not',
  'kunming',
  '去',
  'before',
  'the',
  '\u202e',
  '[抱拳]',
  'ü',
];

test('any text gets a sound answer', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(...parts), { maxLength: 40 }).map((words) => words.join('')),
  );
  fc.assert(
    fc.property(text, (question) => {
      const answer = shippedEngine.ask(question, { today: TODAY });
      if (answer.outcome === 'answer') Query.parse(answer.query);
      if (answer.outcome === 'suggest') expect(answer.suggestions.length).toBeGreaterThan(0);
      if ('suggestions' in answer) expect(answer.suggestions.length).toBeLessThanOrEqual(3);
    }),
    { numRuns: 3000 },
  );
});

test('a letter that was asked about before changes no word that begins with it', () => {
  const fresh = createQueryEngine(shipped, lexicon);
  for (const letter of ['w', 'n', '去']) fresh.ask(letter, { today: TODAY });
  expect(gist(fresh.ask('Who went to Nanjing?', { today: TODAY }))).toBe(
    gist(createQueryEngine(shipped, lexicon).ask('Who went to Nanjing?', { today: TODAY })),
  );
});

test('a megabyte is answered in no time', () => {
  const began = performance.now();
  for (const letter of ['a', '罗', ' ', '1', '去过'])
    shippedEngine.ask(letter.repeat(1_000_000 / letter.length), { today: TODAY });
  expect(performance.now() - began).toBeLessThan(2000);
});

test('the words of a query do not matter any more once it is understood', () => {
  const asked = shippedEngine.ask('Who went to Nanjing?', { today: TODAY });
  if (asked.outcome !== 'answer') throw new Error(asked.outcome);
  const again = shippedEngine.run(Query.parse(JSON.parse(JSON.stringify(asked.query))), TODAY);
  expect(gist(again)).toBe(gist(asked));
});

test('a command fixes what is asked for', () => {
  expect(gist(shippedEngine.ask('yantai', { today: TODAY, intent: 'pilots' }))).toMatch(
    /^pilots: summer-precision-agri/,
  );
  expect(gist(shippedEngine.ask('wine', { today: TODAY, intent: 'status' }))).toBe('status: wine-institute');
});

test.each([
  ['wine-institute', { kind: 'pilot', id: 'wine-institute', exact: true }],
  ['Sino-Italian Institute of Vine and Wine Science', { kind: 'pilot', id: 'wine-institute', exact: true }],
  ['葡萄酒学院', { kind: 'pilot', id: 'wine-institute', exact: true }],
  ['the blockchain pilot', { kind: 'pilot', id: 'granada-kunming-exchange', exact: false }],
  ['2019-10-haikou-to-nice', { kind: 'mission', id: '2019-10-haikou-to-nice', exact: true }],
  ['Setel', { kind: 'organisation', id: 'setel', exact: true }],
  ['罗马', { kind: 'city', id: 'rome', exact: true }],
])('%s names a record', (words, record) => {
  expect(shippedEngine.find(words)[0]).toEqual(record);
});

test.each([
  ['Who went to Nanjing?', 'en'],
  ['谁去过南京', 'zh'],
  ['2019年Q4有什么 missions', 'zh'],
  ['Which pilots does 昆明 take part in?', 'en'],
  ['liuzhou you shenme shidian', 'zh'],
  ['2019-06', undefined],
  ['👍', undefined],
  ['', undefined],
  ['wine-institute', undefined],
])('the language of %j is %s', (text, locale) => {
  expect(shippedEngine.languageOf(text)).toBe(locale);
});

test('how a question was read can be seen', () => {
  const explained = shippedEngine.explain('Which missions went to Grenada last autumn?', { today: TODAY });
  expect(explained.entities).toEqual([
    { text: 'Grenada', term: { kind: 'city', id: 'granada', role: 'host' }, repaired: true },
  ]);
  expect(explained.dates).toEqual([{ text: 'last autumn', range: { from: '2019-09-01', to: '2019-11-30' } }]);
  expect(explained.reason).toBe('every content word is explained');
});

test('another programme is understood alike', () => {
  const programme = createProgramme(generatedDataset({ missions: 200 }));
  const engine = createQueryEngine(programme, lexicon);
  const mission = [...programme.missions.values()].find(({ mode }) => mode === 'in-person');
  const [host, traveller] = [mission?.hosts[0], mission?.travellers[0]].map((id) =>
    programme.cities.get(id ?? ''),
  );
  for (const text of [
    `When did ${traveller?.name.en} visit ${host?.name.en}?`,
    `${traveller?.name.zh}去过${host?.name.zh}吗？`,
  ]) {
    const answer = engine.ask(text, { today: '2020-01-01' });
    expect(answer).toMatchObject({ outcome: 'answer', query: { intent: 'missions' } });
    expect('items' in answer && answer.items).toContain(mission?.id);
  }
  expect(gist(engine.ask('missions of Rome', { today: TODAY }))).toBe('decline unknown-name');
  expect(gist(shippedEngine.with(programme).ask('missions of Rome', { today: TODAY }))).toBe(
    'decline unknown-name',
  );
  expect(gist(engine.with(shipped).ask('Who went to Nanjing?', { today: TODAY }))).toBe(
    'missions: 2019-06-rome-granada-to-nanjing',
  );
});
