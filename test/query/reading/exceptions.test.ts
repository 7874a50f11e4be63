import { expect, test } from 'vitest';
import { gist, shippedEngine, TODAY } from '../../support/query-core.js';

const ask = (text: string) => gist(shippedEngine.ask(text, { today: TODAY }));

test.each([
  ['online meetings w/o Liuzhou', 'missions without liuzhou, virtual'],
  ['Which trips to China left Nanjing out?', 'missions to china, without nanjing'],
  ['Which trips to China skipped Nanjing?', 'missions to china, without nanjing'],
  ['Leaving Nanjing aside, which trips to China were there?', 'missions to china, without nanjing'],
  ['Setting Nanjing aside, which trips to China were there?', 'missions to china, without nanjing'],
  ['The trips to China, all but the one to Nanjing', 'missions to china, without nanjing'],
  ['Name the pilots that do not deal with tourism.', 'pilots not on tourism'],
  ['Which pilots have nothing to do with tourism?', 'pilots not on tourism'],
  ['Which pilots do not involve Rome?', 'pilots without rome'],
  ['Which universities are not part of the wine institute?', 'universities not in the wine institute'],
])('what is left out is no part of the answer: %s', (text, plain) => {
  expect(ask(text)).toBe(ask(plain));
  expect(ask(text)).toMatch(/^(missions|pilots|partners): ./);
});

test.each([
  ['All trips but the ones online', 'trips without online ones'],
  ['every trip to China but the one to Nanjing', 'missions to china, without nanjing'],
  ['all meetings but those in 2020', 'all meetings except 2020'],
  ['Show me all the pilots but the culture ones', 'pilots not on culture'],
  ['every city but Granada and Haikou', 'all cities except Granada and Haikou'],
  ['everybody but Rome', 'all cities except Rome'],
  ['Who but Nice went to China?', 'Who went to China, except Nice?'],
])('a “but” behind all of a kind excepts: %s', (text, plain) => {
  expect(ask(text)).toBe(ask(plain));
  expect(ask(text)).toMatch(/^(missions|pilots|city): ./);
});

test.each([
  ['all pilots, but mainly culture', 'pilots on culture'],
  ['all pilots on education but not on culture', 'education pilots'],
  ['Not Rome but Granada: which pilots has it?', 'pilots with Granada'],
])('elsewhere a “but” excepts nothing: %s', (text, plain) => {
  expect(ask(text)).toBe(ask(plain));
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

test.each([
  ['Are there culture pilots that are not run by a company?', 'culture pilots without companies'],
  ['有没有不是由企业提出的文化试点？', '没有企业参与的文化试点'],
])('a denial in what is asked for limits it: %s', (text, plain) => {
  expect(ask(text)).toBe(ask(plain));
});

test('a denial of what is asked does not', () => {
  expect(ask('Did Rome not go to Nanjing?')).toBe(ask('Did Rome go to Nanjing?'));
});

test.each([
  ['2018年秋天欧洲城市访问昆明，除了签备忘录还做了什么', '2018年秋天欧洲城市访问昆明'],
  [
    'Besides the MoU, what else was done in Kunming in November 2018?',
    'missions to Kunming in November 2018',
  ],
])('what else came of a mission is asked of that mission: %s', (text, plain) => {
  expect(ask(text)).toBe(ask(plain));
});

test.each([
  ['Which cities have never been to Yantai?', 'yantai'],
  ['哪些城市没接待过罗马', 'rome'],
])('who is not asked about himself: %s', (text, itself) => {
  expect(ask(text)).toMatch(/^city: ./);
  expect(ask(text)).not.toContain(itself);
});
