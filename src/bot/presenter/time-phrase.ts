import {
  FIRST_DAY,
  type Interval,
  intervalOf,
  LAST_DAY,
  type PartialDate,
} from '../../programme/partial-date.js';
import { addDays } from '../../query/dates/calendar.js';
import { monthsNamed, recurring } from './months.js';
import type { View } from './view.js';

/** When something was, within a sentence: "in June 2019", "on 20 November 2019". */
export function timeOf(date: PartialDate, { language }: View): string {
  return language.t(date.length === 10 ? 'answers:time.day' : 'answers:time.period', {
    date: language.formats.date(date),
  });
}

/** Alternative days within a sentence: "in 2018 or in 2020", "outside 2019", "in June of 2018, 2019 or 2020". */
export function timeOfAny(ranges: readonly Interval[], view: View): string {
  const { t, formats } = view.language;
  const outside = allBut(ranges);
  if (outside !== undefined) {
    const single = asOneDate(outside);
    return t('answers:time.outside', {
      date: single === undefined ? rangeNamed(outside, view) : formats.date(single),
    });
  }
  const again = recurring(ranges, view, 'either');
  return again === undefined
    ? formats.either(ranges.map((range) => timeOfDays(range, view)))
    : t(`answers:time.${again.kind}`, { date: again.name });
}

/** The days between a range up to one day and a range from another on. */
function allBut([before, after, ...others]: readonly Interval[]): Interval | undefined {
  if (before === undefined || after === undefined || others.length > 0) return undefined;
  if (before.from !== FIRST_DAY || after.to !== LAST_DAY) return undefined;
  const between = { from: addDays(before.to, 1), to: addDays(after.from, -1) };
  return between.from <= between.to ? between : undefined;
}

/** Days within a sentence: "in June 2019", "from April to June 2020", "since 2019", "up to May 2020". */
export function timeOfDays({ from, to }: Interval, view: View): string {
  const { t, formats } = view.language;
  if (from === FIRST_DAY) return t('answers:time.until', { date: formats.date(endingOn(to)) });
  if (to === LAST_DAY) return t('answers:time.since', { date: formats.date(beginningOn(from)) });
  const single = asOneDate({ from, to });
  return single === undefined
    ? t('answers:time.span', { range: rangeNamed({ from, to }, view) })
    : timeOf(single, view);
}

/** Days by themselves: "June 2019", "April to June 2020", "2019 onwards". */
export function daysNamed({ from, to }: Interval, view: View): string {
  const { t, formats } = view.language;
  if (from === FIRST_DAY) return t('answers:time.until-bare', { date: formats.date(endingOn(to)) });
  if (to === LAST_DAY) return t('answers:time.since-bare', { date: formats.date(beginningOn(from)) });
  return rangeNamed({ from, to }, view);
}

/** Several days by themselves: "June of 2018, 2019 and 2020". */
export function allDaysNamed(ranges: readonly Interval[], view: View): readonly string[] {
  const again = recurring(ranges, view, 'list');
  return again === undefined ? ranges.map((range) => daysNamed(range, view)) : [again.name];
}

function rangeNamed(range: Interval, view: View): string {
  return monthsNamed(range, view) ?? view.language.formats.range(range);
}

/** How far off a coming date is: "in 21 days", for a month "the month begins in 12 days". None once it has begun. */
export function timeLeft(date: PartialDate, { language: { t }, today }: View): string | undefined {
  const count = Math.round((Date.parse(intervalOf(date).from) - Date.parse(today)) / 86_400_000);
  if (count < 0 || (count === 0 && date.length < 10)) return undefined;
  if (date.length === 4) return t('answers:time.year-begins', { count });
  if (date.length === 7) return t('answers:time.month-begins', { count });
  if (count === 0) return t('answers:time.today');
  return count === 1 ? t('answers:time.tomorrow') : t('answers:time.days-left', { count });
}

/** The days as one year, month or day, when they are one. */
function asOneDate({ from, to }: Interval): PartialDate | undefined {
  return [from.slice(0, 4), from.slice(0, 7), from].find((date) => {
    const interval = intervalOf(date);
    return interval.from === from && interval.to === to;
  });
}

/** The widest date that begins on a day: 2019-01-01 is 2019, 2019-04-01 is 2019-04. */
function beginningOn(day: string): PartialDate {
  return [day.slice(0, 4), day.slice(0, 7)].find((date) => intervalOf(date).from === day) ?? day;
}

function endingOn(day: string): PartialDate {
  return [day.slice(0, 4), day.slice(0, 7)].find((date) => intervalOf(date).to === day) ?? day;
}
