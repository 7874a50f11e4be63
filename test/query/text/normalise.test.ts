import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LONGEST_QUESTION, normalise } from '../../../src/query/text/normalise.js';
import { simplify } from '../../../src/query/text/simplify.js';

test.each([
  ['ＲＯＭＥ　２０１９', 'rome 2019'],
  ['Où êtes-vous, Łódź?', 'ou etes-vous, łodz?'],
  ['zero\u200bwidth\ufeff', 'zerowidth'],
  ['a\u0000b\tc', 'a b c'],
  ['\ud800lone\udc00', ' lone '],
  ['烟台', '烟台'],
])('%j reads as %j', (typed, text) => {
  expect(normalise(typed).text).toBe(text);
});

test('each place leads back to what was typed', () => {
  const { text, at, typed } = normalise('Ça va, ﬁne？');
  expect([...text].map((letter, i) => [letter, typed[at[i] ?? 0]])).toContainEqual(['f', 'ﬁ']);
  expect(at).toHaveLength(text.length);
});

test('any string is read, and the way back stays within it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
      const { text, at } = normalise(typed);
      expect(at).toHaveLength(text.length);
      expect(at.every((index) => index < typed.length)).toBe(true);
    }),
  );
});

test('a text of a megabyte is cut', () => {
  const { text, cut } = normalise('x'.repeat(1_000_000));
  expect([text.length, cut]).toEqual([LONGEST_QUESTION, true]);
});

test('traditional characters become simplified ones, and simplified ones stay', () => {
  expect(simplify(normalise('還有哪些實地拜訪？'))?.text).toBe('还有哪些实地拜访?');
  expect(simplify(normalise('还有哪些'))).toBeUndefined();
});
