import type { Day } from '../programme/partial-date.js';

const DAY_MS = 86_400_000;

/** The day that is `days` later, or earlier when negative. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Monday to Friday. */
export function isWeekday(day: Day): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday >= 1 && weekday <= 5;
}
