import { type Day, FIRST_DAY, type Interval, LAST_DAY } from '../../programme/partial-date.js';
import type { RelativeUnit } from '../lexicon/word-class.js';
import { startsWithHan } from '../text/han.js';
import { isA, type Token } from '../text/tokens.js';
import { addDays } from './calendar.js';
import { shifted } from './from-today.js';
import { parsePeriod } from './period.js';
import { type Calendar, type Read, single } from './resolve.js';
import { namesYear, quantity, unit } from './time-words.js';

/** What a boundary hangs on: a period, or an event of the programme with its article, adjectives and place before it. */
function parseAnchor(
  tokens: readonly Token[],
  i: number,
  calendar: Calendar,
): { days: Interval; to: number; vague: boolean } | undefined {
  const period = parsePeriod(tokens, i, calendar.today);
  if (period !== undefined) {
    const days = single(period, calendar);
    return days && { days, to: period.to, vague: period.vague };
  }
  for (let at = i; at < i + 3; at++) {
    const token = tokens[at];
    const days = token === undefined ? undefined : calendar.eventAt(token);
    if (token !== undefined && days !== undefined) {
      const place = tokens[at + 2];
      const placed =
        isA(tokens[at + 1], 'in', 'of') && place !== undefined && calendar.isPlaceOf(place, token);
      return { days, to: placed ? at + 3 : at + 1, vague: true };
    }
    const next = tokens[at + 1];
    const isPlaceOfNext = token !== undefined && next !== undefined && calendar.isPlaceOf(token, next);
    if (!isA(token, 'function', 'article') && !isPlaceOfNext) return undefined;
  }
  return undefined;
}

/** "Before the pandemic": ahead of the first mission about it. */
function beforeSubject(tokens: readonly Token[], i: number, calendar: Calendar): Read | undefined {
  const token = tokens[i + 1];
  const days = token === undefined ? undefined : calendar.sinceSubject(token);
  if (days === undefined || !isA(tokens[i], 'before')) return undefined;
  const to = isA(tokens[i + 2], 'outset') ? i + 3 : i + 2;
  return { ranges: [{ from: FIRST_DAY, to: addDays(days.from, -1) }], to, vague: true };
}

/** 疫情前, 疫情爆发之前; 疫情前三个月 is no longer ahead than that. */
export function parseSubjectBefore(
  tokens: readonly Token[],
  i: number,
  calendar: Calendar,
): Read | undefined {
  const token = tokens[i];
  const at = isA(tokens[i + 1], 'outset') ? i + 2 : i + 1;
  const limit = tokens[at];
  if (token === undefined || !isA(limit, 'before') || !startsWithHan(limit?.text ?? '')) return undefined;
  const days = calendar.sinceSubject(token);
  const length = parseLength(tokens, at + 1);
  // 疫情的前三次 are the first about it.
  const isCount = length === undefined && quantity(tokens[at + 1]) !== undefined;
  if (days === undefined || isCount || limit?.from !== tokens[at - 1]?.to) return undefined;
  const range =
    length === undefined ? { from: FIRST_DAY, to: addDays(days.from, -1) } : besideAnchor(days, length, true);
  return { ranges: [range], to: length?.to ?? at + 1, vague: true };
}

/** A number of units of time as it was said: "three months", 半年. */
function parseLength(tokens: readonly Token[], i: number): Length | undefined {
  const count = quantity(tokens[i]);
  const at = count === undefined ? i : i + 1;
  const name = unit(tokens[at]);
  // "The month after" has no number, and 半年 is one by itself.
  if (name === undefined || (count === undefined && name !== 'half')) return undefined;
  if (namesYear(tokens[i], tokens[at])) return undefined;
  return { name, count: count ?? 1, to: at + 1 };
}

interface Length {
  name: RelativeUnit;
  count: number;
  to: number;
}

/** As many days behind the last day of an anchor, or ahead of its first. */
function besideAnchor(days: Interval, { name, count }: Length, isBefore: boolean): Interval {
  return isBefore
    ? { from: shifted(days.from, name, -count), to: addDays(days.from, -1) }
    : { from: addDays(days.to, 1), to: shifted(days.to, name, count) };
}

/** "Within half a year after April 2019", "in the three months before the forum". */
export function parseWithin(tokens: readonly Token[], i: number, calendar: Calendar): Read | undefined {
  if (!isA(tokens[i], 'during')) return undefined;
  const length = parseLength(tokens, i + 1);
  const limit = length === undefined ? undefined : tokens[length.to];
  const isBefore = isA(limit, 'before');
  if (length === undefined || (!isBefore && !isA(limit, 'after'))) return undefined;
  const anchor = parseAnchor(tokens, length.to + 1, calendar);
  if (anchor === undefined) return undefined;
  return { ranges: [besideAnchor(anchor.days, length, isBefore)], to: anchor.to, vague: true };
}

/** "Between the forum and the fair": from the day behind the one to the day ahead of the other. */
export function parseBetween(tokens: readonly Token[], i: number, calendar: Calendar): Read | undefined {
  if (!isA(tokens[i], 'between') || startsWithHan(tokens[i]?.text ?? '')) return undefined;
  const first = parseAnchor(tokens, i + 1, calendar);
  const second =
    first !== undefined && isA(tokens[first.to], 'and', 'follow-up-start')
      ? parseAnchor(tokens, first.to + 1, calendar)
      : undefined;
  if (first === undefined || second === undefined || !first.vague || !second.vague) return undefined;
  const range = { from: addDays(first.days.to, 1), to: addDays(second.days.from, -1) };
  return range.from > range.to ? undefined : { ranges: [range], to: second.to, vague: true };
}

export function parseBefore(tokens: readonly Token[], i: number, calendar: Calendar): Read | undefined {
  const limits = {
    before: isA(tokens[i], 'before'),
    after: isA(tokens[i], 'after'),
    since: isA(tokens[i], 'since'),
    until: isA(tokens[i], 'until'),
  };
  if (!limits.before && !limits.after && !limits.since && !limits.until) return undefined;
  const anchor = parseAnchor(tokens, i + 1, calendar);
  if (anchor === undefined) return beforeSubject(tokens, i, calendar);
  const { days } = anchor;
  const range = limits.until
    ? { from: FIRST_DAY, to: days.to }
    : limits.since
      ? { from: days.from, to: LAST_DAY }
      : limits.before
        ? { from: FIRST_DAY, to: addDays(days.from, -1) }
        : { from: addDays(days.to, 1), to: LAST_DAY };
  const closed =
    isA(tokens[anchor.to], 'onwards', 'before', 'after') &&
    tokens[anchor.to]?.from === tokens[anchor.to - 1]?.to;
  return {
    ranges: [range],
    to: closed || isA(tokens[anchor.to], 'onwards') ? anchor.to + 1 : anchor.to,
    vague: anchor.vague,
  };
}

/** "During the pandemic", "since the pandemic began", 疫情期间, 疫情以后: since the first mission about it, whose end nobody told. */
export function parseDuring(tokens: readonly Token[], i: number, calendar: Calendar): Read | undefined {
  const isSince = isA(tokens[i], 'since', 'after') && !isA(tokens[i], 'from');
  const opened = isSince || (isA(tokens[i], 'during') && !isA(tokens[i], 'in'));
  const at = opened ? i + 1 : i;
  const token = tokens[at];
  const days = token === undefined ? undefined : calendar.sinceSubject(token);
  const outset = isA(tokens[at + 1], 'outset') ? at + 2 : at + 1;
  const closing = tokens[outset];
  const closed =
    closing !== undefined && startsWithHan(closing.text) && isA(closing, 'during', 'onwards', 'after');
  if (days === undefined || (!opened && !closed)) return undefined;
  return { ranges: [days], to: closed ? outset + 1 : isSince ? outset : at + 1, vague: true };
}

/** Limits that follow their date: 2019年4月之前, "2019 onwards", 论坛之后. */
export function parseAfterwards(tokens: readonly Token[], i: number, calendar: Calendar): Read | undefined {
  const opened = isA(tokens[i], 'from', 'since');
  const anchor = parseAnchor(tokens, opened ? i + 1 : i, calendar);
  if (anchor === undefined) return undefined;
  const limit = tokens[anchor.to];
  const { days } = anchor;
  const found = (from: Day, to: Day) => ({ ranges: [{ from, to }], to: anchor.to + 1, vague: anchor.vague });
  if (isA(limit, 'onwards')) return found(days.from, LAST_DAY);
  if (isA(limit, 'or-earlier')) return found(FIRST_DAY, days.to);
  // "2019 before …" in English begins the next limit; only Chinese puts it behind.
  const adjacent = limit !== undefined && limit.from === tokens[anchor.to - 1]?.to;
  if (!adjacent || quantity(limit) !== undefined) return undefined;
  const length = parseLength(tokens, anchor.to + 1);
  const isBefore = isA(limit, 'before', 'ago');
  // 4月以后半年内: the length closes the limit.
  if (length !== undefined && startsWithHan(limit.text) && (isBefore || isA(limit, 'after'))) {
    const to = isA(tokens[length.to], 'during') ? length.to + 1 : length.to;
    return { ranges: [besideAnchor(days, length, isBefore)], to, vague: true };
  }
  // 年底前 is by the end of the year.
  const isBy = isA(tokens[anchor.to - 1], 'late');
  if (isBefore) return found(FIRST_DAY, isBy ? days.to : addDays(days.from, -1));
  return isA(limit, 'after') ? found(addDays(days.to, 1), LAST_DAY) : undefined;
}
