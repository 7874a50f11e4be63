import { expect, test } from 'vitest';
import { gist, shippedEngine, TODAY } from '../../support/query-core.js';

const ask = (text: string) => gist(shippedEngine.ask(text, { today: TODAY }));

test.each([
  ['online meetings w/o Liuzhou', 'missions without liuzhou, virtual'],
  ['Which trips to China left Nanjing out?', 'missions to china, without nanjing'],
  ['Which trips to China skipped Nanjing?', 'missions to china, without nanjing'],
  ['Leaving Nanjing aside, which trips to China were there?', 'missions to china, without nanjing'],
  ['Name the pilots that do not deal with tourism.', 'pilots not on tourism'],
  ['Which pilots have nothing to do with tourism?', 'pilots not on tourism'],
  ['Which pilots do not involve Rome?', 'pilots without rome'],
  ['Which universities are not part of the wine institute?', 'universities not in the wine institute'],
])('what is left out is no part of the answer: %s', (text, plain) => {
  expect(ask(text)).toBe(ask(plain));
  expect(ask(text)).toMatch(/^(missions|pilots|partners): ./);
});

test.each([
  ['Nice has never hosted Haikou, has it?', 'missions: 2019-10-haikou-to-nice'],
  ['There were no trips in 2017, were there?', 'missions:'],
])('a denial with a tag asks whether it is so: %s', (text, expected) => {
  expect(ask(text)).toBe(expected);
});

test.each([
  'Leaving some of them aside, who came to Rome?',
  'Which cities skipped the forum?',
  'Did Rome skip Nanjing?',
  'Which places did Granada leave out?',
])('who left something out is not told: %s', (text) => {
  expect(ask(text)).toBe('suggest');
});

test.each([
  [
    'Is it known whether the pilot development meetings were online or in person?',
    'pilot development meetings',
  ],
  ['exchanges between Yantai and Rome, on site as well as online', 'exchanges between Yantai and Rome'],
])('of both modes either will do: %s', (text, plain) => {
  expect(ask(text)).toBe(ask(plain));
});

test.each([
  ['For my final report: who went to Nanjing?', 'missions: 2019-06-rome-granada-to-nanjing'],
  ['Which missions of 2018 belong in the annual report?', ask('missions in 2018')],
  ['Is there an annual report on the mission to Nanjing?', 'suggest'],
])('a text that the speaker writes is not asked for, one that may be held is: %s', (text, expected) => {
  expect(ask(text)).toBe(expected);
});
