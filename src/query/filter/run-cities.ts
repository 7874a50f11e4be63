import type { Day } from '../../programme/partial-date.js';
import type { Programme } from '../../programme/programme.js';
import type { Mission } from '../../programme/schema.js';
import type { Clause, Link, PartyRole, Query } from '../query.js';
import { counts } from './ahead.js';
import { BY_GROUP, type Degree, degreeOfAll, NAMED, NO, partiesOf } from './matching.js';
import { type Indexes, type Records, sorted } from './records.js';
import { runMissions } from './run-missions.js';

/** A condition on cities as one on missions, in which they have the role. */
function inRole({ any, negated }: Clause, role: PartyRole): Clause {
  return { any: any.map((term) => ('role' in term ? { ...term, role } : term)), negated };
}

/** Cities that the missions or pilots of a link have in its role. */
function citiesThrough(query: Query, link: Link, indexes: Indexes, today: Day): Map<string, Degree> {
  const { programme, missions, pilots } = indexes;
  const degrees = new Map<string, Degree>();
  const note = (city: string, degree: Degree) => {
    if ((degrees.get(city) ?? NO) < degree) degrees.set(city, degree);
  };
  const noteAll = (parties: readonly string[], most: Degree) => {
    for (const party of parties) {
      const group = programme.groups.get(party);
      if (group === undefined) note(party, most);
      else for (const city of group.cities) note(city, BY_GROUP);
    }
  };
  if (link.by === 'pilots') {
    pilots.each(link.clauses, (pilot, degree) => noteAll(pilot.cities, degree));
    return degrees;
  }
  // "The Chinese city that was visited first": of the missions that went to one.
  const own = query.pick === 'all' ? [] : query.clauses.filter(({ negated }) => !negated);
  const roles = own.map((clause) => inRole(clause, link.role));
  // "Besides Oslo, where did they go first?": a mission to Oslo counts when it went elsewhere as well.
  const excepted = query.clauses.filter(({ negated }) => negated);
  const goesElsewhere = (mission: Mission) =>
    partiesOf(mission, link.role).some((id) =>
      excepted.every(({ any }) => any.every((term) => cityMeets(programme, id, term) === NO)),
    );
  const { items, optional } = runMissions(
    { ...query, clauses: [...link.clauses, ...roles] },
    today,
    missions,
    excepted.length === 0 ? undefined : goesElsewhere,
  );
  // Of whoever else was there it can't be said that they did not go.
  const whoTookPart = (mission: Mission) =>
    link.negated && link.role === 'traveller'
      ? [...mission.travellers, ...mission.participants]
      : partiesOf(mission, link.role);
  const noteMissions = (ids: readonly string[], most: Degree) => {
    for (const id of ids) {
      const mission = programme.missions.get(id);
      if (mission !== undefined && counts(mission, query, today)) noteAll(whoTookPart(mission), most);
    }
  };
  noteMissions(items, NAMED);
  noteMissions(optional, BY_GROUP);
  return degrees;
}

/** "Which cities never visited Oslo?" asks for the others. */
function citiesAsked(linked: Link | undefined): Set<string> {
  const terms =
    linked?.negated === true ? linked.clauses.flatMap(({ any, negated }) => (negated ? [] : any)) : [];
  return new Set(terms.flatMap((term) => (term.kind === 'city' ? [term.id] : [])));
}

export function runCities(query: Query, indexes: Indexes, today: Day): Records {
  const { linked } = query;
  const { programme } = indexes;
  const through =
    linked === undefined ? new Map<string, Degree>() : citiesThrough(query, linked, indexes, today);
  const itself = citiesAsked(linked);
  const byName = query.clauses.some(
    (clause) => !clause.negated && clause.any.some((term) => term.kind === 'city'),
  );
  const all = [...programme.cities.values()].map((city): [string, Degree] => {
    // Cities that only host are no members, but one may ask about them.
    const counts = city.participant || byName || (linked !== undefined && !linked.negated);
    const own = degreeOfAll(query.clauses, (term) => cityMeets(programme, city.id, term));
    if (!counts || own === NO || itself.has(city.id)) return [city.id, NO];
    if (linked === undefined) return [city.id, own];
    const link = through.get(city.id) ?? NO;
    return [city.id, linked.negated ? (link === NO ? own : NO) : (Math.min(own, link) as Degree)]; // the lesser of two degrees
  });
  return sorted(all);
}

function cityMeets(programme: Programme, id: string, term: Query['clauses'][number]['any'][number]): Degree {
  const city = programme.cities.get(id);
  if (term.kind === 'city') return term.id === id ? NAMED : NO;
  if (term.kind === 'country') return city?.country === term.code ? NAMED : NO;
  if (term.kind === 'group') return programme.groups.get(term.id)?.cities.includes(id) === true ? NAMED : NO;
  return NO;
}
