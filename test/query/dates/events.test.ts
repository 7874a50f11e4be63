import { expect, test } from 'vitest';
import { gist, shippedEngine, TODAY } from '../../support/query-core.js';

const ask = (text: string) => gist(shippedEngine.ask(text, { today: TODAY }));

test.each([
  ['Which trip came right after the tech week?', 'missions: 2019-09-rome-granada-to-yantai-liuzhou'],
  ['What happened immediately before the forum?', 'missions: 2018-11-eu-to-yantai-kunming'],
  ['Which meeting came next after October 2019?', 'missions: 2019-11-cn-to-rome-brussels'],
  ['the next trip after October 2018', 'missions: 2018-11-eu-to-yantai-kunming'],
  ['2018年9月之后的下一个任务', 'missions: 2018-11-eu-to-yantai-kunming'],
])('right beside an event stands one mission: %s', (text, expected) => {
  expect(ask(text)).toBe(expected);
});

test.each([
  ['What was the last trip before the pandemic?', 'missions: 2019-11-cn-to-rome-brussels'],
  [
    'Which meetings did Rome hold online after the outbreak?',
    ask('online meetings of Rome since April 2020'),
  ],
  ['疫情以后南京开了哪些会', ask('2020年4月以来南京的会议')],
  ['Who came to Rome ahead of the coronavirus?', ask('who came to Rome before April 2020')],
])('what the missions are about tells a time: %s', (text, expected) => {
  expect(ask(text)).toBe(expected);
});

test.each([
  ['疫情前有谁来过罗马', ask('2020年4月之前有谁来过罗马')],
  ['疫情爆发之前的线下任务', ask('2020年4月之前的线下任务')],
  ['新冠以前，烟台接待过谁', ask('2020年4月之前烟台接待过谁')],
  ['疫情前六个月的任务', ask('2019年10月至2020年3月的任务')],
])('so does 前 behind it: %s', (text, expected) => {
  expect(ask(text)).toBe(expected);
  expect(ask(text)).toContain('2019');
});

test.each([
  ['疫情前期开了哪些会', ask('疫情初期开了哪些会')],
  ['关于疫情的前两次会议', ask('关于疫情的会议')],
])('other words with 前 stay about the subject: %s', (text, expected) => {
  expect(ask(text)).toBe(expected);
});

test.each([
  'What happened between the two trips to Liuzhou?',
  'Which trips were there before everybody fell ill?',
])('a time that nothing dates is asked back: %s', (text) => {
  expect(ask(text)).toMatch(/^(suggest|decline)/);
});

test.each([
  ['What did we do this time last year?', ask('missions in June 2019')],
  ['Which trips were there in the same month last year?', ask('missions in June 2019')],
  ['What were we up to last year?', ask('missions in 2019')],
])('a year ago is the same month: %s', (text, expected) => {
  expect(gist(shippedEngine.ask(text, { today: '2020-06-15' }))).toBe(expected);
});
