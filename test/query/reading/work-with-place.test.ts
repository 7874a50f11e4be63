import { expect, test } from 'vitest';
import { gist, shippedEngine, TODAY } from '../../support/query-core.js';

const ask = (text: string) => gist(shippedEngine.ask(text, { today: TODAY }));

test.each([
  ['Is Setel teaming up with Yantai?', 'pilots: wine-institute'],
  ['Do Rome and Changyu collaborate?', 'pilots: wine-institute'],
  ['Is the University of Granada a partner of Liuzhou?', 'pilots: granada-liuzhou-exchange'],
  ['Is Luiss a partner of the city of Kunming?', 'pilots:'],
  ['昆明大学跟格拉纳达合作过吗', 'pilots: granada-kunming-exchange'],
  ['昆明大学是格拉纳达的合作伙伴吗', 'pilots: granada-kunming-exchange'],
  ['张裕与尼斯有没有合作', 'pilots:'],
])('whether a partner works with a city is told by their pilots: %s', (text, expected) => {
  expect(ask(text)).toBe(expected);
});

test.each([
  ['Is Setel a partner in Yantai?', 'partners:'],
  ['Is Setel based in Rome?', 'partners: setel'],
  ['张裕在罗马吗', 'partners:'],
  ['Does Sapienza have any partners in Yantai?', 'partners: yantai-univ'],
])('where a partner is, and whether it has partners there, is told of partners: %s', (text, expected) => {
  expect(ask(text)).toBe(expected);
});
