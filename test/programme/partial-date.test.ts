import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  intervalOf,
  isDay,
  lastDayOfMonth,
  overlaps,
  PartialDate,
} from '../../src/programme/partial-date.js';

const accepts = (value: string) => PartialDate.safeParse(value).success;

describe('a partial date', () => {
  it('is a year, a month or a day', () => {
    expect(['2019', '2019-06', '2019-06-30'].every(accepts)).toBe(true);
  });

  it.each([
    '',
    '19',
    '2019-6',
    '2019-13',
    '2019-00',
    '2019/06',
    '2019-06-1',
    'June 2019',
    '2019-06-30T00:00',
  ])('is not %j', (value) => {
    expect(accepts(value)).toBe(false);
  });

  it('is a day that the calendar has', () => {
    expect(accepts('2020-02-29')).toBe(true);
    expect(accepts('2000-02-29')).toBe(true);
    expect(accepts('2019-02-29')).toBe(false);
    expect(accepts('1900-02-29')).toBe(false);
    expect(accepts('2019-04-31')).toBe(false);
    expect(accepts('2019-06-00')).toBe(false);
  });
});

describe('the days of a partial date', () => {
  it('are all days of its month or year, and none more', () => {
    expect(intervalOf('2019')).toEqual({ from: '2019-01-01', to: '2019-12-31' });
    expect(intervalOf('2019-06')).toEqual({ from: '2019-06-01', to: '2019-06-30' });
    expect(intervalOf('2020-02')).toEqual({ from: '2020-02-01', to: '2020-02-29' });
    expect(intervalOf('2019-02')).toEqual({ from: '2019-02-01', to: '2019-02-28' });
    expect(intervalOf('2019-11-20')).toEqual({ from: '2019-11-20', to: '2019-11-20' });
  });

  it('end where the month does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const last = lastDayOfMonth(year, month);
        const start = `${year}-${String(month).padStart(2, '0')}`;
        expect(isDay(`${start}-${last}`)).toBe(true);
        expect(isDay(`${start}-${last + 1}`)).toBe(false);
      }),
    );
  });

  it('meet those of another date when they share a day', () => {
    expect(overlaps(intervalOf('2019'), intervalOf('2019-12-31'))).toBe(true);
    expect(overlaps(intervalOf('2019-11'), intervalOf('2019-11-20'))).toBe(true);
    expect(overlaps(intervalOf('2019-11'), intervalOf('2019-12'))).toBe(false);
    expect(overlaps(intervalOf('2020-01-01'), intervalOf('2019'))).toBe(false);
  });
});
