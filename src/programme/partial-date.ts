import * as z from 'zod';
import type { FaultKey } from './fault.js';

/**
 * A calendar date as precise as its source: a year, a month or a day. It is never made more precise than that
 * ("June 2019" is not 1 June 2019). No time zone: the programme's dates are dates of its own calendar.
 */
export const PartialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/, 'not-date' satisfies FaultKey)
  .refine((value) => value.length < 10 || isDay(value), 'no-day' satisfies FaultKey);
export type PartialDate = z.infer<typeof PartialDate>;

/** A whole day, YYYY-MM-DD. Days compare as strings. */
export type Day = string;

/** Days from `from` to `to`, both included. An open end is the first or last day there is. */
export interface Interval {
  from: Day;
  to: Day;
}

export const FIRST_DAY: Day = '0001-01-01';
export const LAST_DAY: Day = '9999-12-31';

/** True for a day that exists in the Gregorian calendar: 2020-02-29 does, 2019-02-29 does not. */
export function isDay(value: string): boolean {
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** The last day of a month (1–12). */
export function lastDayOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** All days that a partial date may mean. */
export function intervalOf(date: PartialDate): Interval {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (day === undefined) {
    const last = String(lastDayOfMonth(Number(year), Number(month))).padStart(2, '0');
    return { from: `${year}-${month}-01`, to: `${year}-${month}-${last}` };
  }
  return { from: date, to: date };
}

/** Whether a dated thing may fall within the interval: their days meet. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.from <= b.to && b.from <= a.to;
}
