import { describe, expect, expectTypeOf, it } from 'vitest';
import en from '../../locales/en/dataset.json' with { type: 'json' };
import zh from '../../locales/zh/dataset.json' with { type: 'json' };
import { type FaultKey, pathOf } from '../../src/programme/fault.js';

describe('faults', () => {
  it('each have a sentence in both languages, and no sentence is without a fault', () => {
    expectTypeOf<keyof typeof en.fault>().toEqualTypeOf<FaultKey>();
    expectTypeOf<keyof typeof zh.fault>().toEqualTypeOf<FaultKey>();
    expect(Object.keys(zh.fault)).toEqual(Object.keys(en.fault));
  });

  it('are found by a path as JavaScript writes it', () => {
    expect(pathOf(['missions', 3, 'hosts', 0])).toBe('missions[3].hosts[0]');
    expect(pathOf(['overview', 'period', 'to'])).toBe('overview.period.to');
    expect(pathOf([])).toBe('');
  });
});
