import { type Day, type Interval, isDay } from '../../programme/partial-date.js';
import { isA, type Token } from '../text/tokens.js';
import { dayOf, monthsInterval, yearInterval } from './calendar.js';
import { parseFromToday, type Stretch, unitInterval } from './from-today.js';
import { mayOpenPeriod } from './opening.js';
import { isOfYear, type Part, parsePart, thirdOfYear } from './part.js';
import { relative } from './time-words.js';

/** A stretch of time as it was said. Without `year`, `part` may be in any. */
export interface Period {
  year: number | undefined;
  part: (year: number) => Interval | undefined;
  /** The index after its last token. */
  to: number;
  /** True when the reader should be told which days were meant: "last autumn", "two months ago". */
  vague: boolean;
  /** A whole day or a part that needs a year, for "April to June 2020". */
  kind: 'fixed' | 'year' | Part['kind'];
}

const fixed = ({ days, to }: Stretch): Period => ({
  year: Number(days.from.slice(0, 4)),
  part: () => days,
  to,
  vague: true,
  kind: 'fixed',
});

/** The day, where the calendar has it: the 31st of April is none. */
const onDay = (date: Day): Interval | undefined => (isDay(date) ? { from: date, to: date } : undefined);

/** "19年" is 2019 and "98年" 1998. */
function fullYear(digits: string): number {
  const value = Number(digits);
  return digits.length > 2 ? value : value + (value < 70 ? 2000 : 1900);
}

function parseYear(
  tokens: readonly Token[],
  i: number,
  today: Day,
): { year: number; to: number; vague: boolean } | undefined {
  const token = tokens[i];
  if (token?.kind === 'number') {
    const year = Number(token.text);
    const marked = isA(tokens[i + 1], 'year');
    if (token.text.length === 4 && year >= 1000) return { year, to: marked ? i + 2 : i + 1, vague: false };
    if (token.text.length === 2 && marked && tokens[i + 1]?.from === token.to)
      return { year: fullYear(token.text), to: i + 2, vague: false };
    return undefined;
  }
  if (isA(token, 'year') && tokens[i + 1]?.kind === 'number' && tokens[i + 1]?.text.length === 4) {
    return { year: Number(tokens[i + 1]?.text), to: i + 2, vague: false };
  }
  const shift = relative(token);
  return shift?.unit === 'year'
    ? { year: Number(today.slice(0, 4)) + shift.offset, to: i + 1, vague: true }
    : undefined;
}

/** "2019-06", "2019/6/15", "2019.6". */
function parseNumeric(tokens: readonly Token[], i: number): Period | undefined {
  const [year, joint, month, second, day] = tokens.slice(i, i + 5);
  if (
    year?.kind !== 'number' ||
    year.text.length !== 4 ||
    joint?.kind !== 'joint' ||
    month?.kind !== 'number'
  )
    return undefined;
  const value = Number(month.text);
  if (month.text.length > 2 || value < 1 || value > 12) return undefined;
  const base = { year: Number(year.text), vague: false };
  if (
    second?.kind === 'joint' &&
    second.text === joint.text &&
    day?.kind === 'number' &&
    Number(day.text) >= 1 &&
    Number(day.text) <= 31
  ) {
    const date = dayOf(base.year, value, Number(day.text));
    return { ...base, part: () => onDay(date), to: i + 5, kind: 'fixed' };
  }
  return { ...base, part: (of) => monthsInterval(of, value, value), to: i + 3, kind: 'month' };
}

/** "20.11.2019", "20/11/2019", "11/2019". */
function parseDayFirst(tokens: readonly Token[], i: number): Period | undefined {
  const [a, first, b, second, c] = tokens.slice(i, i + 5);
  if (a?.kind !== 'number' || a.text.length > 2 || first?.kind !== 'joint' || b?.kind !== 'number')
    return undefined;
  if (b.text.length === 4 && Number(a.text) >= 1 && Number(a.text) <= 12) {
    const month = Number(a.text);
    return {
      year: Number(b.text),
      part: (of) => monthsInterval(of, month, month),
      to: i + 3,
      vague: false,
      kind: 'month',
    };
  }
  if (second?.kind !== 'joint' || c?.kind !== 'number' || c.text.length !== 4) return undefined;
  const [day, month] =
    Number(b.text) > 12 ? [Number(b.text), Number(a.text)] : [Number(a.text), Number(b.text)];
  if (day < 1 || day > 31 || month < 1 || month > 12) return undefined;
  const date = dayOf(Number(c.text), month, day);
  return {
    year: Number(c.text),
    part: () => onDay(date),
    to: i + 5,
    vague: false,
    kind: 'fixed',
  };
}

/** "2019", "2019年9月", "autumn 2018", "去年11月", "early 2020". */
function parseWithYear(tokens: readonly Token[], i: number, today: Day): Period | undefined {
  const numeric = parseNumeric(tokens, i) ?? parseDayFirst(tokens, i);
  if (numeric !== undefined) return numeric;
  const year = parseYear(tokens, i, today);
  if (year !== undefined) {
    const now = relative(tokens[year.to]);
    if (year.vague && now !== undefined && now.unit !== 'year') {
      const { unit, offset } = now; // 去年今天, 去年同期
      const part = (of: number) => unitInterval(`${of}${today.slice(4)}`, unit, offset);
      return { year: year.year, part, to: year.to + 1, vague: true, kind: 'fixed' };
    }
    const at = isA(tokens[year.to], 'of') || tokens[year.to]?.kind === 'joint' ? year.to + 1 : year.to;
    const part = parsePart(tokens, at) ?? thirdOfYear(tokens[year.to], year.to + 1);
    if (part !== undefined)
      return {
        year: year.year,
        part: part.at,
        to: part.to,
        vague: year.vague || isVague(part),
        kind: part.kind,
      };
    return { year: year.year, part: yearInterval, to: year.to, vague: year.vague, kind: 'year' };
  }
  const part = parsePart(tokens, i) ?? thirdOfYear(tokens[i], i + 1);
  if (part === undefined) return undefined;
  const at =
    isA(tokens[part.to], 'of', 'in') || tokens[part.to]?.kind === 'comma' || tokens[part.to]?.kind === 'joint'
      ? part.to + 1
      : part.to;
  const following = parseYear(tokens, at, today);
  if (following !== undefined) {
    const to = part.kind === 'season' ? afterNextYear(tokens, following.to, following.year) : following.to;
    return {
      year: following.year,
      part: part.at,
      to,
      vague: following.vague || isVague(part),
      kind: part.kind,
    };
  }
  // "Late" and "early" alone are no dates.
  if (part.kind === 'third' && !isA(tokens[i], 'of-year')) return undefined;
  return { year: undefined, part: part.at, to: part.to, vague: isVague(part), kind: part.kind };
}

/** A winter is of two years: "winter 2019/2020", "winter 2019/20". */
function afterNextYear(tokens: readonly Token[], i: number, year: number): number {
  const [joint, next] = [tokens[i], tokens[i + 1]];
  const isNext = next?.kind === 'number' && (year + 1) % 100 === Number(next.text) % 100;
  return joint?.kind === 'joint' && isNext ? i + 2 : i;
}

const isVague = (part: Part) => part.kind === 'season' || part.kind === 'third';

/** Reads the longest period that begins at a token. */
export function parsePeriod(tokens: readonly Token[], i: number, today: Day): Period | undefined {
  if (!mayOpenPeriod(tokens[i])) return undefined;
  const fromToday = isOfYear(tokens, i) ? undefined : parseFromToday(tokens, i, today);
  if (fromToday !== undefined) return fixed(fromToday);
  const withYear = parseWithYear(tokens, i, today);
  if (withYear !== undefined) return withYear;
  const shift = relative(tokens[i]);
  return shift && fixed({ days: unitInterval(today, shift.unit, shift.offset), to: i + 1 });
}
