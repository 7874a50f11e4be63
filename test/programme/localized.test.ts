import { describe, expect, it } from 'vitest';
import { Localized, tell } from '../../src/programme/localized.js';

describe('a text in one or two languages', () => {
  it('needs at least one', () => {
    expect(Localized.safeParse({}).success).toBe(false);
    expect(Localized.safeParse({ en: '  ' }).success).toBe(false);
    expect(Localized.safeParse({ zh: '罗马' }).success).toBe(true);
  });

  it('is told in the language asked for', () => {
    expect(tell({ en: 'Rome', zh: '罗马' }, 'zh')).toEqual({ text: '罗马', locale: 'zh' });
  });

  it('is told in the other one, and says so, when it was not written in this one', () => {
    expect(tell({ en: 'Rome' }, 'zh')).toEqual({ text: 'Rome', locale: 'en' });
    expect(tell({ zh: '罗马' }, 'en')).toEqual({ text: '罗马', locale: 'zh' });
  });
});
