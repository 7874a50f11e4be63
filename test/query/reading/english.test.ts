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
  ['Granada and Haikou swap good practices: which pilot is that?', 'pilots: granada-haikou-tourism'],
  ['Is sharing best practices one of the challenges?', 'themes:'],
])('plain words for what is held: %s', (text, expected) => {
  expect(told(text)).toBe(expected);
});

test('a larger delegation is no larger city', () => {
  expect(told('Who had the larger delegation, Rome or Granada?')).toBe('suggest');
});

test.each([
  ['Who cooperates with Yantai on wine?', 'partners: tuscia setel'],
  ['Which university works with Kunming on blockchain?', 'partners: granada-univ'],
  ['谁和昆明合作生物技术？', 'partners: granada-univ'],
  ['Which universities are there in Kunming?', 'partners: kunming-univ'],
])('who works with a city is of another: %s', (text, expected) => {
  expect(told(text)).toBe(expected);
});

test.each([
  [
    'What took place between the Brussels forum and the Nice fair?',
    'What took place from May to September 2019?',
  ],
  ['Which missions came after the Brussels forum?', 'missions since May 2019'],
])('an event may have its place before it: %s', (text, plain) => {
  expect(told(text)).toMatch(/^missions: ./);
  expect(told(text)).toBe(told(plain));
});

test.each([
  ['Did the briefing from the experts take place?', 'missions: 2020-05-liuzhou-experts-briefing'],
  ['Was there a visit from the experts?', 'missions:'],
])('what came from somebody was no journey of theirs, a visit was: %s', (text, expected) => {
  expect(told(text)).toBe(expected);
});

test('"online or in person" asks which, and not whether', () => {
  expect(ask('Was the briefing in Liuzhou online or in person?')).toMatchObject({ query: { ask: 'what' } });
  expect(ask('Was the briefing in Liuzhou online?')).toMatchObject({ query: { ask: 'whether' } });
});

test.each([
  ['Where has Rome been besides Liuzhou?', 'city: yantai nanjing'],
  ['Apart from Rome and Nice, where did the Chinese cities go first?', 'city: granada'],
  ['Apart from Liuzhou, where did Rome go first?', 'city: nanjing'],
  ['除了柳州，罗马还去过哪里？', 'city: yantai nanjing'],
  ['除了柳州、南京，罗马去过哪儿？', 'city: yantai'],
  ['Where did Granada go without Rome?', 'missions:'],
])('an exception from the places leaves out no mission: %s', (text, expected) => {
  expect(told(text)).toBe(expected);
});

test.each([
  ['What can Kunming take part in?', 'pilots with Kunming'],
  ['昆明能参加什么？', '昆明的试点'],
  ['I live in Granada. Where could we go on exchange?', 'student exchanges of Granada'],
  ['Which meetings could Kunming join?', 'meetings of Kunming'],
  ['Could you say what Kunming attended?', 'What did Kunming attend?'],
])('what one can join are the pilots: %s', (text, plain) => {
  expect(told(text)).toMatch(/: ./);
  expect(told(text)).toBe(told(plain));
});

test.each([
  ['Is there wine in it, or is it all tourism and tech?', 'pilots on wine'],
  ['Do you have anything on farming, or are they only about films?', 'pilots on farming'],
  ['有没有葡萄酒的试点，还是都是旅游？', '葡萄酒的试点'],
  ['Which pilots are about wine or film?', 'pilots on wine or on film'],
])('the contrary behind a question adds nothing to it: %s', (text, plain) => {
  expect(told(text)).toMatch(/: ./);
  expect(told(text)).toBe(told(plain));
});

test.each([
  ['The second round of MoUs, where was it?', 'missions: 2019-09-rome-granada-to-yantai-liuzhou'],
  ['第二次签署谅解备忘录是什么时候？', 'missions: 2019-09-rome-granada-to-yantai-liuzhou'],
  ['Where was the second MoU signed?', 'suggest'],
  ['When were MoUs signed a third time?', 'suggest'],
])('rounds of signing are counted, what is signed is not: %s', (text, expected) => {
  expect(told(text)).toBe(expected);
});

test.each([
  ['What was discussed at the Rome–Yantai online exchange?', 'online missions of Rome and Yantai'],
  ['Who took part in the Rome and Yantai exchange?', 'missions between Rome and Yantai'],
  ['What was said at the Liuzhou virtual briefing?', 'the virtual briefing'],
  ['在罗马和烟台的线上交流上谈了什么', 'online missions of Rome and Yantai'],
])('who met at a meeting that bears their names need not have hosted: %s', (text, plain) => {
  expect(told(text)).toBe(told(plain));
  expect(told(text)).toMatch(/^missions: ./);
});

test('a meeting in two cities was held there', () => {
  expect(told('What was decided at the meetings in Rome and Granada?')).toBe(
    'missions: 2018-09-cn-to-rome-nice-granada',
  );
});
