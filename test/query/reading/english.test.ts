import { expect, test } from 'vitest';
import { gist, shippedEngine, TODAY } from '../../support/query-core.js';

const ask = (text: string) => shippedEngine.ask(text, { today: TODAY });
const told = (text: string) => gist(ask(text));

test.each([
  ['everything from 2019, earliest first', 'missions in 2019'],
  ['trips of Haikou, latest first', 'trips of Haikou'],
  ['pilots with Rome, sorted from newest to oldest', 'pilots with Rome'],
])('the order of a list is no choice of its first: %s', (text, plain) => {
  expect(told(text)).toBe(told(plain));
});

test.each([
  ['When was Yantai on a conference call with Rome?', 'When did Yantai meet Rome online?'],
  ['calls of Liuzhou with the experts', 'online meetings of Liuzhou with the experts'],
])('a call is online: %s', (text, plain) => {
  expect(told(text)).toBe(told(plain));
});

test.each([
  ['fewer people: Rome or Nice?', 'population'],
  ['Where do the most people live, Rome or Granada?', 'population'],
  ['larger: Rome or Nanjing?', 'size'],
  ['Which city is the bigger one, Yantai or Haikou?', 'size'],
])('cities are compared by what is not told: %s', (text, field) => {
  expect(ask(text)).toMatchObject({ outcome: 'decline', reason: { kind: 'unavailable', field } });
});

test.each([
  ['Is Nice excluded?', 'suggest'],
  ['Which cities are not included in the carnival?', 'Which cities are not part of the carnival?'],
  ['Who was excluded from the trip to Nanjing?', 'suggest'],
  ['partners of Rome, universities excluded', 'partners of Rome without universities'],
  ['partners of Rome (companies don’t count)', 'partners of Rome without companies'],
  ['missions of 2020, online ones not included', 'missions of 2020 not online'],
])('what stands before “excluded” is left out: %s', (text, plain) => {
  expect(told(text)).toBe(plain === 'suggest' ? plain : told(plain));
});

test.each([
  ['is kunming in it as well?', 'city: kunming'],
  ['Which pilots have Kunming in them?', told('pilots with Kunming')],
])('who is in it takes part: %s', (text, expected) => {
  expect(told(text)).toBe(expected);
});

test.each([
  ['Where can I send my enquiry?', 'contact:'],
  ['Is there an inbox I may send queries to?', 'contact:'],
  ['Is sharing best practices one of the challenges?', 'themes:'],
])('plain words for what is held: %s', (text, expected) => {
  expect(told(text)).toBe(expected);
});

test('a larger delegation is no larger city', () => {
  expect(told('Who had the larger delegation, Rome or Granada?')).toBe('suggest');
});
