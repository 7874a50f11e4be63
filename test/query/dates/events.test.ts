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
