import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeText, plainText, shorten, splitText, unescapeText } from '../../../src/adapters/slack/text.js';

const withoutSpace = (text: string) => text.replace(/\s+/gu, '');
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.lorem({ maxCount: 40, mode: 'sentences' }),
  fc
    .array(fc.constantFrom('烟台', '&', '<!channel>', '👨‍👩‍👧‍👦', '\n', '\n\n', ' ', '。', 'e\u0301'), {
      maxLength: 80,
    })
    .map((s) => s.join('')),
);

test('the characters of markup are shown as themselves', () => {
  expect(escapeText('<!channel> R&D a>b')).toBe('&lt;!channel&gt; R&amp;D a&gt;b');
  expect(escapeText('half \uD83D pair')).toBe('half \uFFFD pair');
  expect(plainText('<@U1> R&D', 75)).toBe('&lt;@U1&gt; R&amp;D');
  expect(unescapeText(escapeText('<&amp;>'))).toBe('<&amp;>');
});

test('nothing but white space is lost in splitting, and every piece fits', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 12, max: 60 }), (text, most) => {
      const pieces = splitText(text, most);
      expect(withoutSpace(pieces.join(''))).toBe(withoutSpace(text));
      for (const piece of pieces) expect(escapeText(piece).length).toBeLessThanOrEqual(most);
    }),
  );
});

test('no character is cut in two', () => {
  const family = '👨‍👩‍👧‍👦';
  for (const piece of splitText(family.repeat(30), 40)) expect(piece.replaceAll(family, '')).toBe('');
});

test('paragraphs part before lines, lines before sentences, sentences before words', () => {
  expect(splitText('One. Two.\n\nThree. Four.', 14)).toEqual(['One. Two.', 'Three. Four.']);
  expect(splitText('One two\nthree four', 12)).toEqual(['One two', 'three four']);
  expect(splitText('第一句。第二句。', 6)).toEqual(['第一句。', '第二句。']);
  expect(splitText('alpha beta gamma', 11)).toEqual(['alpha beta', 'gamma']);
});

test('a shortened text says so', () => {
  expect(shorten('short', 10)).toBe('short');
  expect(shorten('a long title', 8)).toBe('a long…');
  fc.assert(
    fc.property(anyText, fc.integer({ min: 2, max: 50 }), (text, most) => {
      expect(shorten(text, most).length).toBeLessThanOrEqual(most);
      expect(plainText(text, most + 8).length).toBeLessThanOrEqual(most + 8);
      expect(plainText(text, most + 8)).not.toMatch(/[<>]|&(?!(?:lt|gt|amp);)/);
    }),
  );
});
