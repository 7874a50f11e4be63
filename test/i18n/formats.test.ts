import { describe, expect, test } from 'vitest';
import { createLanguages } from '../../src/i18n/languages.js';

const { en, zh } = createLanguages();
const months = Array.from({ length: 12 }, (_, i) => `2019-${String(i + 1).padStart(2, '0')}`);

describe('a date', () => {
  test('is as precise as it is known', () => {
    expect(['2019', '2019-06', '2019-11-05'].map(en.formats.date)).toEqual([
      '2019',
      'June 2019',
      '5 November 2019',
    ]);
    expect(['2019', '2019-06', '2019-11-05'].map(zh.formats.date)).toEqual([
      '2019年',
      '2019年6月',
      '2019年11月5日',
    ]);
  });

  test('is written as both languages write it, in every month', () => {
    for (const [tag, { formats }] of [
      ['en-GB', en],
      ['zh-CN', zh],
    ] as const) {
      const ofMonth = new Intl.DateTimeFormat(tag, { year: 'numeric', month: 'long', timeZone: 'UTC' });
      expect(months.map(formats.date)).toEqual(months.map((month) => ofMonth.format(new Date(month))));
      const ofDay = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
      expect(formats.date('2020-02-29')).toBe(ofDay.format(new Date('2020-02-29')));
    }
  });
});

test('a month and a day are written without their year', () => {
  expect([en.formats.month('2019-06-20'), zh.formats.month('2019-06')]).toEqual(['June', '6月']);
  expect([en.formats.dayOfMonth('2019-06-05'), zh.formats.dayOfMonth('2019-06-05')]).toEqual([
    '5 June',
    '6月5日',
  ]);
});

test('names are joined as both languages join them', () => {
  for (const [tag, { formats }] of [
    ['en-GB', en],
    ['zh-CN', zh],
  ] as const) {
    const names = ['Rome', 'Granada', 'Nice', 'Haikou'];
    for (const some of [0, 1, 2, 3, 4].map((count) => names.slice(0, count))) {
      expect(formats.list(some)).toBe(new Intl.ListFormat(tag, { type: 'conjunction' }).format(some));
      expect(formats.either(some)).toBe(new Intl.ListFormat(tag, { type: 'disjunction' }).format(some));
    }
  }
});

test('numbers have a sign between thousands', () => {
  expect([en.formats.number(12), en.formats.number(999), en.formats.number(7_100_000)]).toEqual([
    '12',
    '999',
    '7,100,000',
  ]);
});

describe('days from one to another', () => {
  const told = (from: string, to: string) => [en.formats.range({ from, to }), zh.formats.range({ from, to })];

  test('are told by what they are whole of', () => {
    expect(told('2019-01-01', '2019-12-31')).toEqual(['2019', '2019年']);
    expect(told('2018-01-01', '2019-12-31')).toEqual(['2018 to 2019', '2018年至2019年']);
    expect(told('2019-04-01', '2019-06-30')).toEqual(['April 2019 to June 2019', '2019年4月至2019年6月']);
    expect(told('2019-04-02', '2019-06-30')).toEqual([
      '2 April 2019 to 30 June 2019',
      '2019年4月2日至2019年6月30日',
    ]);
    expect(told('2019-06-15', '2019-06-15')).toEqual(['15 June 2019', '2019年6月15日']);
  });
});
