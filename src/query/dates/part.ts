import type { Interval } from '../../programme/partial-date.js';
import { isDay, lastDayOfMonth } from '../../programme/partial-date.js';
import { isA, type Token } from '../text/tokens.js';
import {
  dayOf,
  halfInterval,
  monthsInterval,
  quarterInterval,
  seasonInterval,
  weekdayOf,
} from './calendar.js';
import { isPlainly, numbered, quantity } from './time-words.js';

/** A part of some year: `at` gives its days in a year. */
export interface Part {
  kind: 'month' | 'day' | 'season' | 'quarter' | 'half' | 'third';
  /** Nothing when the year has no such day. */
  at: (year: number) => Interval | undefined;
  /** The index after its last token. */
  to: number;
}

function dayPart(month: number, day: number, to: number): Part {
  const at = (year: number) => {
    const date = dayOf(year, month, day);
    return isDay(date) ? { from: date, to: date } : undefined;
  };
  return { kind: 'day', at, to };
}

const monthPart = (month: number, to: number): Part => ({
  kind: 'month',
  at: (year) => monthsInterval(year, month, month),
  to,
});

/** A day of the month: "20", "20th", "20日". */
function dayNumber(tokens: readonly Token[], i: number): { day: number; to: number } | undefined {
  const token = tokens[i];
  const ordinal = numbered(token, 'ordinal');
  if (ordinal !== undefined && isPlainly(token, 'ordinal')) return { day: ordinal, to: i + 1 };
  if (token?.kind !== 'number' || token.text.length > 2) return undefined;
  const day = Number(token.text);
  if (day < 1 || day > 31) return undefined;
  return { day, to: isA(tokens[i + 1], 'ordinal-mark', 'day') ? i + 2 : i + 1 };
}

/** Words between which a name of a month that is also another word ("may") is surely a month. */
const MONTH_NEIGHBOURS = [
  'in',
  'of',
  'during',
  'since',
  'until',
  'before',
  'after',
  'between',
  'from',
  'early',
  'middle',
  'late',
  'this',
  'recent',
  'next',
  'by',
] as const;

function monthName(tokens: readonly Token[], i: number): number | undefined {
  const month = numbered(tokens[i], 'month-name');
  if (month === undefined || isPlainly(tokens[i], 'month-name')) return month;
  const [before, after] = [tokens[i - 1], tokens[i + 1]];
  const beside = isA(before, ...MONTH_NEIGHBOURS) || before?.kind === 'number' || after?.kind === 'number';
  const listed = isA(before, 'and', 'or', 'to') && numbered(tokens[i - 2], 'month-name') !== undefined;
  return beside || listed ? month : undefined;
}

function monthAndDay(tokens: readonly Token[], i: number): Part | undefined {
  const month = monthName(tokens, i);
  if (month !== undefined) {
    const next = dayNumber(tokens, i + 1);
    return next === undefined ? monthPart(month, i + 1) : dayPart(month, next.day, next.to);
  }
  const number = tokens[i]?.kind === 'number' ? Number(tokens[i]?.text) : undefined;
  if (number !== undefined && number >= 1 && number <= 12 && isA(tokens[i + 1], 'month')) {
    const next = dayNumber(tokens, i + 2);
    return next === undefined ? monthPart(number, i + 2) : dayPart(number, next.day, next.to);
  }
  const day = dayNumber(tokens, i);
  if (day === undefined) return undefined;
  const after = isA(tokens[day.to], 'of') ? day.to + 1 : day.to;
  const named = numbered(tokens[after], 'month-name');
  return named === undefined ? undefined : dayPart(named, day.day, after + 1);
}

/** The number of a quarter or half, said before or after the word: "second quarter", "Q2", "2季度", "第2季度". */
function countedUnit(
  tokens: readonly Token[],
  i: number,
  name: 'quarter' | 'half-of',
  letter: string,
): { value: number; to: number } | undefined {
  const start = isA(tokens[i], 'ordinal-mark') ? i + 1 : i;
  const first = numbered(tokens[start], 'ordinal') ?? quantity(tokens[start]);
  if (first !== undefined) {
    const to = isA(tokens[start + 1], 'ordinal-mark') ? start + 2 : start + 1;
    return isA(tokens[to], name) ? { value: first, to: to + 1 } : undefined;
  }
  if (tokens[i]?.text !== letter && !isA(tokens[i], name)) return undefined;
  const value = quantity(tokens[i + 1]);
  return value === undefined ? undefined : { value, to: i + 2 };
}

function quarterOrHalf(tokens: readonly Token[], i: number): Part | undefined {
  const quarter = countedUnit(tokens, i, 'quarter', 'q');
  if (quarter !== undefined && quarter.value >= 1 && quarter.value <= 4) {
    return { kind: 'quarter', at: (year) => quarterInterval(year, quarter.value), to: quarter.to };
  }
  const half = numbered(tokens[i], 'half');
  if (half !== undefined) return { kind: 'half', at: (year) => halfInterval(year, half), to: i + 1 };
  const counted = countedUnit(tokens, i, 'half-of', 'h');
  if (counted === undefined || counted.value < 1 || counted.value > 2) return undefined;
  return { kind: 'half', at: (year) => halfInterval(year, counted.value), to: counted.to };
}

const THIRDS = [
  ['early', 1, 3],
  ['middle', 5, 8],
  ['late', 10, 12],
] as const;

/** "The first three months", "the last two months" of a year. */
function monthsFromEnd(tokens: readonly Token[], i: number): Part | undefined {
  const [end, number, months] = tokens.slice(i, i + 3);
  const isFirst = isA(end, 'first');
  const count = quantity(number);
  if ((!isFirst && !isA(end, 'last')) || count === undefined || count > 12) return undefined;
  if (!isA(months, 'month-unit')) return undefined;
  const at = (year: number) => monthsInterval(year, isFirst ? 1 : 13 - count, isFirst ? count : 12);
  return { kind: 'quarter', at, to: i + 3 };
}

/** Whether a year is named behind "the last three months": else they are those before today. */
export function isOfYear(tokens: readonly Token[], i: number): boolean {
  const part = monthsFromEnd(tokens, i);
  return part !== undefined && isA(tokens[part.to], 'of', 'in') && tokens[part.to + 1]?.kind === 'number';
}

/** The beginning, middle or end of a year: its first three months, May to August, its last three. */
export function thirdOfYear(token: Token | undefined, to: number): Part | undefined {
  for (const [name, first, last] of THIRDS) {
    if (isA(token, name)) return { kind: 'third', at: (year) => monthsInterval(year, first, last), to };
  }
  return undefined;
}

const THIRDS_OF_MONTH = [
  ['early', '01', '10'],
  ['middle', '11', '20'],
  ['late', '21', undefined],
] as const;

/** Narrows a month to its first ten days, the next ten, or the rest. */
function thirdOfMonth(month: Part, token: Token | undefined, to: number): Part | undefined {
  if (month.kind !== 'month') return undefined;
  for (const [name, first, last] of THIRDS_OF_MONTH) {
    if (!isA(token, name)) continue;
    const at = (year: number) => {
      const whole = month.at(year);
      if (whole === undefined) return undefined;
      const prefix = whole.from.slice(0, 8);
      const end = last ?? String(lastDayOfMonth(Number(prefix.slice(0, 4)), Number(prefix.slice(5, 7))));
      return { from: `${prefix}${first}`, to: `${prefix}${end}` };
    };
    return { kind: 'month', at, to };
  }
  return undefined;
}

/** A weekday beside a date keeps only the years in which the day is one: "Wednesday 20 November". */
function onWeekday(part: Part, weekday: number, to: number): Part {
  const at = (year: number) => {
    const day = part.at(year);
    return day !== undefined && weekdayOf(day.from) === weekday ? day : undefined;
  };
  return { kind: 'day', at, to };
}

/** A month, day, season, quarter or half of a year that is yet to be named. */
export function parsePart(tokens: readonly Token[], i: number): Part | undefined {
  const weekday = numbered(tokens[i], 'weekday');
  if (weekday !== undefined) {
    const part = parsePart(tokens, tokens[i + 1]?.kind === 'comma' ? i + 2 : i + 1);
    return part?.kind === 'day' ? onWeekday(part, weekday, part.to) : undefined;
  }
  const season = numbered(tokens[i], 'season');
  if (season !== undefined) return { kind: 'season', at: (year) => seasonInterval(year, season), to: i + 1 };
  const counted = quarterOrHalf(tokens, i) ?? monthsFromEnd(tokens, i);
  if (counted !== undefined) return counted;
  const part = monthAndDay(tokens, i);
  if (part === undefined) {
    const month = isA(tokens[i], 'early', 'middle', 'late')
      ? parsePart(tokens, isA(tokens[i + 1], 'of') ? i + 2 : i + 1)
      : undefined;
    return month === undefined ? undefined : thirdOfMonth(month, tokens[i], month.to);
  }
  const after = numbered(tokens[part.to], 'weekday');
  if (part.kind === 'day' && after !== undefined) return onWeekday(part, after, part.to + 1);
  return thirdOfMonth(part, tokens[part.to], part.to + 1) ?? part;
}
