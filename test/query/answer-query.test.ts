import { expect, test } from 'vitest';
import { gist, shippedEngine, TODAY } from '../support/query-core.js';

const ask = (text: string) => gist(shippedEngine.ask(text, { today: TODAY }));

test.each([
  'When did Granada and Haikou sign their agreement?',
  '海口和格拉纳达是哪年签的备忘录',
  'missions to Nanjing and Haikou',
])('a city without a record is not answered with the others’: %s', (text) => {
  expect(ask(text)).toBe('missions:');
});

test.each([
  ['missions to Nanjing and Liuzhou', 'missions to Nanjing or Liuzhou'],
  ['When did Rome and Granada sign MoUs?', 'MoUs of Rome'],
])('where each has some, or all have one, those are told: %s', (text, plain) => {
  expect(ask(text)).toBe(ask(plain));
  expect(ask(text)).toMatch(/^missions: ./);
});

test('a niece is no city', () => {
  expect(ask('My niece asks: who went to Nanjing?')).toBe(ask('Who went to Nanjing?'));
});
