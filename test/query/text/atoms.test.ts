import { expect, test } from 'vitest';
import { atomise, phraseKeys } from '../../../src/query/text/atoms.js';

test.each([
  ['q2 2019', ['q', '2', '2019']],
  ['二〇一九年九月', ['2019', '年', '9', '月']],
  ['二十一日', ['21', '日']],
  ['十二月', ['12', '月']],
  ['七八月', ['7', '8', '月']],
  ['八七月', ['87', '月']],
  ['一起去三次', ['一', '起', '去', '三', '次']],
  ['两年前', ['2', '年', '前']],
  ['三个月', ['3', '个', '月']],
  ['city-to-city', ['city', 'to', 'city']],
  ['covid-19', ['covid', '19']],
  ['[抱拳] 谢谢', ['谢', '谢']],
  ['<b>oslo</b> 2019', ['oslo', '2019']],
  ['oslo < 3 <oslo', ['oslo', '3', 'oslo']],
])('%s is made of %j', (text, keys) => {
  expect(phraseKeys(text)).toEqual(keys);
});

test('signs keep their part: a dot between digits joins, elsewhere it stops', () => {
  const signs = atomise('20.11.2019, when? a/b').filter(({ kind }) => kind !== 'word' && kind !== 'number');
  expect(signs.map(({ kind }) => kind)).toEqual(['joint', 'joint', 'comma', 'stop', 'joint']);
});
