import type { Interval } from '../../programme/partial-date.js';
import { isA, type Token } from '../text/tokens.js';
import {
  parseAfterwards,
  parseBefore,
  parseBetween,
  parseDuring,
  parseSubjectBefore,
  parseWithin,
} from './limits.js';
import type { Calendar } from './resolve.js';
import { parseList, parseRange } from './series.js';

/** Time named in a text: a record's date must meet one of the ranges, or none of them when `excluded`. */
export interface DateMention {
  ranges: readonly Interval[];
  excluded: boolean;
  vague: boolean;
  /** The tokens that it was read from. */
  tokens: readonly Token[];
}

function isExcluded(tokens: readonly Token[], i: number): boolean {
  const at = isA(tokens[i - 1], 'in', 'of') ? i - 2 : i - 1;
  // "Except the one in 2019".
  if (isA(tokens[at], 'it', 'pointer') && isA(tokens[at - 1], 'except')) return true;
  return (
    isA(tokens[at], 'outside', 'except') ||
    (isA(tokens[at], 'not') && (at === i - 2 || isA(tokens[at], 'except')))
  );
}

const TIME: ReadonlySet<string> = new Set([
  'month-name',
  'season',
  'weekday',
  'half',
  'relative',
  'quarter',
  'half-year',
  'half-of',
  'month-unit',
  'year',
  'week',
  'day',
  'of-year',
]);

/** Whether a text with this word may hold a date at all; most hold none. */
export function isOfTime(token: Token): boolean {
  return token.kind === 'number' || token.words.some((sense) => TIME.has(sense.class));
}

/** All dates of a text, in order. Articles between date words do not count. */
export function readDates(all: readonly Token[], calendar: Calendar): DateMention[] {
  if (
    !all.some(isOfTime) &&
    !all.some((token) => isA(token, 'before', 'after', 'since', 'until', 'during', 'between', 'onwards'))
  )
    return [];
  const tokens = all.filter((token) => !isA(token, 'article'));
  const found: DateMention[] = [];
  for (let i = 0; i < tokens.length; ) {
    const read =
      parseDuring(tokens, i, calendar) ??
      parseSubjectBefore(tokens, i, calendar) ??
      parseWithin(tokens, i, calendar) ??
      parseBetween(tokens, i, calendar) ??
      parseRange(tokens, i, calendar) ??
      parseAfterwards(tokens, i, calendar) ??
      parseBefore(tokens, i, calendar) ??
      parseList(tokens, i, calendar);
    if (read === undefined || read.to === i) {
      i++;
      continue;
    }
    const leftOut = isA(tokens[read.to], 'left-out');
    const to = leftOut ? read.to + 1 : read.to;
    found.push({
      ranges: read.ranges,
      excluded: leftOut || isExcluded(tokens, i),
      vague: read.vague,
      tokens: tokens.slice(i, to),
    });
    i = to;
  }
  return found;
}
