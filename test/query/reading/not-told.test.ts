import { expect, test } from 'vitest';
import { gist, shippedEngine, TODAY } from '../../support/query-core.js';

const ask = (text: string) => gist(shippedEngine.ask(text, { today: TODAY }));

test.each([
  'Who organised the roundtable on innovation?',
  'Who arranged the meetings in April 2020?',
  '谁组织了创新圆桌会议？',
])('who ran a meeting is not told: %s', (text) => {
  expect(ask(text)).toBe('decline not-held');
});

test.each([
  ['Who hosted the roundtable on innovation?', 'missions: 2019-04-brussels-forum-rome-roundtable'],
  ['Who went to the forum held in Brussels?', 'missions: 2019-04-brussels-forum-rome-roundtable'],
  ['谁参加了创新圆桌会议？', 'missions: 2019-04-brussels-forum-rome-roundtable'],
  ['2020年6月的线上会是跟谁开的？', 'missions: 2020-06-yantai-rome-exchange'],
])('who took part and where is: %s', (text, expected) => {
  expect(ask(text)).toBe(expected);
});

test.each([
  '会奖平台用什么技术？',
  '文化类试点用了哪些技术？',
  'Which fermentation does the wine institute use?',
])('what a pilot uses is no other pilot: %s', (text) => {
  expect(ask(text)).toMatch(/^(suggest|decline)/);
});

test.each(['How many pilots are there per theme?', '各主题分别有几个试点？', '每个主题有几个试点？'])(
  'pilots are not counted theme by theme: %s',
  (text) => {
    expect(ask(text)).toBe('suggest');
  },
);

test.each([
  ['missions from 2020 to 2019', 'missions from 2019 to 2020'],
  ['2020年到2019年的任务', '2019年到2020年的任务'],
  ['missions between May 2020 and June 2019', 'missions between June 2019 and May 2020'],
])('a time told backwards is the same time: %s', (backwards, forwards) => {
  expect(ask(backwards)).toBe(ask(forwards));
  expect(ask(backwards)).toMatch(/2019.*2020/);
});

test.each([
  'Which universities did the Chinese delegates meet in Granada?',
  '中方代表在布鲁塞尔见了哪些伙伴',
])('which partners were met is not told: %s', (text) => {
  expect(ask(text)).toBe('suggest');
});

test.each([
  'Have all cities been to Rome?',
  '所有任务都是线上的吗？',
  '全部城市都去过昆明吗',
  '格拉纳达有没有访问过所有的中国城市',
  '全部欧洲城市参加了论坛吗',
])('whether it is so of each of them is not told: %s', (text) => {
  expect(ask(text)).toBe('suggest');
});

test.each([
  '只有海口来过尼斯吗',
  '格拉纳达是不是只去过柳州',
  '只有两个城市来过罗马吗',
  'Did Granada visit only Liuzhou?',
  'Were there only online meetings in 2020?',
])('that others did not is not told: %s', (text) => {
  expect(ask(text)).toBe('suggest');
});

test.each([
  ['所有任务里有没有去海口的', '有没有去海口的任务'],
  ['能只看罗马的试点吗', '罗马的试点'],
  ['我只想知道罗马去过南京吗', '罗马去过南京吗'],
  ['Can you show me just the online meetings?', 'online meetings'],
])('who limits what is listed asks no such thing: %s', (text, plain) => {
  expect(ask(text)).toBe(ask(plain));
});

test.each(['Which cities did not go to Brussels?', '哪些城市没去布鲁塞尔'])(
  'of whoever met there it is not said that they did not go: %s',
  (text) => {
    expect(ask(text)).toBe('city:');
  },
);

test.each([
  'Was the exchange in May 2020 held on Zoom?',
  'Did they use Zoom in June 2020?',
  'Did Liuzhou and the experts meet via Teams?',
  '2020年6月的交流是用腾讯会议开的吗',
  '柳州和专家的会是钉钉还是飞书开的',
])('with which tool a meeting was held is not told: %s', (text) => {
  expect(ask(text)).toBe('decline not-held');
});

test.each([
  ['Zoom calls of Rome', 'online missions of Rome'],
  ['2020年5月的视频会', '2020年5月的线上任务'],
  ['Was the exchange in May 2020 on Zoom or in person?', 'Was the exchange in May 2020 online or in person?'],
])('a tool that only says online does: %s', (text, plain) => {
  expect(ask(text)).toBe(ask(plain));
  expect(ask(text)).toMatch(/^missions: ./);
});
