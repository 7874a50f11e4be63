import { expect, test } from 'vitest';
import { conversation, gist, shippedEngine, TODAY } from '../../support/query-core.js';

const answerTo = (text: string) => shippedEngine.ask(text, { today: TODAY });

test.each([
  ['Is Luiss a partner of Alan Advantage?', 'pilots:'],
  ['Are Italian Life Style and Tuscia partners?', 'pilots:'],
  ['Alan Advantage是萨皮恩扎的伙伴吗', 'pilots:'],
  ['图西亚大学和路易斯大学是合作伙伴吗', 'pilots:'],
  ['Is Tuscia a partner of Setel?', 'pilots: wine-institute'],
  ['张裕是图西亚大学的伙伴吗', 'pilots: wine-institute'],
  // Which of several takes part at all is asked of each.
  ['Is Setel or Luiss a partner?', 'partners: luiss setel'],
  ['Is Setel a partner?', 'partners: setel'],
])('two are partners by a pilot of both: %s', (text, expected) => {
  expect(gist(answerTo(text))).toBe(expected);
});

test.each([
  ['张裕', '它的伙伴是路易斯大学吗', 'pilots:'],
  ['Tuscia', 'Is Setel its partner?', 'pilots: wine-institute'],
  ['Setel', 'Is Luiss a partner?', 'partners: luiss'],
])('of what was named before: %s – %s', (before, text, expected) => {
  const ask = conversation();
  ask(before);
  expect(gist(ask(text))).toBe(expected);
});

test.each([
  ['Who are the partners of Tuscia?', 'partners: yantai-univ setel changyu'],
  ['Which partners does Setel have?', 'partners: tuscia yantai-univ changyu'],
  ['Who works with Setel and Changyu?', 'partners: tuscia yantai-univ'],
  ['Does Alan Advantage have any partners?', 'partners:'],
  ['萨皮恩扎有哪些伙伴', 'partners: yantai-univ'],
  ['Setel跟谁合作', 'partners: tuscia yantai-univ changyu'],
  ['Which partners does the wine institute have?', 'partners: tuscia yantai-univ setel changyu'],
  ['葡萄酒学院有哪些伙伴', 'partners: tuscia yantai-univ setel changyu'],
])('nobody is a partner of himself: %s', (text, expected) => {
  expect(gist(answerTo(text))).toBe(expected);
});

test.each([
  ['Which companies does Tuscia have?', 'partners: setel changyu'],
  ['图西亚大学的企业有哪些', 'partners: setel changyu'],
  ['What kind of company is Setel?', 'partners: setel'],
])('the companies of a university are those that work with it: %s', (text, expected) => {
  expect(gist(answerTo(text))).toBe(expected);
});

test('a kind that is asked for next is one of those it works with', () => {
  const ask = conversation();
  ask('烟台大学跟谁合作');
  expect(gist(ask('那企业呢？'))).toBe('partners: setel changyu');
});

test.each([
  ['Which universities work with Haikou on tourism?', 'partners:'],
  ['Who works with Kunming on blockchain?', 'partners: granada-univ'],
  ['谁和昆明合作区块链', 'partners: granada-univ'],
  ['Which universities work in Kunming?', 'partners: kunming-univ'],
])('who works with a city is in its pilots, and elsewhere: %s', (text, expected) => {
  expect(gist(answerTo(text))).toBe(expected);
});

test.each([
  ['Which Roman companies cooperate with Yantai?', 'partners: setel'],
  ['Which universities in Spain work with Liuzhou?', 'partners: granada-univ'],
  ['Which Roman companies does Nanjing collaborate with?', 'partners: alan-advantage'],
  ['与烟台合作的罗马企业有哪些', 'partners: setel'],
  ['烟台和哪些罗马的企业合作', 'partners: setel'],
  // With several places, who is of one of them works with the other.
  ['Which universities work with Granada and Kunming?', 'partners: granada-univ kunming-univ'],
])('who is of one place works with another: %s', (text, expected) => {
  expect(gist(answerTo(text))).toBe(expected);
});

test.each([
  ['Which universities in Yantai cooperate?', 'partners: yantai-univ'],
  ['Which Spanish universities are there?', 'partners: granada-univ'],
  ['烟台有哪些企业', 'partners: changyu'],
])('with no other place, partners are of the one that is named: %s', (text, expected) => {
  expect(gist(answerTo(text))).toBe(expected);
});

test.each([
  ['Tuscia', 'Who works with it?', 'partners: yantai-univ setel changyu'],
  ['张裕', '它跟谁合作', 'partners: tuscia yantai-univ setel'],
  ['Tuscia', 'Who is it?', 'partners: tuscia'],
])('whom the one works with that was named before: %s – %s', (before, text, expected) => {
  const ask = conversation();
  ask(before);
  expect(gist(ask(text))).toBe(expected);
});

test.each([
  [
    'Who is the counterpart of the University of Kunming in Spain?',
    'Which Spanish partners does the University of Kunming work with?',
  ],
  ['昆明大学的外方对口学校是哪所', '昆明大学和哪所大学合作'],
])('a counterpart is a partner in the same pilots: %s', (text, plain) => {
  expect(gist(answerTo(text))).toBe(gist(answerTo(plain)));
  expect(gist(answerTo(text))).toBe('partners: granada-univ');
});
