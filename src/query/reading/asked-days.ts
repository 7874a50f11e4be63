import type { Interval } from '../../programme/partial-date.js';
import type { DateMention } from '../dates/dates.js';
import type { DateRange } from '../query.js';
import type { Scene } from './scene.js';

/** Days outside all of the ranges. */
function outside(ranges: readonly Interval[]): DateRange[] {
  const sorted = [...ranges].sort((a, b) => (a.from < b.from ? -1 : 1));
  const gaps: DateRange[] = [];
  let from = '0001-01-01';
  for (const range of sorted) {
    if (range.from > from) gaps.push({ from, to: dayBefore(range.from) });
    from = dayAfter(range.to);
  }
  gaps.push({ from, to: '9999-12-31' });
  return gaps;
}

const shift = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

const dayBefore = (day: string) => shift(day, -1);

const dayAfter = (day: string) => (day === '9999-12-31' ? day : shift(day, 1));

/** The days that all dates of a question leave: limits narrow each other, several periods add up, and "in June … of 2019" is one. */
export function rangesOf(dates: readonly DateMention[]): DateRange[] {
  let limits: DateRange[] | undefined;
  let periods: DateRange[] = [];
  for (const date of dates) {
    const ranges = date.excluded ? outside(date.ranges) : date.ranges.map(({ from, to }) => ({ from, to }));
    const open = date.excluded || ranges.some(({ from, to }) => from === '0001-01-01' || to === '9999-12-31');
    if (!open) periods = sharedOrAll(periods, ranges);
    else limits = limits === undefined ? ranges : meet(limits, ranges);
  }
  if (limits === undefined) return periods;
  return periods.length === 0 ? limits : meet(limits, periods);
}

/** What two periods share, as 六月 and 2019年 do; else both. */
function sharedOrAll(some: readonly DateRange[], others: readonly DateRange[]): DateRange[] {
  const shared = meet(some, others);
  return shared.length > 0 ? shared : [...some, ...others];
}

function meet(a: readonly DateRange[], b: readonly DateRange[]): DateRange[] {
  return a.flatMap((one) =>
    b.flatMap((other) => {
      const from = one.from > other.from ? one.from : other.from;
      const to = one.to < other.to ? one.to : other.to;
      return from <= to ? [{ from, to }] : [];
    }),
  );
}

/** "What was planned?" asks for no day ahead. */
export const asksOfPast = (scene: Scene) => scene.has('past');

/** The days that the question names; of those, what is to come when it asks for what is ahead. */
export function datesOf(scene: Scene, today: string): DateRange[] {
  const ranges = rangesOf(scene.dates);
  // "Anything else before the end of the year?"
  const isAhead =
    scene.has('other') &&
    ranges.length > 0 &&
    ranges.every(({ from, to }) => from === '0001-01-01' && to > today);
  if ((!scene.has('upcoming', 'will') && !isAhead) || asksOfPast(scene)) return ranges;
  const ahead = [{ from: dayAfter(today), to: '9999-12-31' }];
  if (ranges.length === 0) return ahead;
  const rest = meet(ranges, ahead);
  return rest.length === 0 ? ranges : rest;
}
