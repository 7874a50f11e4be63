import type { Day, Interval } from '../../programme/partial-date.js';
import type { RelativeUnit } from '../lexicon/word-class.js';
import { startsWithHan } from '../text/han.js';
import { isA, type Token } from '../text/tokens.js';
import {
  addDays,
  addMonths,
  halfInterval,
  monthsInterval,
  quarterInterval,
  weekInterval,
  yearInterval,
} from './calendar.js';
import { parsePart } from './part.js';
import { namesYear, quantity, unit } from './time-words.js';

/** Days that were said with several words, and the index after the last of them. */
export interface Stretch {
  days: Interval;
  to: number;
}

const yearOf = (day: Day) => Number(day.slice(0, 4));
const monthOf = (day: Day) => Number(day.slice(5, 7));

/** The unit of time that holds a day, moved by `offset`: month −1 of 2020-03-10 is February 2020. */
export function unitInterval(today: Day, name: RelativeUnit, offset: number): Interval {
  switch (name) {
    case 'year':
      return yearInterval(yearOf(today) + offset);
    case 'half': {
      const at = yearOf(today) * 2 + (monthOf(today) > 6 ? 1 : 0) + offset;
      return halfInterval(Math.floor(at / 2), (at % 2) + 1);
    }
    case 'quarter': {
      const at = yearOf(today) * 4 + Math.floor((monthOf(today) - 1) / 3) + offset;
      return quarterInterval(Math.floor(at / 4), (at % 4) + 1);
    }
    case 'month': {
      const at = yearOf(today) * 12 + monthOf(today) - 1 + offset;
      return monthsInterval(Math.floor(at / 12), (at % 12) + 1, (at % 12) + 1);
    }
    case 'week':
      return weekInterval(addDays(today, offset * 7));
    case 'day': {
      const day = addDays(today, offset);
      return { from: day, to: day };
    }
  }
}

const MONTHS = { year: 12, half: 6, quarter: 3, month: 1 } as const;

/** A day some units away from another. */
export function shifted(day: Day, name: RelativeUnit, count: number): Day {
  if (name === 'week' || name === 'day') return addDays(day, count * (name === 'week' ? 7 : 1));
  return addMonths(day, count * MONTHS[name]);
}

/** The last, this or next of a part of the year: "last autumn" is over, "next June" is to come. */
function parseNearest(tokens: readonly Token[], i: number, today: Day): Stretch | undefined {
  const [past, present, future] = [isA(tokens[i], 'recent'), isA(tokens[i], 'this'), isA(tokens[i], 'next')];
  if (!past && !present && !future) return undefined;
  const part = parsePart(tokens, i + 1);
  if (part === undefined) return undefined;
  const year = yearOf(today);
  const inYear = (of: number) => part.at(of) ?? yearInterval(of);
  if (present) return { days: inYear(year), to: part.to };
  const candidates = past ? [year, year - 1, year - 2] : [year - 1, year, year + 1];
  const chosen = candidates.map(inYear).find((days) => (past ? days.to < today : days.from > today));
  return chosen && { days: chosen, to: part.to };
}

/** "The last three months", 最近半年, "two years ago", 3个月前, "the next two weeks". */
function parseCounted(tokens: readonly Token[], i: number, today: Day): Stretch | undefined {
  const [past, future] = [isA(tokens[i], 'recent'), isA(tokens[i], 'next')];
  const start = past || future ? i + 1 : i;
  const count = quantity(tokens[start]);
  const at = count === undefined ? start : start + 1;
  const name = unit(tokens[at]);
  if (name === undefined || namesYear(tokens[start], tokens[at])) return undefined;
  const to = at + 1;
  if (isA(tokens[to], 'ago')) {
    const day = shifted(today, name, -(count ?? 1));
    return { days: name === 'day' ? { from: day, to: day } : unitInterval(day, name, 0), to: to + 1 };
  }
  // 半年内 by itself looks back.
  const within =
    startsWithHan(tokens[to]?.text ?? '') && isA(tokens[to], 'during') && isA(tokens[to], 'function');
  if (!past && !future && !(within && (count !== undefined || name === 'half'))) return undefined;
  const days = !future
    ? { from: shifted(today, name, -(count ?? 1)), to: today }
    : { from: today, to: shifted(today, name, count ?? 1) };
  return { days, to: isA(tokens[to], 'during') ? to + 1 : to };
}

/** Reads a time that is told by its distance from today, where one begins at a token. */
export function parseFromToday(tokens: readonly Token[], i: number, today: Day): Stretch | undefined {
  return parseCounted(tokens, i, today) ?? parseNearest(tokens, i, today);
}
