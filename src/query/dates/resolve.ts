import type { Day, Interval } from '../../programme/partial-date.js';
import type { Token } from '../text/tokens.js';
import type { Period } from './period.js';

export interface Calendar {
  today: Day;
  /** The years in which a date without a year may be: those that the programme's records are in. */
  years: { from: number; to: number };
  /** The days of an event that a phrase names, for "before the forum". */
  eventAt: (token: Token) => Interval | undefined;
  /** Whether a city is where that event took place: "the forum in …" is one name. */
  isPlaceOf: (place: Token, event: Token) => boolean;
  /** Whether a record is dated to that very day. */
  isDated: (day: Day) => boolean;
  /** The days from the first mission about a subject on, for "during the pandemic". */
  sinceSubject: (token: Token) => Interval | undefined;
}

/** All days that the period may be, nearest years first to the end of the programme's last. */
export function resolve(said: Period, calendar: Calendar): Interval[] {
  const current = Number(calendar.today.slice(0, 4));
  const isCurrent =
    (said.kind === 'half' || said.kind === 'quarter') &&
    current >= calendar.years.from &&
    current <= calendar.years.to;
  // "The second quarter" is this year's while the programme runs, and 年底 always.
  const period = isCurrent || said.kind === 'third' ? withYear(said, current) : said;
  if (period.year !== undefined) return [period.part(period.year)].filter((days) => days !== undefined);
  const all: Interval[] = [];
  for (let year = calendar.years.from; year <= calendar.years.to; year++) {
    const days = period.part(year);
    if (days !== undefined) all.push(days);
  }
  return all;
}

/** The one stretch of days of a boundary: without a year, the latest that has begun, else the first. */
export function single(period: Period, calendar: Calendar): Interval | undefined {
  const all = resolve(period, calendar);
  return all.findLast((days) => days.from <= calendar.today) ?? all[0];
}

export const withYear = (period: Period, year: number | undefined): Period =>
  period.year === undefined && year !== undefined ? { ...period, year } : period;

export interface Read {
  ranges: Interval[];
  to: number;
  vague: boolean;
}
