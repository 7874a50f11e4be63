import { type Day, FIRST_DAY, intervalOf } from '../../programme/partial-date.js';
import type { Context } from '../command.js';
import { readDate } from './dates.js';

type Reading = Pick<Context, 'engine' | 'today'>;

/**
 * The first day that `2021-05` or "since last week" means, in either language; `undefined` for what is no date. Changes were
 * all posted lately, so a month without its year is the latest that has begun.
 */
export function startOf(reading: Reading, typed: string): Day | undefined {
  const date = readDate(typed);
  if (date !== undefined) return intervalOf(date).from;
  const year = Number(reading.today.slice(0, 4));
  const inThisYear = startIn(year, reading, typed);
  if (inThisYear === undefined || inThisYear <= reading.today) return inThisYear;
  return startIn(year - 1, reading, typed);
}

function startIn(year: number, { engine, today }: Reading, typed: string): Day | undefined {
  const [mentioned] = engine.explain(typed, { today, year }).dates;
  return mentioned === undefined || mentioned.range.from === FIRST_DAY ? undefined : mentioned.range.from;
}
