import { expect, it } from 'vitest';
import { hashOf, newCode, readCode } from '../../../src/bot/membership/link-code.js';

it('makes codes that can be read off one screen and typed on another', () => {
  const codes = Array.from({ length: 2000 }, newCode);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) {
    expect(code).toMatch(/^[2-9A-Z]{8}$/);
    expect(code).not.toMatch(/[01OIL]/);
    expect(readCode(code)).toBe(code);
  }
});

it('reads a code in any case and width, with spaces and hyphens', () => {
  expect(readCode(' abcd-efgh ')).toBe('ABCDEFGH');
  expect(readCode('ＡＢＣＤ ２３４５')).toBe('ABCD2345');
  for (const typed of ['', 'ABCD', 'ABCDEFG0', 'between Rome and Yantai', '绑定'])
    expect(readCode(typed)).toBeUndefined();
});

it('keeps nothing of a code that could be read', () => {
  expect(hashOf('ABCD2345')).not.toContain('ABCD2345');
  expect(hashOf('ABCD2345')).not.toBe(hashOf('ABCD2346'));
});
