import type { Locale } from '../programme/localized.js';
import type { PartialDate } from '../programme/partial-date.js';
import type { Translate } from './languages.js';

/** How one language writes dates, lists and numbers. */
export interface Formats {
  /** A date as precise as it is: "2019", "June 2019", "20 November 2019"; 2019年6月. */
  date(date: PartialDate): string;
  /** Days as the shortest exact phrase: "June 2019", "April 2019 to June 2019"; 2019年4月至2019年6月. */
  range(range: { from: string; to: string }): string;
  /** An instant in a time zone, to the minute. */
  moment(at: Date, timezone: string): string;
  /** The day of an instant in a time zone: "12 March 2021". */
  dayOf(at: Date, timezone: string): string;
  /** "Rome, Granada and Nice"; 罗马、格拉纳达和尼斯. */
  list(names: Iterable<string>): string;
  /** "Rome, Granada or Nice"; 罗马、格拉纳达或尼斯. */
  either(names: Iterable<string>): string;
  number(value: number): string;
}

// British English, since the readers are European: day before month.
const tags: Record<Locale, string> = { en: 'en-GB', zh: 'zh-CN' };

const parts = [
  { year: 'numeric' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric', month: 'long', day: 'numeric' },
] as const satisfies readonly Intl.DateTimeFormatOptions[];

/**
 * Makes the formats of a language. `translate` joins a range, since Intl writes Chinese ranges with slashes (2019/4 – 2019/6).
 * Intl's objects take milliseconds to make, so each is made when it is first needed.
 */
export function createFormats(locale: Locale, translate: Translate): Formats {
  const tag = tags[locale];
  const dates = remembering(
    (precision: number) => new Intl.DateTimeFormat(tag, { ...parts[precision - 1], timeZone: 'UTC' }),
  );
  const moments = remembering(
    (timeZone: string) => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short', timeZone }),
  );
  const days = remembering(
    (timeZone: string) => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone }),
  );
  const lists = remembering((type: 'conjunction' | 'disjunction') => new Intl.ListFormat(tag, { type }));
  const numbers = remembering((style: 'decimal') => new Intl.NumberFormat(tag, { style }));
  const written = remembering((value: number) => numbers('decimal').format(value));

  return {
    date: remembering((date) => dates(date.split('-').length).format(new Date(date))),
    range: ({ from, to }) => {
      const format = dates(precisionOf(from, to));
      const [first, last] = [format.format(new Date(from)), format.format(new Date(to))];
      return first === last ? first : translate('formats:range', { from: first, to: last });
    },
    moment: (at, timeZone) => moments(timeZone).format(at),
    dayOf: (at, timeZone) => days(timeZone).format(at),
    list: (names) => lists('conjunction').format(names),
    either: (names) => lists('disjunction').format(names),
    number: written,
  };
}

/** More than the dates and zones that come up again and again. */
const KEPT = 2000;

/** Makes a thing for a key once, and again when many others came in between. */
function remembering<K, T>(make: (key: K) => T): (key: K) => T {
  const made = new Map<K, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(key);
    if (made.size >= KEPT) made.clear();
    made.set(key, fresh);
    return fresh;
  };
}

/** 1 when the days are whole years, 2 when whole months, else 3. */
function precisionOf(from: string, to: string): 1 | 2 | 3 {
  const dayAfter = new Date(new Date(to).getTime() + 86_400_000).toISOString().slice(0, 10);
  if (!from.endsWith('-01') || !dayAfter.endsWith('-01')) return 3;
  return from.endsWith('-01-01') && dayAfter.endsWith('-01-01') ? 1 : 2;
}
