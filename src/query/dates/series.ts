import type { Interval } from '../../programme/partial-date.js';
import { isA, type Token } from '../text/tokens.js';
import { monthsInterval } from './calendar.js';
import { type Period, parsePeriod } from './period.js';
import { type Calendar, type Read, resolve, single, withYear } from './resolve.js';
import { numbered } from './time-words.js';

/** "Between April and June 2020", "from 2018 to 2019", 4月到6月, "2018–2020". */
export function parseRange(tokens: readonly Token[], i: number, calendar: Calendar): Read | undefined {
  const opened = isA(tokens[i], 'between', 'from', 'since');
  const start = opened ? i + 1 : i;
  const first = parsePeriod(tokens, start, calendar.today);
  if (first === undefined) return undefined;
  const link = tokens[first.to];
  const links =
    link?.kind === 'joint' || isA(link, 'to', 'until') || (isA(tokens[i], 'between') && isA(link, 'and'));
  if (!links) return undefined;
  const second = parsePeriod(tokens, first.to + 1, calendar.today);
  if (second === undefined || link?.text === '+' || link?.text === '&') return undefined;
  const to = isA(tokens[second.to], 'between', 'during') ? second.to + 1 : second.to;
  const ranges =
    first.year === undefined && second.year === undefined
      ? eachYear(first, second, calendar)
      : [spanOf(first, second, calendar)];
  const found = ranges.filter((range) => range !== undefined);
  return found.length === 0 ? undefined : { ranges: found, to, vague: first.vague || second.vague };
}

/** From the beginning of one period to the end of the other; the year may be said with either. */
function spanOf(first: Period, second: Period, calendar: Calendar): Interval | undefined {
  const last = single(withYear(second, first.year), calendar);
  const begin = single(withYear(first, second.year ?? (last && Number(last.from.slice(0, 4)))), calendar);
  if (begin === undefined || last === undefined) return undefined;
  if (last.to >= begin.from) return { from: begin.from, to: last.to };
  // "From 2020 to 2018", told backwards; of months the year of one may only be left out.
  return first.year === undefined || second.year === undefined
    ? undefined
    : { from: last.from, to: begin.to };
}

/** The same months of each year, for "April to June". */
function eachYear(first: Period, second: Period, calendar: Calendar): (Interval | undefined)[] {
  const { from, to } = calendar.years;
  return Array.from({ length: to - from + 1 }, (_, i) =>
    spanOf(withYear(first, from + i), withYear(second, from + i), calendar),
  );
}

/** One or several periods: "July or August 2019", 2018年和2020年. The year may be said once for all. */
export function parseList(tokens: readonly Token[], i: number, calendar: Calendar): Read | undefined {
  const periods: Period[] = [];
  let to = i;
  for (let at = i; ; ) {
    const period = parseShortYear(tokens, at, calendar) ?? parsePeriod(tokens, at, calendar.today);
    if (period === undefined) break;
    periods.push(period);
    to = period.to;
    at = to;
    while (
      isA(tokens[at], 'and', 'or', 'both', 'in') ||
      tokens[at]?.kind === 'comma' ||
      tokens[at]?.kind === 'joint'
    )
      at++;
    if (at === to && !isNextMonth(tokens, at)) break;
  }
  if (periods.length === 0 || cutsWord(tokens, periods, to)) return undefined;
  const years = periods.map((period) => period.year);
  const ranges = periods.flatMap((period, k) => {
    const shared =
      years.slice(k).find((year) => year !== undefined) ??
      years.slice(0, k).findLast((year) => year !== undefined);
    return resolve(withYear(period, shared), calendar);
  });
  return { ranges, to, vague: periods.some((period) => period.vague) };
}

/** "Sept 19": a month of a year of the programme, unless a record is of the 19th of that month. */
function parseShortYear(tokens: readonly Token[], i: number, calendar: Calendar): Period | undefined {
  const period = parsePeriod(tokens, i, calendar.today);
  const [name, digits] = tokens.slice(i, i + 2);
  if (period?.kind !== 'day' || period.year !== undefined || period.to !== i + 2) return undefined;
  const [month, year] = [numbered(name, 'month-name'), 2000 + Number(digits?.text)];
  const { from, to } = calendar.years;
  if (month === undefined || digits?.kind !== 'number' || digits.text.length !== 2) return undefined;
  if (year < from || year > to || resolve(period, calendar).some((days) => calendar.isDated(days.from)))
    return undefined;
  return { ...period, year, part: (of) => monthsInterval(of, month, month), kind: 'month' };
}

/** 七八月: the second of two months in one word. */
const isNextMonth = (tokens: readonly Token[], at: number) =>
  numbered(tokens[at], 'month-name') !== undefined && tokens[at]?.from === tokens[at - 1]?.to;

/** A month that runs on into an unknown word is none: 三月街 is a fair's name. */
function cutsWord(tokens: readonly Token[], periods: readonly Period[], to: number): boolean {
  const [next, last] = [tokens[to], tokens[to - 1]];
  if (next?.kind !== 'unknown' || last === undefined || next.from !== last.to) return false;
  return periods.length === 1 && periods[0]?.year === undefined && periods[0]?.kind === 'month';
}
