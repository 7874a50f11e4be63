import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '../../../src/bot/changes/slug.js';
import { Id } from '../../../src/programme/schema.js';
import { shippedProgramme } from '../../support/presenting.js';

const idOf = (title: { en?: string; zh?: string }) => newId(shippedProgramme, title, 'pilot');

describe('a new record’s id', () => {
  it('is made from the title', () => {
    expect(idOf({ en: 'Green roofs in Rome & Yantai' })).toBe('green-roofs-in-rome-yantai');
    expect(idOf({ en: 'L’été à Granada' })).toBe('lete-a-granada');
  });

  it('is in pinyin when there is only a Chinese title', () => {
    expect(idOf({ zh: '屋顶绿化2021' })).toBe('wu-ding-lu-hua-2021');
    expect(idOf({ en: 'Green roofs', zh: '屋顶绿化' })).toBe('green-roofs');
  });

  it('is the record’s alone, among all kinds', () => {
    expect(idOf({ en: 'Wine institute' })).toBe('wine-institute-2');
    expect(idOf({ en: 'Rome' })).toBe('rome-2');
  });

  it('is sound for any title', () => {
    const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, english) => {
        expect(Id.safeParse(idOf(english ? { en: text } : { zh: text })).success).toBe(true);
      }),
    );
  });
});
