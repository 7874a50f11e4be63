import { expect, test } from 'vitest';
import { gist, shippedEngine, TODAY } from '../../support/query-core.js';

const ask = (text: string) => gist(shippedEngine.ask(text, { today: TODAY }));

test.each([
  ['Which trip came right after the tech week?', 'missions: 2019-09-rome-granada-to-yantai-liuzhou'],
  ['What happened immediately before the forum?', 'missions: 2018-11-eu-to-yantai-kunming'],
  ['Which meeting came next after October 2019?', 'missions: 2019-11-cn-to-rome-brussels'],
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
