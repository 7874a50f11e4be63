import type formats from '../../locales/en/formats.json';
import type { Locale } from '../programme/localized.js';
import type { Day, PartialDate } from '../programme/partial-date.js';
import type { Translate } from './languages.js';

/** How one language writes dates, lists and numbers. */
export interface Formats {
  /** A date as precise as it is: "2019", "June 2019", "20 November 2019"; 2019年6月. */
  date(date: PartialDate): string;
  /** The month of a day or month by itself: "June"; 6月. */
  month(date: PartialDate): string;
  /** A day in any year: "20 June"; 6月20日. */
  dayOfMonth(day: Day): string;
  /** Days as the shortest exact phrase: "June 2019", "April 2019 to June 2019"; 2019年4月至2019年6月. */
  range(range: { from: Day; to: Day }): string;
  /** An instant in a time zone, to the minute. */
  moment(at: Date, timezone: string): string;
  /** "Rome, Granada and Nice"; 罗马、格拉纳达和尼斯. */
  list(names: Iterable<string>): string;
  /** "Rome, Granada or Nice"; 罗马、格拉纳达或尼斯. */
  either(names: Iterable<string>): string;
  number(value: number): string;
}

// British English, since the readers are European: day before month.
const tags: Record<Locale, string> = { en: 'en-GB', zh: 'zh-CN' };

/**
 * Makes the formats of a language. Dates and lists are words of its message files: they have no time zone, and whatever is asked
 * of Intl first takes 10 ms, which every run of a command would pay. Its objects are made when they are first needed.
 */
export function createFormats(locale: Locale, translate: Translate): Formats {
  const tag = tags[locale];
  const date = remembering((written: PartialDate) => wordsOf(written, translate));
  const moments = remembering(
    (timeZone: string) => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short', timeZone }),
  );
  const numbers = remembering((style: 'decimal') => new Intl.NumberFormat(tag, { style }));

  return {
    date,
    month: (day) => monthName(day, translate),
    dayOfMonth: (day) =>
      translate('formats:dayOfMonth', { month: monthName(day, translate), day: Number(day.slice(8)) }),
    range: ({ from, to }) => {
      const length = lengthOf(from, to);
      const [first, last] = [date(from.slice(0, length)), date(to.slice(0, length))];
      return first === last ? first : translate('formats:range', { from: first, to: last });
    },
    moment: (at, timeZone) => moments(timeZone).format(at),
    list: (names) => joined([...names], 'and', translate),
    either: (names) => joined([...names], 'or', translate),
    // Smaller numbers are written the same in both languages, without a sign between thousands.
    number: remembering((value) => (value < 1000 ? String(value) : numbers('decimal').format(value))),
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

type Month = keyof (typeof formats)['months'];

const monthName = (date: PartialDate, translate: Translate) =>
  translate(`formats:months.${date.slice(5, 7) as Month}`); // a date has no other

function wordsOf(date: PartialDate, translate: Translate): string {
  const [year, month, day] = date.split('-');
  if (month === undefined) return translate('formats:year', { year: Number(year) });
  const named = { year: Number(year), month: monthName(date, translate) };
  return day === undefined
    ? translate('formats:month', named)
    : translate('formats:day', { ...named, day: Number(day) });
}

/** How much of each day is written: its year when the days are whole years, its month when whole months, else all of it. */
function lengthOf(from: Day, to: Day): number {
  const dayAfter = new Date(new Date(to).getTime() + 86_400_000).toISOString().slice(0, 10);
  if (!from.endsWith('-01') || !dayAfter.endsWith('-01')) return 'YYYY-MM-DD'.length;
  return from.endsWith('-01-01') && dayAfter.endsWith('-01-01') ? 'YYYY'.length : 'YYYY-MM'.length;
}

function joined(names: readonly string[], by: 'and' | 'or', translate: Translate): string {
  const last = names.at(-1);
  if (last === undefined) return '';
  if (names.length === 1) return last;
  const first = names
    .slice(0, -1)
    .reduce((list, name) => translate('formats:comma', { first: list, last: name }));
  return translate(`formats:${by}`, { first, last });
}
