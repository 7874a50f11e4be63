import type { Locale } from '../../programme/localized.js';
import { type Interval, intervalOf } from '../../programme/partial-date.js';
import type { View } from './view.js';

// British English, as all dates are written; long Chinese names would spell the month's number out. Intl's objects take milliseconds to make, so each is made once.
const tags: Record<Locale, string> = { en: 'en-GB', zh: 'zh-CN' };
const made = new Map<string, Intl.DateTimeFormat>();

/** The month of a day by itself, "June" or 6月; with `withDay` also the day, "20 June". */
export function monthOf(day: string, { language: { locale } }: View, withDay = false): string {
  const key = `${locale} ${withDay}`;
  const format =
    made.get(key) ??
    new Intl.DateTimeFormat(tags[locale], {
      month: locale === 'zh' ? 'numeric' : 'long',
      ...(withDay ? { day: 'numeric' } : {}),
      timeZone: 'UTC',
    });
  made.set(key, format);
  return format.format(new Date(day));
}

/** "September to November 2019": months of one year, with the year once. None for other days. */
export function monthsNamed({ from, to }: Interval, view: View): string | undefined {
  const year = from.slice(0, 4);
  if (year !== to.slice(0, 4) || from.slice(0, 7) === to.slice(0, 7)) return undefined;
  if (!from.endsWith('-01') || intervalOf(to.slice(0, 7)).to !== to) return undefined;
  if (from.endsWith('-01-01') && to.endsWith('-12-31')) return undefined;
  const values = { year, first: monthOf(from, view), last: monthOf(to, view) };
  return view.language.t('answers:time.months', values);
}

/** The same month or day of several years: "June of 2018, 2019 or 2020". None for other days. */
export function recurring(
  ranges: readonly Interval[],
  view: View,
  join: 'list' | 'either',
): { kind: 'day' | 'period'; name: string } | undefined {
  const [first, ...others] = ranges;
  if (first === undefined || others.length === 0) return undefined;
  const isDay = first.from === first.to;
  const isMonth = ({ from, to }: Interval) => {
    const month = intervalOf(from.slice(0, 7));
    return month.from === from && month.to === to;
  };
  const alike = ranges.every(
    (range) =>
      range.from.slice(4) === first.from.slice(4) && (isDay ? range.from === range.to : isMonth(range)),
  );
  if (!alike) return undefined;
  const { t, formats } = view.language;
  const years = formats[join](ranges.map(({ from }) => formats.date(from.slice(0, 4))));
  return {
    kind: isDay ? 'day' : 'period',
    name: t('answers:time.of-years', { month: monthOf(first.from, view, isDay), years }),
  };
}
