import { cityLinks } from '../../programme/programme.js';
import type { Mission } from '../../programme/schema.js';
import type { Intent, Query } from '../../query/query.js';
import type { Choice } from '../reply.js';
import { allParties } from './mission-account.js';
import { asking, citiesOf, cityTerm, queryFor } from './queries.js';
import { describeQuery } from './query-label.js';
import type { View } from './view.js';
import { capitalised } from './words.js';

/** A choice that asks a query, labelled with the query's own phrase. */
export function choiceOf(query: Query, view: View): Choice {
  return { label: capitalised(describeQuery(query, view)), invocation: asking(query) };
}

/** All records of a kind for one city. */
export function ofCity(
  intent: Extract<Intent, 'missions' | 'pilots' | 'partners'>,
  city: string,
  view: View,
): Choice {
  return choiceOf(queryFor(intent, 'list', cityTerm(city)), view);
}

/** From a mission on: the other missions of a city that was asked for, and the pilots of one of its cities. */
export function wayOnFromCities(query: Query, mission: Mission, view: View): Choice[] {
  const named = [...cityLinks(view.programme, allParties(mission)).named].filter(
    (id) => view.programme.cities.get(id)?.participant === true,
  );
  const asked = [...citiesOf(query, 'any', 'traveller', 'host')];
  const first = asked[0] ?? named[0];
  if (first === undefined) return [];
  const second = asked[1] ?? named.find((id) => id !== first) ?? first;
  return [ofCity('missions', first, view), ofCity('pilots', second, view)];
}
