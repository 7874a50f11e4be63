import { expect, test } from 'vitest';
import type { Query } from '../../../src/query/query.js';
import { gist, shippedEngine, TODAY } from '../../support/query-core.js';

function queryOf(text: string): Query {
  const answer = shippedEngine.ask(text, { today: TODAY });
  if (answer.outcome !== 'answer') throw new Error(`${text}: ${JSON.stringify(answer)}`);
  return answer.query;
}

/** The cities, countries and groups of a question with their parts: "host rome, not granada". */
function parties({ clauses, linked }: Query): string {
  return [...clauses, ...(linked?.clauses ?? [])]
    .flatMap(({ any, negated }) =>
      any.flatMap((term) =>
        'role' in term
          ? [
              `${negated ? 'not ' : ''}${term.role === 'any' ? '' : `${term.role} `}${'id' in term ? term.id : term.code}`,
            ]
          : [],
      ),
    )
    .join(', ');
}

test.each([
  ['Who went to Nanjing?', 'host nanjing'],
  ['Which missions did Rome make to Yantai?', 'traveller rome, host yantai'],
  ['Did Rome visit Liuzhou?', 'traveller rome, host liuzhou'],
  ['Was Kunming visited by the French?', 'host kunming, traveller FR'],
  ['missions hosted by Yantai', 'host yantai'],
  ['Chinese delegations hosted by Italy', 'traveller CN, host IT'],
  ['delegation from Haikou to Nice', 'traveller haikou, host nice'],
  ['haikou to nice when', 'traveller haikou, host nice'],
  ['Whom did Nanjing receive?', 'host nanjing'],
  ['meetings between Yantai and Rome', 'yantai, rome'],
  ['missions without Rome', 'not rome'],
  ['all missions except those to Liuzhou', 'not host liuzhou'],
  ['Which missions did not go to Liuzhou?', 'not host liuzhou'],
  ['罗马去过哪些地方', 'traveller rome'],
  ['谁去过南京', 'host nanjing'],
  ['柳州来过谁', 'host liuzhou'],
  ['海口接待过谁', 'host haikou'],
  ['罗马从没去过昆明吗', 'traveller rome, host kunming'],
  ['以柳州为东道主的任务', 'host liuzhou'],
  ['没有罗马的任务', 'not rome'],
  ['来自西班牙的代表团', 'traveller ES'],
  ['格拉纳达去了但罗马没去的任务', 'traveller granada, not traveller rome'],
])('who does what: %s', (text, expected) => {
  expect(parties(queryOf(text))).toBe(expected);
});

test.each([
  ['When did Haikou visit Nice?', 'when'],
  ['海口什么时候去的尼斯', 'when'],
  ['Who visited Nanjing in 2019?', 'who'],
  ['Where did Haikou go in 2019?', 'where'],
  ['How many missions were there in 2019?', 'count'],
  ['2019年出访过几次', 'count'],
  ['Did Rome go to Yantai?', 'whether'],
  ['罗马去过烟台吗', 'whether'],
  ['Compare the pilots of Rome and Granada', 'compare'],
  ['In which months of 2019 did Rome travel?', 'list'],
  ['missions 2019', 'list'],
])('what the answer leads with: %s', (text, ask) => {
  expect(queryOf(text).ask).toBe(ask);
});

test.each([
  ['first mission to China', 'first'],
  ['最近一次访问', 'last'],
  ['下一次任务', 'next'],
  ['missions', 'all'],
  ['When will Rome visit Yantai again?', 'next'],
  ['罗马什么时候再来烟台？', 'next'],
  ['When did Rome visit Yantai again?', 'all'],
])('which of several: %s', (text, pick) => {
  expect(queryOf(text).pick).toBe(pick);
});

test.each([
  ['the two most recent trips, please', 'last', 2],
  ['show me the last 4 meetings', 'last', 4],
  ['first three missions', 'first', 3],
  ['最近两场线上会议', 'last', 2],
  ['前3个任务是什么', 'first', 3],
  ['柳州头两次接待的是谁', 'first', 2],
])('how many of several: %s', (text, pick, count) => {
  expect(queryOf(text)).toMatchObject({ intent: 'missions', pick, count });
});

test('of the last two missions, those of one month come together, since nothing tells which was later', () => {
  const answer = shippedEngine.ask('the last two missions', { today: TODAY });
  expect(gist(answer)).toBe(
    'missions: 2020-05-liuzhou-experts-briefing 2020-05-yantai-rome-exchange 2020-06-yantai-rome-exchange',
  );
});

test('the city that was visited first is one of those that are asked for', () => {
  const answer = shippedEngine.ask('Which Chinese cities were visited first?', { today: TODAY });
  expect(gist(answer)).toBe('city: yantai kunming');
});

test.each([
  ['<b>Yantai</b>: which pilots?', 'yantai'],
  ['<span class="hl">昆明</span>的试点', 'kunming'],
])('tags around a word do not count: %s', (text, expected) => {
  expect(parties(queryOf(text))).toBe(expected);
});

test.each([
  ['missions in Asia', 'host cn-cities'],
  ['亚洲有哪些伙伴', 'cn-cities'],
])('a continent is the cities on it: %s', (text, expected) => {
  expect(parties(queryOf(text))).toBe(expected);
});

test.each([
  ['Which cities has Rome visited?', 'city'],
  ['Which companies are in the wine institute?', 'partners'],
  ['Who is behind the art prizes?', 'partners'],
  ['What is the Europe Asia Research Platform about?', 'pilots'],
  ['How far along is the MICE platform?', 'status'],
  ['葡萄酒学院进展如何', 'status'],
  ['Which SDGs does it serve?', 'themes'],
  ['合作从什么时候开始', 'overview'],
  ['How do I get in touch?', 'contact'],
])('what is asked for: %s', (text, intent) => {
  expect(queryOf(text).intent).toBe(intent);
});

test('a speaker tells of himself, and "our" means his city', () => {
  const text = '您好，我是烟台市外办的，我们市接待过谁？';
  expect(parties(queryOf(text))).toBe('host yantai');
});

test.each([
  ['我在南京外办工作，请问哪些城市来过我们这儿？', 'host nanjing'],
  [
    'Tomorrow I will meet the delegation of Granada. Where did they go in China?',
    'traveller granada, host CN',
  ],
  ['I work in Rome. Which pilots does Haikou have and what are they about?', 'haikou'],
])('who was named before the question is meant by "they" and "here": %s', (text, expected) => {
  expect(parties(queryOf(text))).toBe(expected);
});

test.each([
  ['Which pilots are on culture but not on education?', 'culture', 'education'],
  ['旅游类的试点，不要教育的', 'tourism', 'education'],
])('one theme and not another: %s', (text, id, other) => {
  expect(queryOf(text).clauses).toEqual([
    { any: [{ kind: 'theme', id }], negated: false },
    { any: [{ kind: 'theme', id: other }], negated: true },
  ]);
});

test('what no pilot of a theme holds, one of another theme may by its topic', () => {
  const answer = (text: string) => gist(shippedEngine.ask(text, { today: TODAY }));
  expect(answer('Is Luiss doing something about tourism?')).toBe('pilots: summer-smart-tourism');
  expect(answer('tourism pilots of Luiss')).toBe('pilots:');
});

test.each([
  'I am a journalist from Lyon. When did Rome go to Nanjing?',
  'Dear team, when did Rome go to Nanjing? Best regards, Chiara',
  'Hello! Quick question for my report: when did Rome go to Nanjing?',
  '记者求证：罗马什么时候去的南京？谢谢[抱拳]',
])('what is said around a question does not change it: %s', (text) => {
  expect(queryOf(text)).toMatchObject({ intent: 'missions', ask: 'when' });
  expect(parties(queryOf(text))).toBe('traveller rome, host nanjing');
});

test.each([
  ['missions of Nice', 'nice'],
  ['Has Haikou ever left China?', 'traveller haikou, traveller CN'],
  ['missions of Rome to China', 'traveller rome, host CN'],
  ['missions from Rome', 'traveller rome'],
])('the part of whose missions they are: %s', (text, expected) => {
  expect(parties(queryOf(text))).toBe(expected);
});

test.each([
  ['谁和南京有合作？', 'city: rome'],
  ['Who works with Haikou?', 'city: granada nice'],
  ['Does Nice work together with Haikou?', 'pilots: nice-carnival'],
  ['Is Setel based in Granada?', 'partners:'],
  ['Is anything planned with Tuscia University?', 'pilots: summer-precision-agri wine-institute'],
  ['Is the cooperation still running?', 'overview:'],
  ['Since when have the cities worked together?', 'overview:'],
  [
    'What did the IUC experts do?',
    'missions: 2020-04-granada-rome-pilot-meetings 2020-05-liuzhou-experts-briefing',
  ],
  ['how 2 reach the office', 'contact:'],
  [
    'Has Nice ever welcomed Chinese visitors?',
    'missions: 2018-09-cn-to-rome-nice-granada 2019-10-haikou-to-nice',
  ],
  ['Which pilot is made for Chinese visitors?', 'pilots: wechat-tourism'],
  ['To which Chinese cities did nobody travel?', 'city: haikou'],
  ['What did IUC Asia talk about at the meeting of April 2020?', 'missions: 2020-04-iuc-asia-covid-plan'],
  ['Which cities met with Yantai online?', 'city: rome'],
  ['Is it true that Kunming had only one visit from Europe?', 'missions: 2018-11-eu-to-yantai-kunming'],
  ['What was the Nanjing visit for?', 'missions: 2019-06-rome-granada-to-nanjing'],
  [
    'Which of them hosted a mission: Haikou, Nanjing, Kunming?',
    'missions: 2018-11-eu-to-yantai-kunming 2019-06-rome-granada-to-nanjing',
  ],
  ['Did any experts meet Liuzhou?', 'missions: 2020-05-liuzhou-experts-briefing'],
  ['Are Luiss and Sapienza in the same pilot?', 'pilots:'],
  ['Has the exchange between Granada and Liuzhou started?', 'status: granada-liuzhou-exchange'],
  ['Which companies are not from Rome?', 'partners: changyu'],
  ['everything from October 2019', 'missions: 2019-10-haikou-to-nice'],
  ['Is wine a theme?', 'themes:'],
  ['To which cities could students go on an exchange with Granada?', 'city: kunming liuzhou'],
  ['Are there winemakers among the partners?', 'partners: changyu'],
  ['How is the tram project in Granada doing?', 'suggest'],
  ['Which partners work with Nanjing?', 'partners: alan-advantage'],
  ['Which cities have no pilots?', 'city:'],
  ['Why did Nice go to Kunming in 2017?', 'missions:'],
  ['葡萄酒学院为什么取消了？', 'status: wine-institute'],
  ['Why did Rome go to Nanjing?', 'decline not-held'],
  ['罗马市政府联系方式', 'decline not-held'],
  ['怎么联系项目办公室？', 'contact:'],
  ['项目周期', 'overview:'],
  ['尼斯狂欢节什么时候在海口举行？', 'status: nice-carnival'],
  ['格拉納達與昆明的交流項目', 'pilots: granada-kunming-exchange'],
  ['Thank you, very helpful', 'help'],
])('%s', (text, expected) => {
  expect(gist(shippedEngine.ask(text, { today: TODAY }))).toBe(expected);
});

test.each([
  ['Is Luiss a company?', 'organisation-kind company, organisation luiss', []],
  [
    'Is Alan Advantage not a company?',
    'organisation-kind company, organisation alan-advantage',
    ['alan-advantage'],
  ],
  ['张裕酒庄是不是企业', 'organisation-kind company, organisation changyu', ['changyu']],
  [
    '张裕酒庄是烟台的大学吗',
    'city yantai, organisation-kind university, organisation-kind university-group, organisation changyu',
    [],
  ],
  ['张裕酒庄是大学的伙伴吗', 'organisation changyu', ['changyu']],
  ['Is Setel a partner of a university?', 'organisation setel', ['setel']],
  ['Does Setel work with a university?', 'organisation setel', ['setel']],
])(
  'what a partner is asked to be is a condition, what else is said of it is none: %s',
  (text, terms, items) => {
    const answer = shippedEngine.ask(text, { today: TODAY });
    expect(answer).toMatchObject({ outcome: 'answer', holds: items.length > 0, items });
    const of = queryOf(text).clauses.flatMap(({ any }) =>
      any.map((term) => `${term.kind} ${'id' in term ? term.id : 'is' in term ? term.is : ''}`),
    );
    expect(of.join(', ')).toBe(terms);
  },
);

test.each([
  ['missions host Kunming', 'host kunming'],
  ['missions Kunming host', 'host kunming'],
  ['missions traveller Granada 2019', 'traveller granada'],
  ['missions host Yantai traveller Rome', 'host yantai, traveller rome'],
  ['missions Rome traveller Yantai host', 'traveller rome, host yantai'],
  ['任务 接待 昆明', 'host kunming'],
  ['任务 出访 海口', 'traveller haikou'],
  ['任务 海口 出访', 'traveller haikou'],
  ['which missions host Nice', 'traveller nice'],
  ['who will host Nice', 'traveller nice'],
])('host and traveller are filters in a command only: %s', (text, expected) => {
  expect(parties(queryOf(text))).toBe(expected);
});

test('what is planned is not cancelled; what was planned is no condition', () => {
  const statuses = (text: string) =>
    queryOf(text).clauses.flatMap(({ any }) =>
      any.flatMap((term) => (term.kind === 'mission-status' ? [term.is] : [])),
    );
  expect(statuses('How many trips are planned?')).toContain('planned');
  expect(statuses('How many trips are planned?')).not.toContain('cancelled');
  expect(statuses('计划中的出访有哪些')).toContain('planned');
  expect(statuses('Which missions were planned in 2019?')).toEqual([]);
});

const in2018 = 'missions: 2018-09-cn-to-rome-nice-granada 2018-11-eu-to-yantai-kunming';

test.each([
  ['missions in 2018, newest first', in2018],
  ['2018 missions, earliest first', in2018],
  ['2018年的任务，最早的排前面', in2018],
  ['2018年的任务，从早到晚', in2018],
  ['the first mission in 2018', 'missions: 2018-09-cn-to-rome-nice-granada'],
  ['2018年最早的任务', 'missions: 2018-09-cn-to-rome-nice-granada'],
])('an order picks none: %s', (text, expected) => {
  expect(gist(shippedEngine.ask(text, { today: TODAY }))).toBe(expected);
});

test.each([
  ['Was Rome on a call with Yantai?', 'missions: 2020-05-yantai-rome-exchange 2020-06-yantai-rome-exchange'],
  ['calls in June 2020', 'missions: 2020-06-yantai-rome-exchange'],
  ['Which missions call at Nanjing?', 'missions: 2019-06-rome-granada-to-nanjing'],
])('a call is online: %s', (text, expected) => {
  expect(gist(shippedEngine.ask(text, { today: TODAY }))).toBe(expected);
});

test.each([
  ['more people: Rome or Granada?', 'decline unavailable'],
  ['罗马和尼斯哪个人更多', 'decline unavailable'],
  ['Rome and Granada?', 'missions'],
])('which city has more people is told by a field of the source: %s', (text, expected) => {
  expect(gist(shippedEngine.ask(text, { today: TODAY }))).toContain(expected);
});

test.each([
  ['Is Nice in Spain or in France?', 'city: nice'],
  ['尼斯在西班牙还是法国', 'city: nice'],
  ['Are Setel and Changyu both in China?', 'partners: changyu'],
  ['Setel和阿兰优势公司是不是都在罗马', 'partners: setel alan-advantage'],
])('where somebody or something lies is asked of it, not of missions: %s', (text, expected) => {
  expect(gist(shippedEngine.ask(text, { today: TODAY }))).toBe(expected);
});

test.each([
  ['Has Haikou been to Nice twice?', 'How many times has Haikou been to Nice?'],
  ['海口去过尼斯两次吗', '海口去过尼斯几次'],
])('whether it was more than once is told by the number: %s', (text, plain) => {
  const [one, other] = [text, plain].map((each) => shippedEngine.ask(each, { today: TODAY }));
  expect(one).toEqual(other);
  expect(one).not.toHaveProperty('holds');
});

test.each(['What did Sapienza propose?', '萨皮恩扎大学都报了些什么'])(
  'what a partner proposed are pilots: %s',
  (text) => {
    expect(gist(shippedEngine.ask(text, { today: TODAY }))).toBe('pilots: summer-bim-gis heritage-exchange');
  },
);

test.each([
  ['What came of the missions in 2018?', 'outcomes'],
  ['What were the results of the visits to Liuzhou?', 'outcomes'],
  ['What did the 2019 missions achieve?', 'outcomes'],
  ['2018年的访问取得了哪些成果？', 'outcomes'],
  ['罗马的任务有什么收获', 'outcomes'],
  ['How many outcomes did the visits in 2019 have?', 'outcomes'],
  ['2018年的访问取得了多少成果？', 'outcomes'],
  ['How many missions in 2019 had outcomes?', 'outcomes'],
  ['How many missions were there in 2019?', 'count'],
  ['Which missions took place in 2018?', 'list'],
  ['What is the status of the mission to Nanjing?', 'standing'],
  ['2018年有哪些访问？', 'list'],
])('what came of missions is asked by %s: %s', (text, ask) => {
  expect(queryOf(text)).toMatchObject({ intent: 'missions', ask });
});

test.each([
  ['How many pilots does each of Haikou and Nice have?', 'Compare the pilots of Haikou and Nice'],
  ['How many missions has Granada, and how many has Nice?', 'Compare the missions of Granada and Nice'],
  ['昆明和海口各有几个试点', '比较昆明和海口的试点'],
])('how many each of them has is told side by side: %s', (text, plain) => {
  expect(shippedEngine.ask(text, { today: TODAY })).toEqual(shippedEngine.ask(plain, { today: TODAY }));
});

test.each([
  ['How many missions did Granada and Nice have together?', 'count'],
  ['the last one', 'list'],
])('what is of all is not of each, and the last is no length of time: %s', (text, ask) => {
  expect(queryOf(text)).toMatchObject({ intent: 'missions', ask });
});
