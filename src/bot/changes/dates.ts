import { PartialDate } from '../../programme/partial-date.js';

// 2021, 2021-05, 2021/5/20, 2021.5.20, or with a Han character after each number.
const numeric =
  /^(?<year>\d{4})(?:(?:[-/.]|\p{Script=Han})(?<month>\d{1,2})(?:(?:[-/.]|\p{Script=Han})(?<day>\d{1,2}))?)?\p{Script=Han}?$/u;
// May 2021, 20 May 2021, 20th of May 2021.
const dayFirst =
  /^(?:(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?<month>\p{L}+)\.?,?\s+(?<year>\d{4})$/iu;
// May 20, 2021.
const monthFirst = /^(?<month>\p{L}+)\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})$/iu;

/** Reads a date of a year, a month or a day, as precise as it was typed; `undefined` for anything else. */
export function readDate(typed: string): PartialDate | undefined {
  const text = typed.normalize('NFKC').trim();
  if (text.length > 40) return undefined;
  const compact = text.replace(/(?<=\d)\s+(?=\p{Script=Han})|(?<=\p{Script=Han})\s+(?=\d)/gu, '');
  const groups = (numeric.exec(compact) ?? dayFirst.exec(text) ?? monthFirst.exec(text))?.groups;
  if (groups === undefined) return undefined;
  const month = groups.month === undefined ? undefined : monthNumber(groups.month);
  if (groups.month !== undefined && month === undefined) return undefined;
  const parts = [groups.year, month, groups.day].filter((part) => part !== undefined);
  return PartialDate.safeParse(parts.map((part) => part.padStart(2, '0')).join('-')).data;
}

/** Numbers of months by their English names, long and short; British English has a "Sept", American a "Sep". Made when first needed. */
let monthNames: ReadonlyMap<string, string> | undefined;

function numberOfMonth(name: string): string | undefined {
  monthNames ??= new Map(
    ['en-GB', 'en-US'].flatMap((tag) => [...namesOfMonths(tag, 'long'), ...namesOfMonths(tag, 'short')]),
  );
  return monthNames.get(name.toLowerCase());
}

function namesOfMonths(tag: string, month: 'long' | 'short'): [string, string][] {
  const format = new Intl.DateTimeFormat(tag, { month, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, index) => {
    const name = format.format(new Date(Date.UTC(2020, index, 1)));
    return [name.toLowerCase(), String(index + 1)];
  });
}

function monthNumber(typed: string): string | undefined {
  return /^\d+$/.test(typed) ? typed : numberOfMonth(typed);
}
