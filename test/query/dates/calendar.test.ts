import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  monthsInterval,
  seasonInterval,
  weekdayOf,
  weekInterval,
} from '../../../src/query/dates/calendar.js';

test('months end where they end', () => {
  expect(monthsInterval(2020, 2, 2)).toEqual({ from: '2020-02-01', to: '2020-02-29' });
  expect(monthsInterval(2019, 12, 14)).toEqual({ from: '2019-12-01', to: '2020-02-29' });
  expect(addMonths('2020-03-31', -1)).toBe('2020-02-29');
  expect(addMonths('2019-11-30', 3)).toBe('2020-02-29');
});

test('winter runs into the next year', () => {
  expect(seasonInterval(2019, 4)).toEqual({ from: '2019-12-01', to: '2020-02-29' });
});

test('days go back as they came', () => {
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(day, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
      const start = date.toISOString().slice(0, 10);
      expect(addDays(addDays(start, days), -days)).toBe(start);
      const week = weekInterval(start);
      expect([weekdayOf(week.from), weekdayOf(week.to)]).toEqual([1, 7]);
    }),
  );
});

test('the calendar ends with the years of four digits', () => {
  expect(addDays('9999-12-31', 1)).toBe('9999-12-31');
  expect(addDays('0001-01-01', -1)).toBe('0001-01-01');
});
