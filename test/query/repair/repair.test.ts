import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slips } from '../../../src/query/repair/damerau.js';
import { gist, shippedEngine, TODAY } from '../../support/query-core.js';

test.each([
  ['granada', 'grenada', 1],
  ['brussels', 'brussles', 1],
  ['delegation', 'deligatoin', 2],
  ['rome', 'rome', 0],
  ['rome', 'liuzhou', 3],
])('from %s to %s: %i, as far as it is counted', (a, b, count) => {
  expect(slips(a, b, 2)).toBe(count);
});

test('slips count the same both ways', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(fc.property(word, word, (a, b) => slips(a, b, 3) === slips(b, a, 3)));
});

function repaired(text: string): string[] {
  const answer = shippedEngine.ask(text, { today: TODAY });
  if (answer.outcome === 'help') return [];
  return answer.remarks.flatMap((remark) =>
    remark.kind === 'repaired' ? [`${remark.typed}=${remark.meant}`] : [],
  );
}

test.each([
  ['missions of Grenada', ['Grenada=Granada']],
  ['trips to brussles', ['brussles=Brussels']],
  ['昆名有什么试点', ['昆名=昆明']],
  ['柳洲的任务', ['柳洲=柳州']],
  ['张玉酒庄是什么', ['张玉酒庄=张裕酒庄']],
  ['luoma de shidian', ['luoma=罗马']],
  ['missions of Granada', []],
])('what was repaired is shown: %s', (text, remarks) => {
  expect(repaired(text)).toEqual(remarks);
});

test.each([
  ['luoma 2019 renwu', /^missions: 2019-04/],
  ['lvyou shidian', /^pilots: mice-platform/],
  ['jing zhun nong ye', /^pilots: summer-precision-agri$/],
  ['yāntái yǒu shénme shìdiǎn', /^pilots: summer-precision-agri wine-institute heritage-exchange$/],
  ['2020 nian 5 yue de renwu', /^missions: 2020-05/],
  ['還有哪些試點在煙台', /^pilots: summer-precision-agri wine-institute heritage-exchange$/],
])('pinyin and traditional characters are read: %s', (text, answer) => {
  expect(gist(shippedEngine.ask(text, { today: TODAY }))).toMatch(answer);
});

test.each([
  '昆山的任务',
  'trips to Kunshan',
  'missions of Fudan',
  'rice exports',
  'missions to Lyon',
  '清华大学的试点',
  '上海去过罗马吗',
])('another name never becomes one of the programme: %s', (text) => {
  expect(shippedEngine.ask(text, { today: TODAY }).outcome).not.toBe('answer');
});
