import type { City, Mission, Organisation, Pilot } from '../../programme/schema.js';
import type { Found } from '../../query/answer.js';
import type { Query } from '../../query/query.js';
import type { Fact } from '../reply.js';
import type { Body } from './body.js';
import { shownCity } from './cities.js';
import { type CountedIntent, countOf, recordsFor, tally } from './city-counts.js';
import { citiesOf } from './queries.js';
import { describeRecords } from './query-label.js';
import { recordsOf } from './records.js';
import type { View } from './view.js';
import { ofCity } from './ways-on.js';
import { capitalised, clauses, told } from './words.js';

/** Records of one kind that cities are compared by. */
interface Measure {
  intent: CountedIntent;
  records: readonly (Mission | Pilot | Organisation)[];
}

/**
 * Cities side by side: how many of the records that were asked for each of them has. Undefined when the question
 * names no two cities.
 */
export function comparisonBody(found: Found, view: View): Body | undefined {
  const { t, formats } = view.language;
  const asked = citiesOf(found.query, 'any', 'host', 'traveller');
  const cities = recordsOf(view.programme.cities, asked.size >= 2 ? asked : citiesFound(found));
  if (cities.length < 2) return undefined;
  const measures = measuresOf(found, view);
  const what =
    found.query.intent === 'city'
      ? formats.list(cities.map(({ name }) => told(name, view)))
      : describeRecords(eachOnItsOwn(found.query), view);
  return {
    blocks: [
      { kind: 'heading', text: capitalised(t('answers:compare.heading', { what })) },
      { kind: 'facts', facts: cities.map((city) => row(city, measures, view)) },
    ],
    choices: cities.slice(0, 3).flatMap((city) => ofCity(measures[0]?.intent ?? 'missions', city.id, view)),
    shown: cities.map((city) => shownCity(city, view)),
  };
}

/** With "and" between what is compared: records of either are counted, but set beside each other. */
function eachOnItsOwn(query: Query): Query {
  const clauses = query.clauses.flatMap((clause) =>
    clause.negated || !clause.any.every(({ kind }) => kind === 'city')
      ? [clause]
      : clause.any.map((term) => ({ ...clause, any: [term] })),
  );
  return { ...query, clauses };
}

function citiesFound({ query, items }: Found): readonly string[] {
  return query.intent === 'city' ? items : [];
}

function row(city: City, measures: readonly Measure[], view: View): Fact {
  const counts = measures.map(({ intent, records }) => {
    const count = tally(intent, countOf(city.id, records, view), view);
    return measures.length === 1 ? count : view.language.t(`answers:compare.${intent}`, { tally: count });
  });
  return { label: told(city.name, view), value: clauses(counts, view) };
}

/** The records found, or for cities as such everything they have. */
function measuresOf({ query, items, optional }: Found, view: View): Measure[] {
  const { missions, pilots, organisations } = view.programme;
  const ids = [...items, ...optional];
  switch (query.intent) {
    case 'missions':
      return [{ intent: 'missions', records: recordsOf(missions, ids) }];
    case 'pilots':
    case 'status':
      return [{ intent: 'pilots', records: recordsOf(pilots, ids) }];
    case 'partners':
      return [{ intent: 'partners', records: recordsOf(organisations, ids) }];
    default:
      return (['missions', 'pilots', 'partners'] as const).map((intent) => ({
        intent,
        records: [...recordsFor(intent, view)],
      }));
  }
}
