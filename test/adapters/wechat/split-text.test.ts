import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestMessage, splitText, wellFormed } from '../../../src/adapters/wechat/split-text.js';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const family = '👨‍👩‍👧‍👦';
const link = 'https://example.org/urban/cooperation?city=柳州&year=2019';
const withoutNumber = (part: string) => part.replace(/^\(\d+\/\d+\)\n/u, '');
const squeezed = (text: string) => text.replace(/\s+/gu, '');

test('a short text is one message without a number', () => {
  expect(splitText('罗马和格拉纳达，2019年6月。')).toEqual(['罗马和格拉纳达，2019年6月。']);
});

test('nothing is no message', () => expect(splitText(' \n ')).toEqual([]));

test('a long text is cut at the end of a line, and its parts are numbered', () => {
  const lines = Array.from({ length: 60 }, (_, n) => `${n + 1} 2019年6月 罗马、格拉纳达访问柳州和南京`);
  const parts = splitText(lines.join('\n'));
  expect(parts.length).toBeGreaterThan(1);
  expect(parts[0]).toMatch(/^\(1\/\d\)\n1 2019/u);
  expect(parts.flatMap((part) => withoutNumber(part).split('\n'))).toEqual(lines);
});

test('a paragraph is cut after a sentence', () => {
  const sentence = 'Rome and Granada signed a memorandum of understanding in Liuzhou. ';
  for (const part of splitText(sentence.repeat(70))) expect(part.endsWith('.')).toBe(true);
  const chinese = '罗马与格拉纳达在柳州签署了谅解备忘录。';
  for (const part of splitText(chinese.repeat(70))) expect(part.endsWith('。')).toBe(true);
});

test('an address longer than a message is cut after all, since it could not be sent otherwise', () => {
  const parts = splitText(`https://example.org/${'a'.repeat(5000)}`);
  expect(parts.map(withoutNumber).join('')).toBe(`https://example.org/${'a'.repeat(5000)}`);
});

test('halves of characters are left out', () => {
  expect(wellFormed('柳\ud83d州\udc00')).toBe('柳州');
  expect(splitText('\ud83d')).toEqual([]);
});

describe('whatever the text', () => {
  const word = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.constantFrom(family, '🇮🇹', '[微笑]', '[Smile]', link, '。', '\n', ' ', '柳州', 'e\u0301', '👍🏽'),
  );
  const text = fc.array(word, { maxLength: 120 }).map((words) => words.join(''));

  test('no part is too long, and nothing is lost but space', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 120, max: 400 }), (original, limit) => {
        const parts = splitText(original, limit);
        for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(limit);
        const joined = parts.length === 1 ? parts.join('') : parts.map(withoutNumber).join('');
        expect(squeezed(joined)).toBe(squeezed(wellFormed(original)));
      }),
    );
  });

  test('no emoji, address or code is cut', () => {
    fc.assert(
      fc.property(text, (filler) => {
        // Addresses that follow one another without a space are one address, perhaps too long for a message.
        const apart = filler.replaceAll(link, `${link} `);
        const original = `${apart} ${family}${link} [微笑]👍🏽`.repeat(8);
        const parts = splitText(original, 300).map(withoutNumber);
        const count = (what: string) => parts.reduce((sum, part) => sum + part.split(what).length - 1, 0);
        for (const whole of [link, '[微笑]']) expect(count(whole)).toBe(original.split(whole).length - 1);
        const before = [...graphemes.segment(squeezed(original))].length;
        const after = parts.reduce((sum, part) => sum + [...graphemes.segment(squeezed(part))].length, 0);
        expect(after).toBe(before);
      }),
    );
  });

  test('it is well formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (original) => {
        for (const part of splitText(`${original}\ud83d`)) {
          expect(wellFormed(part)).toBe(part);
          expect(Buffer.byteLength(part)).toBeLessThanOrEqual(longestMessage);
        }
      }),
    );
  });
});
