import { cityLinks } from '../../programme/programme.js';
import type { Mission } from '../../programme/schema.js';
import type { Query } from '../../query/query.js';
import type { Choice } from '../reply.js';
import { type CountedIntent, hasAny } from './city-counts.js';
import { allParties } from './mission-account.js';
import { asking, citiesOf, cityTerm, queryFor } from './queries.js';
import { describeQuery } from './query-label.js';
import type { View } from './view.js';
import { capitalised } from './words.js';

/** A choice that asks a query, labelled with the query's own phrase. */
export function choiceOf(query: Query, view: View): Choice {
  return { label: capitalised(describeQuery(query, view)), invocation: asking(query) };
}

/** All records of a kind for one city; nothing when there are none, since a choice should lead somewhere. */
export function ofCity(intent: CountedIntent, city: string, view: View): Choice[] {
  return hasAny(intent, city, view) ? [choiceOf(queryFor(intent, 'list', cityTerm(city)), view)] : [];
}

/** From a mission on: the missions of another of its cities, and the pilots of the city that was asked for. */
export function waysOnFromMission(query: Query, mission: Mission, view: View): Choice[] {
  const named = [...cityLinks(view.programme, allParties(mission)).named].filter(
    (id) => view.programme.cities.get(id)?.participant === true,
  );
  const asked = citiesOf(query, 'any', 'traveller', 'host');
  const other = named.find((id) => !asked.has(id)) ?? named[0];
  const own = named.find((id) => asked.has(id)) ?? named.find((id) => id !== other) ?? other;
  return [
    ...(other === undefined ? [] : ofCity('missions', other, view)),
    ...(own === undefined ? [] : ofCity('pilots', own, view)),
  ];
}
