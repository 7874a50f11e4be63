import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOfJsonError } from '../../src/programme/json-error.js';

describe('the place where a text stops being JSON', () => {
  it.each([
    ['hello', 1, 1],
    ['', 1, 1],
    ['{"a": 1,}', 1, 9],
    ['[1,\n 2,\n x]', 3, 2],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3],
    ['{"name": "烟台" "zh"}', 1, 15],
    ['{"a": 1}}', 1, 9],
    ['["open', 1, 7],
    ['{"a": [1, 2', 1, 12],
    ['["line\nbreak"]', 1, 7],
  ])('of %j is line %i, column %i', (text, line, column) => {
    expect(placeOfJsonError(text)).toEqual({ line, column });
  });

  it('of JSON with a stray character in front of its last one is that character', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer())), (value) => {
        const text = JSON.stringify(value);
        const broken = `${text.slice(0, -1)}§${text.slice(-1)}`;
        expect(placeOfJsonError(broken)).toEqual({ line: 1, column: text.length });
      }),
    );
  });
});
