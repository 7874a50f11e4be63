import type { Day } from '../programme/partial-date.js';
import type { CityField } from '../programme/schema.js';
import type { Answer, Found, Remark } from './answer.js';
import { hasNone, type Records } from './filter/records.js';
import { recordsOf } from './filter/run.js';
import type { Query } from './query.js';
import { asAlternatives } from './reading/clauses.js';
import type { Knowledge } from './reading/read.js';

/** Runs an understood query. `known` are its records, where they have been looked up. */
export function answerQuery(
  query: Query,
  knowledge: Knowledge,
  today: Day,
  remarks: readonly Remark[],
  known: Records = recordsOf(query, knowledge, today),
): Answer {
  if (query.intent === 'help') return { outcome: 'help' };
  if (query.field !== undefined) return unavailable(query.field, query, knowledge, today, remarks);
  const chosen = orOfAny({ query, ...known }, knowledge, today);
  return {
    outcome: 'answer',
    ...chosen,
    ...(query.facet === undefined ? {} : { facet: query.facet }),
    ...(query.ask === 'whether' ? { holds: chosen.items.length > 0 } : {}),
    remarks,
  } satisfies Found;
}

/** A field of cities is one that the source marks N/A. */
function unavailable(
  field: CityField,
  query: Query,
  knowledge: Knowledge,
  today: Day,
  remarks: readonly Remark[],
): Answer {
  const cities = recordsOf({ ...query, intent: 'city' }, knowledge, today).items;
  const reason = { kind: 'unavailable', field, cities } as const;
  return { outcome: 'decline', reason, suggestions: [], unexplained: [], remarks };
}

type Run = { query: Query } & Records;

/** Whether each city of the lists has a record: else it would be answered with the others' as if it were in them. */
function eachHasSome(query: Query, knowledge: Knowledge, today: Day): boolean {
  return query.clauses.every(({ any, negated }, at) => {
    if (negated || any.length < 2 || !any.every((term) => 'role' in term)) return true;
    return any.every((term) => {
      const clauses = query.clauses.with(at, { any: [term], negated });
      return !hasNone(recordsOf({ ...query, clauses }, knowledge, today));
    });
  });
}

/** Without a record for all cities of a list, those for any of them are meant, but "did both …?" is answered by no. */
function orOfAny(run: Run, knowledge: Knowledge, today: Day): Run {
  const { query } = run;
  if (query.intent === 'city' || query.ask === 'whether' || !hasNone(run)) return run;
  const wider = asAlternatives(query);
  return wider === undefined || !eachHasSome(wider, knowledge, today)
    ? run
    : { query: wider, ...recordsOf(wider, knowledge, today) };
}
