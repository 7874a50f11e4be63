import { type Day, FIRST_DAY, intervalOf } from '../../programme/partial-date.js';
import type { Context } from '../command.js';
import { readDate } from './dates.js';

/** The first day that `2021-05` or "since last week" means, in either language; `undefined` for what is no date. */
export function startOf(
  { engine, today }: Pick<Context, 'engine' | 'today'>,
  typed: string,
): Day | undefined {
  const date = readDate(typed);
  if (date !== undefined) return intervalOf(date).from;
  const [mentioned] = engine.explain(typed, { today }).dates;
  return mentioned === undefined || mentioned.range.from === FIRST_DAY ? undefined : mentioned.range.from;
}
