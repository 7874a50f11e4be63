import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanText, lengthOf, quotable } from '../../../src/bot/changes/clean-text.js';

it('keeps a text as it was written', () => {
  for (const text of [
    'MoU signed in Yantai',
    '在烟台签署谅解备忘录！',
    'Déjà vu — “café” 👨‍👩‍👧',
    '<!channel> & *bold*',
  ]) {
    expect(cleanText(text)).toBe(text);
  }
});

it('takes out what could do harm: control characters, bidi controls and lone surrogates', () => {
  expect(cleanText('a\u0000b\u0007c\u202Egnp.exe\u202C d\u2066e\u2069\uD800f')).toBe('abcgnp.exe def');
  expect(cleanText(' one\r\n\ttwo\u2028three ')).toBe('one two three');
});

it('counts characters as people do', () => {
  expect(lengthOf('烟台👍')).toBe(3);
});

it('repeats only a short piece of a long text, and none of what could do harm', () => {
  expect(quotable('x'.repeat(1_000_000))).toBe(`${'x'.repeat(60)}…`);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
      const shown = quotable(typed);
      expect(lengthOf(shown)).toBeLessThanOrEqual(61);
      expect(shown).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
    }),
  );
});
