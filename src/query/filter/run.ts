import { type Day, type Interval, intervalOf } from '../../programme/partial-date.js';
import type { Programme } from '../../programme/programme.js';
import type { Mission } from '../../programme/schema.js';
import type { Clause, DateRange, Link, PartyRole, Query } from '../query.js';
import { counts } from './ahead.js';
import { BY_GROUP, type Degree, degreeOfAll, NAMED, NO, organisationMeets, partiesOf } from './matching.js';
import type { MissionIndex } from './mission-index.js';
import type { DatedMission } from './mission-list.js';
import type { PilotIndex } from './pilot-index.js';
import { partition } from './postings.js';

/** Ids that answer a query, and those that belong to the answer only through a named group. */
export interface Records {
  items: readonly string[];
  optional: readonly string[];
}

/** Whether there is no record, not even through a group. */
export const hasNone = ({ items, optional }: Records) => items.length + optional.length === 0;

/** What queries are run over. */
export interface Indexes {
  programme: Programme;
  missions: MissionIndex;
  pilots: PilotIndex;
}

const NONE: Records = { items: [], optional: [] };

function sorted(ids: Iterable<[string, Degree]>): Records {
  const items: string[] = [];
  const optional: string[] = [];
  for (const [id, degree] of ids) {
    if (degree === NAMED) items.push(id);
    else if (degree !== NO) optional.push(id);
  }
  return { items, optional };
}

/**
 * Of missions in order of date: the first, or the last that have begun, or the next, `count` of them. Those of one date have
 * no order among each other, so with one of them come all.
 */
function pickOf(
  entries: readonly DatedMission[],
  pick: 'first' | 'last' | 'next',
  count: number,
  today: Day,
): string[] {
  const later = pick === 'first' ? 0 : partition(entries, ({ days }) => days.from <= today);
  const step = pick === 'last' ? -1 : 1;
  const picked: Mission[] = [];
  for (let i = pick === 'last' ? later - 1 : later; i >= 0 && i < entries.length; i += step) {
    const { mission } = entries[i] as DatedMission; // i is within bounds
    if (mission.status === 'cancelled') continue;
    if (picked.length >= count && mission.date !== picked.at(-1)?.date) break;
    picked.push(mission);
  }
  if (pick === 'last') picked.reverse();
  return picked.map(({ id }) => id);
}

/** Ids of missions that a source dates to one of the very days. */
export function onTheDay(
  { clauses, dates }: Pick<Query, 'clauses' | 'dates'>,
  index: MissionIndex,
): string[] {
  const ids: string[] = [];
  const isAsked = (days: DateRange) => dates.some(({ from, to }) => days.from === from && days.to === to);
  index.each(clauses, dates, ({ mission }, degree) => {
    if (degree === NAMED && exactDays(mission).some(isAsked)) ids.push(mission.id);
  });
  return ids;
}

/** The second, third … of the missions, those that belong through a group counted as well. */
function nthOf({ clauses, dates }: Query, nth: number, index: MissionIndex): Records {
  const found: [string, Degree][] = [];
  index.each(clauses, dates, ({ mission }, degree) => found.push([mission.id, degree]));
  return sorted(found.slice(nth - 1, nth));
}

/** The missions of a query; of those that it picks from, only the ones that are meant. */
function runMissions(
  query: Query,
  today: Day,
  index: MissionIndex,
  isMeant: (mission: Mission) => boolean = () => true,
): Records {
  if (query.nth !== undefined) return nthOf(query, query.nth, index);
  const { clauses, dates, pick, count = 1 } = query;
  if (pick !== 'all') {
    const named: DatedMission[] = [];
    const grouped: DatedMission[] = [];
    index.each(clauses, dates, (entry, degree) => {
      if (isMeant(entry.mission)) (degree === NAMED ? named : grouped).push(entry);
    });
    return {
      items: pickOf(named, pick, count, today),
      optional: named.length > 0 ? [] : pickOf(grouped, pick, count, today),
    };
  }
  const { named, byGroup } = index.ids(clauses, dates);
  const isOneDay = dates.length > 0 && dates.every(({ from, to }) => from === to);
  const exact = isOneDay ? onTheDay(query, index) : [];
  return { items: exact.length > 0 ? exact : named, optional: byGroup };
}

/** The days that count for a question about days: an event's own day where the source gives one. */
function exactDays(mission: Mission): Interval[] {
  const dated = mission.events.flatMap((event) => (event.date === undefined ? [] : [intervalOf(event.date)]));
  return mission.date.length === 10 ? [intervalOf(mission.date), ...dated] : dated;
}

function runPilots(query: Query, index: PilotIndex): Records {
  const found: [string, Degree][] = [];
  index.each(query.clauses, (pilot, degree) => found.push([pilot.id, degree]));
  return sorted(found);
}

/** The partners of pilots that meet the clauses. */
function partnersThrough(index: PilotIndex, clauses: Query['clauses']): Map<string, Degree> {
  const degrees = new Map<string, Degree>();
  index.each(clauses, (pilot, degree) => {
    for (const partner of pilot.partners) {
      degrees.set(partner, Math.max(degrees.get(partner) ?? NO, degree) as Degree); // the greater of two degrees
    }
  });
  return degrees;
}

/** The partners whose own partners are asked for: nobody is a partner of himself. */
function companionsAsked(linked: Link | undefined): Set<string> {
  const terms = linked?.clauses.flatMap(({ any, negated }) => (negated ? [] : any)) ?? [];
  return new Set(terms.flatMap((term) => (term.kind === 'organisation' ? [term.id] : [])));
}

function runPartners(query: Query, { programme, pilots }: Indexes): Records {
  const { linked } = query;
  const asked = companionsAsked(linked);
  const through = linked === undefined ? undefined : partnersThrough(pilots, linked.clauses);
  const all = [...programme.organisations.values()].map((organisation): [string, Degree] => {
    const own = degreeOfAll(query.clauses, (term) => organisationMeets(programme, organisation, term));
    const link = through === undefined ? NAMED : (through.get(organisation.id) ?? NO);
    const isAsked = asked.has(organisation.id);
    const linkedIn = isAsked ? NO : linked?.negated === true ? (link === NO ? NAMED : NO) : link;
    return [organisation.id, Math.min(own, linkedIn) as Degree]; // the lesser of two degrees
  });
  return sorted(all);
}

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

function runCities(query: Query, indexes: Indexes, today: Day): Records {
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

/** The records that a query asks for. An exact filter: it never guesses. */
export function recordsOf(query: Query, indexes: Indexes, today: Day): Records {
  switch (query.intent) {
    case 'missions':
      return runMissions(query, today, indexes.missions);
    case 'pilots':
    case 'status':
      return runPilots(query, indexes.pilots);
    case 'partners':
      return runPartners(query, indexes);
    case 'city':
      return runCities(query, indexes, today);
    default:
      return NONE;
  }
}
