import { expect, test } from 'vitest';
import { gist, shippedEngine, TODAY } from '../../support/query-core.js';

const ask = (text: string, today = TODAY) => shippedEngine.ask(text, { today });

test.each([
  ['处里让交材料，昆明接待过谁', 'missions: 2018-11-eu-to-yantai-kunming'],
  ['供年鉴编写参考：2018年的活动', 'missions: 2018-09-cn-to-rome-nice-granada 2018-11-eu-to-yantai-kunming'],
  ['在写关于烟台的论文，海口什么时候去的尼斯？', 'missions: 2019-10-haikou-to-nice'],
  ['听说19年10月有人去了尼斯，是谁', 'missions: 2019-10-haikou-to-nice'],
  ['老板问艺术奖进展如何，我咋说', 'status: art-prizes'],
])('why it is asked needs no explanation: %s', (text, expected) => {
  expect(gist(ask(text))).toBe(expected);
});

test.each(['渔业，有哪些试点', '王芳去的，是哪次访问', '带孩子的，有哪些活动', '关于足球的，有哪些试点'])(
  'a clause that may be a condition is not passed over: %s',
  (text) => {
    expect(ask(text).outcome).not.toBe('answer');
  },
);

test.each([
  ['南京人来过罗马没有', 'traveller'],
  ['南京的人去过罗马没有', 'traveller'],
  ['南京有谁去过', 'host'],
])('whose people go, goes: %s', (text, role) => {
  expect(ask(text)).toMatchObject({
    query: {
      clauses: expect.arrayContaining([{ any: [{ kind: 'city', id: 'nanjing', role }], negated: false }]),
    },
  });
});

test.each([
  ['去过昆明的欧洲城市有哪些', 'city:'],
  ['去过南京的欧洲城市有哪些', 'city: rome granada'],
  ['没有去过南京的欧洲城市', 'city: nice'],
  ['接待过罗马的中国城市有哪些', 'city: yantai liuzhou nanjing'],
  ['罗马去过的城市', 'city: yantai liuzhou nanjing'],
  ['罗马没去过的中国城市有哪些', 'city: haikou'],
  ['哪座中国城市没有欧洲人来过', 'city: haikou'],
  ['除了罗马，还有哪座欧洲城市去过南京', 'city: granada'],
])('who is asked for in a relative clause: %s', (text, expected) => {
  expect(gist(ask(text))).toBe(expected);
});

test.each([
  ['和罗马无关的教育试点', 'pilots: granada-kunming-exchange granada-liuzhou-exchange'],
  ['暑期学校除外，罗马还有哪些教育试点', 'pilots: wine-institute heritage-exchange research-platform'],
  ['罗马以外的欧洲城市', 'city: granada nice'],
  ['线上的不算，2020年有哪些活动', 'missions: 2020-04-iuc-asia-covid-plan'],
  ['除了路易斯大学和图西亚大学，罗马还有哪些大学', 'partners: sapienza'],
])('an exception may follow what it excepts: %s', (text, expected) => {
  expect(gist(ask(text))).toBe(expected);
});

test.each([
  ['昆明和尼斯都在里面吗', 'city: kunming nice'],
  ['法国参加的就尼斯一个？', 'city: nice'],
  ['介绍一下海口和昆明', 'city: kunming haikou'],
  ['柳州和格拉纳达有什么合作', 'pilots: granada-liuzhou-exchange'],
  [
    '柳州和格拉纳达见过面吗',
    'missions: 2019-06-rome-granada-to-liuzhou 2019-09-rome-granada-to-yantai-liuzhou',
  ],
  ['格拉纳达大学和罗马大学有合作吗', 'pilots:'],
  ['格拉纳达大学在中国的搭档有哪些学校', 'partners: kunming-univ liuzhou-univs'],
  ['张裕属于哪个城市', 'partners: changyu'],
  [
    '罗马和烟台线上聊了几回，分别是哪个月',
    'missions: 2020-05-yantai-rome-exchange 2020-06-yantai-rome-exchange',
  ],
  ['南京创新周，欧洲来了哪些城市', 'missions: 2019-06-rome-granada-to-nanjing'],
])('two names in one breath: %s', (text, expected) => {
  expect(gist(ask(text))).toBe(expected);
});

test.each([
  ['去路易斯大学上课，学什么', 'suggest'],
  ['哪门课会教区块链', 'pilots: granada-kunming-exchange'],
  ['在昆明读书，有去西班牙的访问吗', 'suggest'],
  ['罗马去过昆明吗', 'missions:'],
])('no record is told only of what records could be about: %s', (text, expected) => {
  expect(gist(ask(text))).toBe(expected);
});

test.each([
  '机器人方面的项目有哪些',
  '一带一路有关的试点',
  '王主任去过的是哪次',
  '有没有三十人以上的访问',
  '有没有三家以上大学参与的试点',
  '著名球队来过中国吗',
])('a word that limits what is asked stops it, whatever is known around it: %s', (text) => {
  expect(ask(text).outcome).not.toBe('answer');
});

test.each([
  [
    '柳州线上会是和专家开的还是和欧洲城市开的',
    'missions: 2020-04-liuzhou-eu-covid-exchange 2020-05-liuzhou-experts-briefing',
  ],
  [
    '去过烟台或者去过南京的代表团',
    'missions: 2018-11-eu-to-yantai-kunming 2019-06-rome-granada-to-nanjing 2019-09-rome-granada-to-yantai-liuzhou',
  ],
  ['萨皮恩扎和路易斯大学分别参与了什么', 'pilots: summer-bim-gis summer-smart-tourism heritage-exchange'],
  ['论坛上签了什么', 'missions: 2019-04-brussels-forum-rome-roundtable'],
  ['南京创新周是罗马跟谁一起去的', 'missions: 2019-06-rome-granada-to-nanjing'],
  ['南京那个展览是跟哪家公司办', 'partners: alan-advantage'],
  ['南京试点的合作伙伴有谁', 'partners: alan-advantage'],
  ['专家给哪些城市开过会', 'city: liuzhou rome granada'],
  ['格拉纳达和中国高校互派学生的试点', 'pilots: granada-kunming-exchange granada-liuzhou-exchange'],
])('what belongs to each of two: %s', (text, expected) => {
  expect(gist(ask(text))).toBe(expected);
});

test.each([
  ['接下来还有没有要去罗马的中方团组', '2019-10-15', 'missions: 2019-11-cn-to-rome-brussels'],
  ['年底前还有访问吗', '2019-10-15', 'missions: 2019-10-haikou-to-nice 2019-11-cn-to-rome-brussels'],
  [
    '后面专门讨论疫情的那次，是什么时候',
    '2020-11-15',
    'missions: 2020-04-iuc-asia-covid-plan 2020-04-liuzhou-eu-covid-exchange',
  ],
])('what is ahead and what was: %s', (text, today, expected) => {
  expect(gist(ask(text, today))).toBe(expected);
});

test.each(['如何查询一次访问', '你都会些啥', '我可以问你哪些问题'])('how to ask is told: %s', (text) => {
  expect(ask(text)).toEqual({ outcome: 'help' });
});

test.each([
  ['合作还在进行吗', 'overview:'],
  ['合作是从2018年7月开始的吗', 'overview:'],
  ['项目背景是什么', 'overview:'],
  [
    '教育类项目介绍一下',
    'pilots: summer-bim-gis summer-precision-agri summer-smart-tourism wine-institute heritage-exchange granada-kunming-exchange granada-liuzhou-exchange research-platform',
  ],
  ['这个合作到期了没有', 'overview:'],
  ['狂欢节还在推进吗', 'status: nice-carnival'],
])('whether it goes on, and what it is: %s', (text, expected) => {
  expect(gist(ask(text))).toBe(expected);
});

test.each([
  ['欧洲几个城市一起来，到了哪里', 'list'],
  ['欧洲来过几个城市', 'count'],
])('几个 is a few where another word asks: %s', (text, expected) => {
  const query = shippedEngine.explain(text, { today: TODAY }).query;
  expect(query?.ask === 'count').toBe(expected === 'count');
});

test.each([
  ['除了南京，罗马还去过哪里', 'city: yantai liuzhou'],
  ['除了柳州，格拉纳达还去过哪些城市', 'city: yantai nanjing'],
  ['除了烟台、南京，罗马还去了哪', 'city: liuzhou'],
  ['除了罗马，2018年9月还去了哪里', 'city: granada nice'],
  ['除了罗马，格拉纳达，2020年5月谁开过线上会', 'missions: 2020-05-liuzhou-experts-briefing'],
])('where else, and who is no exception: %s', (text, expected) => {
  expect(gist(ask(text))).toBe(expected);
});

test.each([
  ['欧洲城市首次访华去了哪几座城市', 'city: yantai kunming'],
  ['中国城市来访问了哪几座城市', 'city: rome granada nice brussels'],
  ['格拉纳达来过谁', 'missions: 2018-09-cn-to-rome-nice-granada'],
])('what is asked for belongs to the verb before it: %s', (text, expected) => {
  expect(gist(ask(text))).toBe(expected);
});

test.each([
  ['Who travelled in June, and to which city, in 2019?', ['2019-06-01']],
  ['四月开过哪些会，2020年的', ['2020-04-01']],
  ['2018年的任务，还有2019年的任务', ['2018-01-01', '2019-01-01']],
])('a month and its year may stand apart: %s', (text, days) => {
  expect(shippedEngine.explain(text, { today: TODAY }).query?.dates.map(({ from }) => from)).toEqual(days);
});

test.each([
  ['旅游板块有哪些', 'pilots: mice-platform wechat-tourism granada-haikou-tourism rep-offices'],
  ['文化领域列一下', 'pilots: art-prizes nice-carnival'],
  ['合作分几个板块', 'themes:'],
  ['文化和教育是合作板块吗', 'themes:'],
])('a theme that is called one is asked about, and not the list of themes: %s', (text, expected) => {
  expect(gist(ask(text))).toBe(expected);
});

test.each([
  ['古迹保护方面有什么交流', 'pilots: heritage-exchange'],
  ['新冠方面有什么交流', 'missions: 2020-04-iuc-asia-covid-plan 2020-04-liuzhou-eu-covid-exchange'],
  ['2018年有哪些交流', 'missions: 2018-09-cn-to-rome-nice-granada 2018-11-eu-to-yantai-kunming'],
  ['足球方面有什么交流', 'decline not-held'],
])('an exchange is a mission or a pilot, as its subject tells: %s', (text, expected) => {
  expect(gist(ask(text))).toBe(expected);
});

test.each([
  ['应对疫情开过哪些会', 'missions: 2020-04-iuc-asia-covid-plan 2020-04-liuzhou-eu-covid-exchange'],
  ['疫情应对计划是什么时候定的', 'missions: 2020-04-iuc-asia-covid-plan'],
])('what several missions were about names none of them alone: %s', (text, expected) => {
  expect(gist(ask(text))).toBe(expected);
});

test.each([
  ['在旅行社任职，有没有微信方面的试点', 'pilots: wechat-tourism'],
  ['南京居民顺嘴问一句，罗马来过我们这儿吗', 'missions: 2019-06-rome-granada-to-nanjing'],
  ['烟台市民打听一下，葡萄酒学院进展如何', 'status: wine-institute'],
  ['昆明市民，有多少', 'decline unavailable'],
  ['烟台的学生想去罗马，有哪些试点', 'pilots: heritage-exchange'],
])('who asks, by work or by home, limits nothing: %s', (text, expected) => {
  expect(gist(ask(text))).toBe(expected);
});

test.each([
  ['整一段海口的简介', 'city: haikou'],
  ['来几句话介绍南京', 'city: nanjing'],
  ['2019年国庆前后有谁出访', 'missions: 2019-10-haikou-to-nice'],
  ['2020年五一有线上会吗', 'missions: 2020-05-liuzhou-experts-briefing 2020-05-yantai-rome-exchange'],
  ['2019年春节有活动吗', 'suggest'],
  ['微信那个试点怎么个玩法', 'pilots: wechat-tourism'],
  ['您到底能查些啥', 'help'],
  ['海口代表团在欧洲停留过哪些城市', 'city: nice'],
  ['ta men qu guo nali', 'suggest'],
])('words that people say: %s', (text, expected) => {
  expect(gist(ask(text))).toBe(expected);
});

test('where is asked more often than there, typed in pinyin', () => {
  expect(shippedEngine.explain('kunming qu guo nali', { today: TODAY }).query?.ask).toBe('where');
});

test.each([
  ['西班牙由哪座城市代表', 'city: granada'],
  ['代表法国的是哪座城市', 'city: nice'],
  ['柳州来了哪些城市代表', 'missions:'],
])('whom a city stands for, and what a word stands for: %s', (text, expected) => {
  expect(gist(ask(text))).toContain(expected);
});
