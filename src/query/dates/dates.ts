import { type Day, FIRST_DAY, type Interval, LAST_DAY } from '../../programme/partial-date.js';
import { isA, type Token } from '../text/tokens.js';
import { addDays, monthsInterval } from './calendar.js';
import { type Period, parsePeriod } from './period.js';
import { numbered, quantity, unit } from './time-words.js';

/** Time named in a text: a record's date must meet one of the ranges, or none of them when `excluded`. */
export interface DateMention {
  ranges: readonly Interval[];
  excluded: boolean;
  vague: boolean;
  /** The tokens that it was read from. */
  tokens: readonly Token[];
}

export interface Calendar {
  today: Day;
  /** The years in which a date without a year may be: those that the programme's records are in. */
  years: { from: number; to: number };
  /** The days of an event that a phrase names, for "before the forum". */
  eventAt: (token: Token) => Interval | undefined;
  /** Whether a city is where that event took place: "the forum in …" is one name. */
  isPlaceOf: (place: Token, event: Token) => boolean;
  /** Whether a record is dated to that very day. */
  isDated: (day: Day) => boolean;
  /** The days from the first mission about a subject on, for "during the pandemic". */
  sinceSubject: (token: Token) => Interval | undefined;
}

/** All days that the period may be, nearest years first to the end of the programme's last. */
function resolve(said: Period, calendar: Calendar): Interval[] {
  const current = Number(calendar.today.slice(0, 4));
  const isCurrent =
    (said.kind === 'half' || said.kind === 'quarter') &&
    current >= calendar.years.from &&
    current <= calendar.years.to;
  // "The second quarter" is this year's while the programme runs.
  const period = isCurrent ? withYear(said, current) : said;
  if (period.year !== undefined) return [period.part(period.year)].filter((days) => days !== undefined);
  const all: Interval[] = [];
  for (let year = calendar.years.from; year <= calendar.years.to; year++) {
    const days = period.part(year);
    if (days !== undefined) all.push(days);
  }
  return all;
}

/** The one stretch of days of a boundary: without a year, the latest that has begun, else the first. */
function single(period: Period, calendar: Calendar): Interval | undefined {
  const all = resolve(period, calendar);
  return all.findLast((days) => days.from <= calendar.today) ?? all[0];
}

const withYear = (period: Period, year: number | undefined): Period =>
  period.year === undefined && year !== undefined ? { ...period, year } : period;

/** What a boundary hangs on: a period, or an event of the programme with its article and adjectives before it. */
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
  for (let at = i; at < i + 2; at++) {
    const token = tokens[at];
    const days = token === undefined ? undefined : calendar.eventAt(token);
    if (token !== undefined && days !== undefined) {
      const place = tokens[at + 2];
      const placed =
        isA(tokens[at + 1], 'in', 'of') && place !== undefined && calendar.isPlaceOf(place, token);
      return { days, to: placed ? at + 3 : at + 1, vague: true };
    }
    if (!isA(token, 'function')) return undefined;
  }
  return undefined;
}

interface Read {
  ranges: Interval[];
  to: number;
  vague: boolean;
}

/** "Between April and June 2020", "from 2018 to 2019", 4月到6月, "2018–2020". */
function parseRange(tokens: readonly Token[], i: number, calendar: Calendar): Read | undefined {
  const opened = isA(tokens[i], 'between', 'from', 'since');
  const start = opened ? i + 1 : i;
  const first = parsePeriod(tokens, start, calendar.today) ?? bareNumber(tokens, start);
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
  return begin === undefined || last === undefined || last.to < begin.from
    ? undefined
    : { from: begin.from, to: last.to };
}

/** The same months of each year, for "April to June". */
function eachYear(first: Period, second: Period, calendar: Calendar): (Interval | undefined)[] {
  const { from, to } = calendar.years;
  return Array.from({ length: to - from + 1 }, (_, i) =>
    spanOf(withYear(first, from + i), withYear(second, from + i), calendar),
  );
}

/** The first month of "4-6月", which has its unit only at the end. */
function bareNumber(tokens: readonly Token[], i: number): Period | undefined {
  const [token, link, end, mark] = tokens.slice(i, i + 4);
  if (token?.kind !== 'number' || (link?.kind !== 'joint' && !isA(link, 'to'))) return undefined;
  const endsInMonth =
    numbered(end, 'month-name') !== undefined || (end?.kind === 'number' && isA(mark, 'month'));
  if (!endsInMonth) return undefined;
  const month = { ...token, words: [{ class: 'month-name', value: Number(token.text) }] } as Token;
  const period = parsePeriod([month], 0, '2000-01-01');
  return period && { ...period, to: i + 1 };
}

function parseBefore(tokens: readonly Token[], i: number, calendar: Calendar): Read | undefined {
  const limits = {
    before: isA(tokens[i], 'before'),
    after: isA(tokens[i], 'after'),
    since: isA(tokens[i], 'since'),
    until: isA(tokens[i], 'until'),
  };
  if (!limits.before && !limits.after && !limits.since && !limits.until) return undefined;
  const anchor = parseAnchor(tokens, i + 1, calendar);
  if (anchor === undefined) return undefined;
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

/** "During the pandemic", 疫情期间: since the first mission about it. */
function parseDuring(tokens: readonly Token[], i: number, calendar: Calendar): Read | undefined {
  const opened = isA(tokens[i], 'during') && !isA(tokens[i], 'in');
  const at = opened ? i + 1 : i;
  const token = tokens[at];
  const days = token === undefined ? undefined : calendar.sinceSubject(token);
  const closed = isA(tokens[at + 1], 'during') && /^\p{Script=Han}/u.test(tokens[at + 1]?.text ?? '');
  if (days === undefined || (!opened && !closed)) return undefined;
  return { ranges: [days], to: opened ? at + 1 : at + 2, vague: true };
}

/** Limits that follow their date: 2019年4月之前, "2019 onwards", 论坛之后. */
function parseAfterwards(tokens: readonly Token[], i: number, calendar: Calendar): Read | undefined {
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
  if (isA(limit, 'before', 'ago')) return found(FIRST_DAY, addDays(days.from, -1));
  return isA(limit, 'after') ? found(addDays(days.to, 1), LAST_DAY) : undefined;
}

/** One or several periods: "July or August 2019", 2018年和2020年. The year may be said once for all. */
function parseList(tokens: readonly Token[], i: number, calendar: Calendar): Read | undefined {
  const periods: Period[] = [];
  let to = i;
  for (let at = i; ; ) {
    const period =
      parseShortYear(tokens, at, calendar) ??
      parsePeriod(tokens, at, calendar.today) ??
      bareListed(tokens, at);
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
    if (at === to) break;
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

/** The first month of "4、5月". */
function bareListed(tokens: readonly Token[], i: number): Period | undefined {
  const next = tokens[i + 1];
  return next?.kind === 'comma' || isA(next, 'and', 'or')
    ? bareNumber(replaceLink(tokens, i + 1), i)
    : undefined;
}

const replaceLink = (tokens: readonly Token[], at: number) =>
  tokens.map((token, i) => (i === at ? { ...token, kind: 'joint' as const } : token));

/** A month that runs on into an unknown word is none: 三月街 is a fair's name. */
function cutsWord(tokens: readonly Token[], periods: readonly Period[], to: number): boolean {
  const [next, last] = [tokens[to], tokens[to - 1]];
  if (next?.kind !== 'unknown' || last === undefined || next.from !== last.to) return false;
  return periods.length === 1 && periods[0]?.year === undefined && periods[0]?.kind === 'month';
}

function isExcluded(tokens: readonly Token[], i: number): boolean {
  const at = isA(tokens[i - 1], 'in', 'of') ? i - 2 : i - 1;
  return (
    isA(tokens[at], 'outside', 'except') ||
    (isA(tokens[at], 'not') && (at === i - 2 || isA(tokens[at], 'except')))
  );
}

/** A length of time that counts, such as "for two years": it is no date, but needs no explanation either. */
export function isDuration(tokens: readonly Token[], i: number): boolean {
  return quantity(tokens[i]) !== undefined && unit(tokens[i + 1]) !== undefined;
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
]);

/** Whether a text with this word may hold a date at all; most hold none. */
function isOfTime(token: Token): boolean {
  return token.kind === 'number' || token.words.some((sense) => TIME.has(sense.class));
}

/** All dates of a text, in order. Articles between date words do not count. */
export function readDates(all: readonly Token[], calendar: Calendar): DateMention[] {
  if (!all.some(isOfTime) && !all.some((token) => isA(token, 'before', 'after', 'since', 'until', 'during')))
    return [];
  const tokens = all.filter((token) => !isA(token, 'article'));
  const found: DateMention[] = [];
  for (let i = 0; i < tokens.length; ) {
    const read =
      parseDuring(tokens, i, calendar) ??
      parseRange(tokens, i, calendar) ??
      parseAfterwards(tokens, i, calendar) ??
      parseBefore(tokens, i, calendar) ??
      parseList(tokens, i, calendar);
    if (read === undefined || read.to === i) {
      i++;
      continue;
    }
    found.push({
      ranges: read.ranges,
      excluded: isExcluded(tokens, i),
      vague: read.vague,
      tokens: tokens.slice(i, read.to),
    });
    i = read.to;
  }
  return found;
}
