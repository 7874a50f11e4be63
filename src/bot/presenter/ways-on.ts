import { cityLinks } from '../../programme/programme.js';
import type { Mission } from '../../programme/schema.js';
import type { Query } from '../../query/query.js';
import type { Choice } from '../reply.js';
import { type CountedIntent, countOf, hasAny, recordsFor } from './city-counts.js';
import { allParties } from './mission-account.js';
import { asking, citiesOf, cityTerm, queryFor } from './queries.js';
import { describeQuery } from './query-label.js';
import type { View } from './view.js';
import { capitalised, partyName } from './words.js';

/** A choice that asks a query, labelled with the query's own phrase. */
export function choiceOf(query: Query, view: View): Choice {
  return { label: capitalised(describeQuery(query, view)), invocation: asking(query, view) };
}

/** All records of a kind for one city; nothing when there are none, since a choice should lead somewhere. */
export function ofCity(intent: CountedIntent, city: string, view: View): Choice[] {
  return hasAny(intent, city, view) ? [choiceOf(queryFor(intent, 'list', cityTerm(city)), view)] : [];
}

/** Beside a mission of a city's: all of the city's, when there are more. */
export function otherMissionsOf(city: string, view: View): Choice[] {
  const { named, grouped } = countOf(city, recordsFor('missions', view), view);
  if (named + grouped < 2) return [];
  const label = view.language.t('answers:choice.other-missions', { name: partyName(city, view) });
  return ofCity('missions', city, view).map((choice) => ({ ...choice, label }));
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
    ...(other === undefined ? [] : otherMissionsOf(other, view)),
    ...(own === undefined ? [] : ofCity('pilots', own, view)),
  ];
}
