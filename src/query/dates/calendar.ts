import { type Day, type Interval, lastDayOfMonth } from '../../programme/partial-date.js';

const two = (value: number) => String(value).padStart(2, '0');
const four = (value: number) => String(Math.min(Math.max(value, 1), 9999)).padStart(4, '0');

export function dayOf(year: number, month: number, day: number): Day {
  return `${four(year)}-${two(month)}-${two(day)}`;
}

/** Moves a day by whole days; the calendar ends at the years 1 and 9999. */
export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  const year = date.getUTCFullYear();
  if (year < 1) return '0001-01-01';
  return year > 9999 ? '9999-12-31' : dayOf(year, date.getUTCMonth() + 1, date.getUTCDate());
}

/** The same day some months on, or the last of that month when it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const total = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(total / 12), (total % 12) + 1];
  return dayOf(toYear, toMonth, Math.min(date, lastDayOfMonth(toYear, toMonth)));
}

export function yearInterval(year: number): Interval {
  return { from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) };
}

/** Months `first` to `last` of a year, counted from 1; 13 is January of the next year. */
export function monthsInterval(year: number, first: number, last: number): Interval {
  const at = (month: number): [number, number] => [
    year + Math.floor((month - 1) / 12),
    ((month - 1) % 12) + 1,
  ];
  const [fromYear, fromMonth] = at(first);
  const [toYear, toMonth] = at(last);
  return { from: dayOf(fromYear, fromMonth, 1), to: dayOf(toYear, toMonth, lastDayOfMonth(toYear, toMonth)) };
}

export function quarterInterval(year: number, quarter: number): Interval {
  return monthsInterval(year, quarter * 3 - 2, quarter * 3);
}

export function halfInterval(year: number, half: number): Interval {
  return monthsInterval(year, half * 6 - 5, half * 6);
}

/** Meteorological seasons, 1 spring to 4 winter: spring is March to May, and winter runs into the next year. */
export function seasonInterval(year: number, season: number): Interval {
  return monthsInterval(year, season * 3, season * 3 + 2);
}

/** Monday to Sunday of the week that holds the day. */
export function weekInterval(day: Day): Interval {
  const monday = addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
  return { from: monday, to: addDays(monday, 6) };
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: Day): number {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}
