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

/** Makes the formats of a language. `translate` joins a range, since Intl writes Chinese ranges with slashes (2019/4 – 2019/6). */
export function createFormats(locale: Locale, translate: Translate): Formats {
  const tag = tags[locale];
  const dates = parts.map((options) => new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' }));
  const conjunction = new Intl.ListFormat(tag, { type: 'conjunction' });
  const disjunction = new Intl.ListFormat(tag, { type: 'disjunction' });
  const numbers = new Intl.NumberFormat(tag);
  const moments = new Map<string, Intl.DateTimeFormat>();

  // A date of YYYY, YYYY-MM or YYYY-MM-DD has one, two or three parts, and so as many formats.
  const formatOf = (precision: number) => dates[precision - 1] as Intl.DateTimeFormat;
  const inZone = (timezone: string, options: Intl.DateTimeFormatOptions) => {
    const key = `${timezone} ${Object.keys(options).join()}`;
    const known = moments.get(key);
    if (known !== undefined) return known;
    const made = new Intl.DateTimeFormat(tag, { ...options, timeZone: timezone });
    moments.set(key, made);
    return made;
  };

  return {
    date: (date) => formatOf(date.split('-').length).format(new Date(date)),
    range: ({ from, to }) => {
      const format = formatOf(precisionOf(from, to));
      const [first, last] = [format.format(new Date(from)), format.format(new Date(to))];
      return first === last ? first : translate('formats:range', { from: first, to: last });
    },
    moment: (at, timezone) => inZone(timezone, { dateStyle: 'long', timeStyle: 'short' }).format(at),
    dayOf: (at, timezone) => inZone(timezone, { dateStyle: 'long' }).format(at),
    list: (names) => conjunction.format(names),
    either: (names) => disjunction.format(names),
    number: (value) => numbers.format(value),
  };
}

/** 1 when the days are whole years, 2 when whole months, else 3. */
function precisionOf(from: string, to: string): 1 | 2 | 3 {
  const dayAfter = new Date(new Date(to).getTime() + 86_400_000).toISOString().slice(0, 10);
  if (!from.endsWith('-01') || !dayAfter.endsWith('-01')) return 3;
  return from.endsWith('-01-01') && dayAfter.endsWith('-01-01') ? 1 : 2;
}
