import { intervalOf, PartialDate } from '../../programme/partial-date.js';
import type { DateRange } from '../../query/query.js';
import { quotable } from './clean-text.js';
import { readDate } from './dates.js';
import type { Reading } from './draft.js';
import { refusal } from './refusal.js';
import { comparable } from './vocabulary.js';

/** A typed date, as precise as it was typed. @throws Refused for anything else, with the forms that are understood */
export function dateOf(reading: Reading, typed: string): PartialDate {
  const date = readDate(typed) ?? dateOfPhrase(reading, typed);
  if (date !== undefined) return date;
  const { t } = reading.language;
  const word = quotable(typed);
  throw refusal(
    reading,
    word === '' ? t('changes:refused.noDateGiven') : t('changes:refused.date', { word }),
  );
}

/**
 * The day, month or year that a phrase such as "next month" means today, a month without its year the next one to come;
 * `undefined` for any other span of time.
 */
function dateOfPhrase(reading: Reading, typed: string): PartialDate | undefined {
  const year = Number(reading.today.slice(0, 4));
  const date = dateInYear(reading, typed, year);
  if (date === undefined || intervalOf(date).to >= reading.today) return date;
  return dateInYear(reading, typed, year + 1);
}

function dateInYear({ engine, today }: Reading, typed: string, year: number): PartialDate | undefined {
  const words = typed.trim();
  if (words === '') return undefined;
  // "May" and "March" are other words as well, so that a text of them alone is no date to the engine.
  const inFull = readDate(`${words} ${year}`);
  if (inFull !== undefined) return inFull;
  const { dates } = engine.explain(words, { today, year });
  const [only] = dates;
  if (only === undefined || dates.length > 1 || comparable(only.text) !== comparable(words)) return undefined;
  const { from, to } = only.range;
  const candidates = [from, from.slice(0, 7), from.slice(0, 4)].map(
    (part) => PartialDate.safeParse(part).data,
  );
  return candidates.find((date) => date !== undefined && sameRange(intervalOf(date), { from, to }));
}

function sameRange(a: DateRange, b: DateRange): boolean {
  return a.from === b.from && a.to === b.to;
}
