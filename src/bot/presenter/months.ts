import { type Interval, intervalOf } from '../../programme/partial-date.js';
import type { View } from './view.js';

/** "September to November 2019": months of one year, with the year once. None for other days. */
export function monthsNamed({ from, to }: Interval, view: View): string | undefined {
  const year = from.slice(0, 4);
  if (year !== to.slice(0, 4) || from.slice(0, 7) === to.slice(0, 7)) return undefined;
  if (!from.endsWith('-01') || intervalOf(to.slice(0, 7)).to !== to) return undefined;
  if (from.endsWith('-01-01') && to.endsWith('-12-31')) return undefined;
  const { t, formats } = view.language;
  return t('answers:time.months', { year, first: formats.month(from), last: formats.month(to) });
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
    name: t('answers:time.of-years', {
      month: isDay ? formats.dayOfMonth(first.from) : formats.month(first.from),
      years,
    }),
  };
}
