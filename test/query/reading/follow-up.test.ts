import { expect, test } from 'vitest';
import type { Answer } from '../../../src/query/answer.js';
import { conversation, gist, shippedEngine, TODAY } from '../../support/query-core.js';

test('a question takes what it misses from the one before, and says so', () => {
  const ask = conversation();
  expect(gist(ask('Who went to Nanjing?'))).toBe('missions: 2019-06-rome-granada-to-nanjing');
  expect(gist(ask('and to Kunming?'))).toBe('missions: 2018-11-eu-to-yantai-kunming');
  const when = ask('when was that?');
  expect(gist(when)).toBe('missions: 2018-11-eu-to-yantai-kunming');
  expect(when).toMatchObject({ query: { ask: 'when' }, remarks: [{ kind: 'carried', words: ['Kunming'] }] });
  expect(gist(ask('and in 2020?'))).toBe('missions:');
});

test('a city takes the part of the city that it replaces', () => {
  const ask = conversation();
  ask('去年秋天罗马去过哪些中国城市？');
  expect(gist(ask('那格拉纳达呢？'))).toBe('city: yantai liuzhou');
  expect(gist(ask('那2018年呢？'))).toBe('city:');
});

test('what it was about stays when something else is asked of it', () => {
  const ask = conversation();
  ask('What is the wine institute about?');
  expect(gist(ask('who is in it?'))).toBe('partners: tuscia yantai-univ setel changyu');
  expect(gist(ask('what is its status?'))).toBe('status: wine-institute');
  expect(gist(ask('and the research platform?'))).toBe('status: research-platform');
});

test('a question that stands by itself takes nothing', () => {
  const ask = conversation();
  ask('missions to Nanjing');
  expect(gist(ask('Which pilots does Haikou have?'))).toBe('pilots: nice-carnival granada-haikou-tourism');
  expect(gist(ask('thanks!'))).toBe('help');
});

test('what points back to nothing is not answered', () => {
  expect(gist(shippedEngine.ask('when was that?', { today: TODAY }))).toBe('suggest');
  expect(gist(shippedEngine.ask('what is its status?', { today: TODAY }))).toBe('suggest');
});

test('a question with its own days is whole', () => {
  for (const before of ['Rome', 'When did the Chinese cities visit Rome?', 'wine institute']) {
    const ask = conversation();
    ask(before);
    const answer = ask('What happened in April 2019?');
    expect(gist(answer)).toBe('missions: 2019-04-brussels-forum-rome-roundtable');
    expect(answer).toMatchObject({ remarks: [] });
  }
});

test('days after a city ask for its missions then', () => {
  const ask = conversation();
  ask('Rome');
  expect(gist(ask('and in May 2020?'))).toBe('missions: 2020-05-yantai-rome-exchange');
});

test('one city of a pair is replaced and the other stays', () => {
  const ask = conversation();
  ask('罗马去过柳州吗？');
  expect(gist(ask('格拉纳达呢？'))).toBe(
    'missions: 2019-06-rome-granada-to-liuzhou 2019-09-rome-granada-to-yantai-liuzhou',
  );
  expect(gist(ask('尼斯呢？'))).toBe('missions:');
});

test('a month is one of the years that were asked about', () => {
  const ask = conversation();
  ask('Did Rome visit Nanjing in September 2019?');
  expect(ask('and in June?')).toMatchObject({
    query: { dates: [{ from: '2019-06-01', to: '2019-06-30' }] },
    remarks: [{ kind: 'carried', words: ['Rome', 'Nanjing', '2019'] }],
  });
  expect(gist(ask('and Nice?'))).toBe('missions:');
  ask('2020年有哪些任务？');
  expect(ask('4月呢？')).toMatchObject({ query: { dates: [{ from: '2020-04-01', to: '2020-04-30' }] } });
});

test.each([
  ['葡萄酒学院进展怎么样了？', '合作方有哪些？', 'partners: tuscia yantai-univ setel changyu'],
  ['pilots with Granada', 'who are the partners?', 'partners: granada-univ kunming-univ liuzhou-univs'],
  ['Tell me about Sapienza', 'which pilots?', 'pilots: summer-bim-gis heritage-exchange'],
  ['海口的试点', '状态如何', 'status: nice-carnival granada-haikou-tourism'],
  ['pilots with Haikou', 'are they finished?', 'status: nice-carnival granada-haikou-tourism'],
  ['pilots with Rome', 'which of them are with Nanjing?', 'pilots: art-prizes'],
  ['partners in Rome', 'only companies', 'partners: setel alan-advantage italian-life-style'],
  ['罗马', '只看企业', 'partners: setel alan-advantage italian-life-style'],
  ['Yantai missions', 'the partners?', 'partners: yantai-univ changyu'],
])('after %j, %j is asked of what was shown', (before, question, expected) => {
  const ask = conversation();
  ask(before);
  expect(gist(ask(question))).toBe(expected);
});

test.each(['which partners are there?', 'list all partners', 'Who is Chen Jing?'])(
  'after a pilot, %j takes nothing from it',
  (question) => {
    const ask = conversation();
    ask('葡萄酒学院进展怎么样了？');
    expect(ask(question)).toMatchObject({ remarks: [] });
  },
);

test('a pilot named anew leaves the city behind', () => {
  const ask = conversation();
  ask('尼斯');
  expect(gist(ask('谢谢，葡萄酒学院呢'))).toBe('pilots: wine-institute');
});

test('other days after one mission are asked of its cities', () => {
  const ask = conversation();
  ask('2019-06-rome-granada-to-nanjing');
  expect(gist(ask('and in May 2020?'))).toBe('missions: 2020-05-yantai-rome-exchange');
});

test('the next one after the last is one to come', () => {
  const ask = conversation();
  ask('最近一次任务是什么时候？');
  expect(ask('下一次呢？')).toMatchObject({ items: [], query: { pick: 'next' } });
});

test('how many are asked for stays, until another number or one alone is asked for', () => {
  const ask = conversation();
  expect(ask('the last three missions of Rome')).toMatchObject({ query: { pick: 'last', count: 3 } });
  expect(ask('and of Granada?')).toMatchObject({ query: { pick: 'last', count: 3 } });
  expect(ask('and the first two?')).toMatchObject({ query: { pick: 'first', count: 2 } });
  const one = ask('and the first?');
  expect(one).toMatchObject({ query: { pick: 'first' } });
  expect(one).not.toHaveProperty('query.count');
});

test('another state or form takes the place of the one before', () => {
  const ask = conversation();
  ask('Which pilots are proposed?');
  expect(ask('and which are agreed?')).toMatchObject({ query: { intent: 'pilots' }, items: [] });
  expect(ask('and which are proposed?')).toMatchObject({
    query: { intent: 'pilots' },
    items: { length: 14 },
  });
  expect(ask('are they agreed?')).toMatchObject({ query: { intent: 'status' }, items: { length: 14 } });
  ask('missions in person');
  expect(ask('and virtual?')).toMatchObject({ query: { intent: 'missions' }, items: { length: 5 } });
  ask('全部试点');
  expect(ask('哪些已签约？')).toMatchObject({ query: { intent: 'pilots' }, items: [] });
});

test('pilots of a state are asked of all, also after one of them', () => {
  const ask = conversation();
  ask('wine institute');
  expect(ask('Which pilots are proposed?')).toMatchObject({ items: { length: 14 }, remarks: [] });
  ask('葡萄酒学院');
  expect(ask('哪些试点还在提议中？')).toMatchObject({ items: { length: 14 }, remarks: [] });
});

test('missions are asked of no pilot and no partner', () => {
  for (const before of ['葡萄酒学院', 'Tell me about Sapienza']) {
    const ask = conversation();
    ask(before);
    expect(ask('next mission')).toMatchObject({ query: { clauses: [], pick: 'next' }, remarks: [] });
  }
});

test.each([
  ['Which cities has Granada visited?', 'Who went on the last mission?'],
  ['Which cities has Granada visited?', 'When was the last mission?'],
  ['city Haikou', 'Who took part in the last mission?'],
  ['格拉纳达去过哪些中国城市？', '最近一次任务有谁参加？'],
  ['哪些城市接待过罗马？', '最后一次任务是什么时候？'],
])('a question that says all of the last mission takes nothing: %s %s', (before, question) => {
  const ask = conversation();
  ask(before);
  expect(gist(ask(question))).toBe(gist(shippedEngine.ask('last mission', { today: TODAY })));
});

test.each([
  ['city Haikou', 'and the last mission?'],
  ['海口', '任务有哪些？'],
])('the missions of a city may be asked for without it: %s %s', (before, question) => {
  const ask = conversation();
  ask(before);
  expect(gist(ask(question))).toContain('2019-10-haikou-to-nice');
});

test.each([
  ['Pilots of Yantai University', 'And the companies?', 'partners: setel changyu'],
  ['Setel', 'and universities?', 'partners: tuscia yantai-univ'],
  ['烟台大学的试点', '那企业呢？', 'partners: setel changyu'],
  ['张裕酒庄', '那大学呢？', 'partners: tuscia yantai-univ'],
])('partners of a kind after a partner are those that it works with: %s %s', (before, question, expected) => {
  const ask = conversation();
  ask(before);
  expect(gist(ask(question))).toBe(expected);
});

test('what a partner is itself is asked of it alone', () => {
  for (const question of ['Is it a company?', 'and is it a company?', '它是企业吗？']) {
    const ask = conversation();
    ask('Setel');
    expect(gist(ask(question))).toBe('partners: setel');
  }
});

/** The ids of an answer, those that belong through a group in brackets. */
function withGroups(answer: Answer): string {
  if (answer.outcome !== 'answer') return gist(answer);
  return `${answer.items.join(' ')} (${answer.optional.join(' ')})`;
}

test.each([
  ['Who went to Kunming?', 'Was Nice there?', ' (2018-11-eu-to-yantai-kunming)'],
  ['What was signed in Kunming?', 'Was Granada there?', ' (2018-11-eu-to-yantai-kunming)'],
  ['Who went to Nanjing?', 'was Granada there?', '2019-06-rome-granada-to-nanjing ()'],
  ['谁去过昆明', '尼斯也在吗', ' (2018-11-eu-to-yantai-kunming)'],
  ['在昆明签了什么', '格拉纳达在不在场', ' (2018-11-eu-to-yantai-kunming)'],
  ['谁去过南京', '罗马在吗', '2019-06-rome-granada-to-nanjing ()'],
  // Where one goes is another place.
  ['Who went to Nanjing?', 'Did anyone go to Kunming?', '2018-11-eu-to-yantai-kunming ()'],
])('after %j, %j is asked of the same place', (before, question, expected) => {
  const ask = conversation();
  ask(before);
  expect(withGroups(ask(question))).toBe(expected);
});

test('who was there takes the place of who else was asked about', () => {
  const ask = conversation();
  ask('Who went to Nanjing?');
  expect(withGroups(ask('Was Nice there?'))).toBe(' ()');
  expect(withGroups(ask('Was Rome there?'))).toBe('2019-06-rome-granada-to-nanjing ()');
});

test('who was with a city is told by its missions', () => {
  const ask = conversation();
  ask('Nanjing');
  expect(gist(ask('Was Granada there?'))).toBe('missions: 2019-06-rome-granada-to-nanjing');
});

test('a greeting asks for nobody', () => {
  const ask = conversation();
  ask('谁去过昆明');
  expect(gist(ask('在吗'))).toBe('help');
});

const withGranada = ['granada-kunming-exchange', 'granada-liuzhou-exchange', 'granada-haikou-tourism'];

test.each([
  ['list the pilots', 'how many of them are agreed?', []],
  ['status of all pilots', 'which of them are running?', []],
  ['status of all pilots', 'which of these are with Granada?', withGranada],
  ['all missions', 'which of them included webinars?', ['2019-04-brussels-forum-rome-roundtable']],
  ['list the partners', 'how many of them are in Granada?', ['granada-univ']],
  ['list the cities', 'which of them are in Spain?', ['granada']],
  ['全部试点的状态', '其中有进行中的吗？', []],
  ['全部试点的状态', '它们当中哪些有格拉纳达参与？', withGranada],
  ['全部城市', '其中哪些在西班牙？', ['granada']],
  ['全部伙伴', '这些当中有几家在格拉纳达？', ['granada-univ']],
])('after %j, which is all of a kind, %j is asked of that kind', (before, question, items) => {
  const ask = conversation();
  ask(before);
  expect(ask(question)).toMatchObject({ outcome: 'answer', items, remarks: [] });
});

test.each([
  ['list the cities', 'which of them hosted missions?'],
  ['全部城市', '其中哪些接待过任务？'],
])('cities are picked by their missions: %s %s', (before, question) => {
  const ask = conversation();
  ask(before);
  expect(ask(question)).toMatchObject({
    query: { intent: 'city', linked: { by: 'missions', role: 'host' } },
  });
});

test.each([
  ['pilots with Granada', 'which of them are on tourism?', ['granada-haikou-tourism'], 'Granada'],
  ['2019年的任务', '其中有几次是线上的？', [], '2019'],
])('of a list that is limited, its limits stay: %s %s', (before, question, items, carried) => {
  const ask = conversation();
  ask(before);
  expect(ask(question)).toMatchObject({ items, remarks: [{ kind: 'carried', words: [carried] }] });
});

test.each(['were they all online?', 'were all of them online?', 'Were the missions all online?'])(
  'that some of them were is no answer to %j',
  (question) => {
    const ask = conversation();
    ask('list the missions');
    expect(gist(ask(question))).toBe('suggest');
  },
);

test.each([
  ['missions in 2018', 'what came of them?', 2],
  ['2018年的任务', '有什么成果？', 2],
  ['all missions', 'what came of them?', 14],
  ['missions to Nanjing', 'what came of it?', 1],
  ['任务 南京', '成果呢？', 1],
  ['What came of the 2018 missions?', 'and in 2019?', 6],
])('what came of the missions that were shown: %s %s', (before, question, length) => {
  const ask = conversation();
  ask(before);
  expect(ask(question)).toMatchObject({
    query: { intent: 'missions', ask: 'outcomes' },
    items: { length },
  });
});

test('what came of a pilot is its status', () => {
  const ask = conversation();
  ask('wine institute');
  expect(gist(ask('what came of it?'))).toBe('status: wine-institute');
});

const signed = ['2018-11-eu-to-yantai-kunming', '2019-09-rome-granada-to-yantai-liuzhou'];

test.each([
  ['list the partners', 'Who signed the memoranda?'],
  ['which companies are there?', 'and who signed agreements?'],
  ['the cooperation themes', 'When were the MoUs signed?'],
  ['全部伙伴', '合作备忘录是谁签的？'],
  ['有哪些企业？', '谁签了协议？'],
  ['全部城市', '谁签署了备忘录？'],
])('after %j, %j is asked of the missions', (before, question) => {
  const ask = conversation();
  ask(before);
  expect(ask(question)).toMatchObject({ query: { intent: 'missions' }, items: signed, remarks: [] });
});

test('so it is of the city that was named, but not of a partner', () => {
  const ask = conversation();
  ask('partners in Kunming');
  expect(ask('Who signed the memoranda?')).toMatchObject({
    query: { intent: 'missions' },
    items: [signed[0]],
    remarks: [{ kind: 'carried', words: ['Kunming'] }],
  });
  ask('图西亚大学');
  expect(gist(ask('谁签署了备忘录？'))).toBe('suggest');
  ask('companies');
  expect(gist(ask('which of them signed memoranda?'))).toBe('suggest');
});

test('a time that was told before is meant by "that month"', () => {
  const ask = conversation();
  ask('missions in June 2019');
  const meant = ask('Where did Granada go that month?');
  expect(gist(meant)).toBe('missions: 2019-06-rome-granada-to-liuzhou 2019-06-rome-granada-to-nanjing');
  expect(meant).toMatchObject({ remarks: [{ kind: 'carried', words: ['2019-06'] }] });
  expect(gist(ask('那段时间罗马去了哪些城市'))).toBe('city: liuzhou nanjing');
});

test('"that month" is no month when none was told', () => {
  const ask = conversation();
  ask('missions to Nice');
  expect(gist(ask('Where did Granada go that month?'))).toBe('suggest');
  expect(gist(shippedEngine.ask('那一年罗马去了哪些城市', { today: TODAY }))).toBe('suggest');
});

test.each([
  ['missions in 2019', 'without Rome', 'missions in 2019 without Rome'],
  ['2019年的任务', '不含罗马的', '2019年不含罗马的任务'],
  ['missions of Rome', 'except Granada', 'missions of Rome without Granada'],
])('an exception by itself limits what was shown: %s, %s', (first, then, whole) => {
  const ask = conversation();
  ask(first);
  const limited = gist(ask(then));
  expect(limited).toBe(gist(shippedEngine.ask(whole, { today: TODAY })));
  expect(limited).toMatch(/^missions: ./);
});

test('a city that is left out of cities takes no mission with it', () => {
  const ask = conversation();
  ask('Which Chinese cities did Rome visit?');
  expect(gist(ask('without Liuzhou'))).toBe('city: yantai nanjing');
});

test.each([
  ['Is Kunming a partner city?', 'and Granada?', 'city: granada'],
  ['昆明是成员城市吗', '那尼斯呢', 'city: nice'],
])('another city takes the place of the one that was asked about: %s', (first, then, expected) => {
  const ask = conversation();
  ask(first);
  expect(gist(ask(then))).toBe(expected);
});

test('the kind of partner that was asked for limits no pilot', () => {
  const ask = conversation();
  ask('Who are the companies in the wine institute?');
  expect(gist(ask('and the carnival?'))).toBe('partners:');
  expect(gist(ask('what is its status?'))).toBe('status: nice-carnival');
});
