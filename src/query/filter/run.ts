import type { Day } from '../../programme/partial-date.js';
import { cityLinks, type Programme } from '../../programme/programme.js';
import type { Query } from '../query.js';
import { type Degree, degreeOfAll, NAMED, NO, organisationMeets, partiesOf, pilotMeets } from './matching.js';
import { type DatedMission, exactDays, type MissionIndex } from './mission-index.js';

/** Ids that answer a query, and those that belong to the answer only through a named group. */
export interface Records {
  items: readonly string[];
  optional: readonly string[];
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

/** Of missions in order of date: the first, or the last that has begun, or the next, with all that share its date. */
function pickOf(entries: readonly DatedMission[], pick: Query['pick'], today: Day): readonly DatedMission[] {
  if (pick === 'all') return entries;
  const standing = entries.filter(({ mission }) => mission.status !== 'cancelled');
  const chosen =
    pick === 'first'
      ? standing[0]
      : pick === 'last'
        ? standing.findLast(({ days }) => days.from <= today)
        : standing.find(({ days }) => days.from > today);
  return chosen === undefined ? [] : standing.filter(({ mission }) => mission.date === chosen.mission.date);
}

function runMissions(query: Query, today: Day, index: MissionIndex): Records {
  if (query.clauses.length + query.dates.length === 0 && query.pick === 'all')
    return { items: index.all(), optional: [] };
  const named: DatedMission[] = [];
  const grouped: DatedMission[] = [];
  index.each(query.clauses, query.dates, (entry, degree) => (degree === NAMED ? named : grouped).push(entry));
  const oneDay = query.dates.length > 0 && query.dates.every(({ from, to }) => from === to);
  const exact = oneDay ? named.filter((entry) => isOnDay(entry, query)) : [];
  const chosen = pickOf(exact.length > 0 ? exact : named, query.pick, today);
  const others =
    query.pick === 'all' ? grouped : named.length === 0 ? pickOf(grouped, query.pick, today) : [];
  return {
    items: chosen.map(({ mission }) => mission.id),
    optional: others.map(({ mission }) => mission.id),
  };
}

/** Whether the source itself names the day that is asked for. */
function isOnDay(entry: DatedMission, query: Query): boolean {
  return exactDays(entry.mission).some((days) =>
    query.dates.some((range) => days.from === range.from && days.to === range.to),
  );
}

function* pilotsOf(programme: Programme, clauses: Query['clauses']): Generator<[string, Degree]> {
  for (const pilot of programme.pilots.values()) {
    yield [pilot.id, degreeOfAll(clauses, (term) => pilotMeets(programme, pilot, term))];
  }
}

/** The partners of pilots that meet the clauses. */
function partnersThrough(programme: Programme, clauses: Query['clauses']): Map<string, Degree> {
  const degrees = new Map<string, Degree>();
  for (const [id, degree] of pilotsOf(programme, clauses)) {
    if (degree === NO) continue;
    for (const partner of programme.pilots.get(id)?.partners ?? []) {
      degrees.set(partner, Math.max(degrees.get(partner) ?? NO, degree) as Degree); // the greater of two degrees
    }
  }
  return degrees;
}

function runPartners(query: Query, programme: Programme): Records {
  const { linked } = query;
  const through = linked === undefined ? undefined : partnersThrough(programme, linked.clauses);
  const all = [...programme.organisations.values()].map((organisation): [string, Degree] => {
    const own = degreeOfAll(query.clauses, (term) => organisationMeets(programme, organisation, term));
    const link = through === undefined ? NAMED : (through.get(organisation.id) ?? NO);
    const linkedIn = linked?.negated === true ? (link === NO ? NAMED : NO) : link;
    return [organisation.id, Math.min(own, linkedIn) as Degree]; // the lesser of two degrees
  });
  return sorted(all);
}

/** Cities that the missions or pilots of a link have in its role. */
function citiesThrough(
  query: Query,
  programme: Programme,
  today: Day,
  index: MissionIndex,
): Map<string, Degree> {
  const degrees = new Map<string, Degree>();
  const note = (city: string, degree: Degree) =>
    degrees.set(city, Math.max(degrees.get(city) ?? NO, degree) as Degree);
  const { linked } = query;
  if (linked === undefined) return degrees;
  const noteAll = (parties: readonly string[], most: Degree) => {
    const { named, byGroup } = cityLinks(programme, parties);
    for (const city of named) note(city, most);
    for (const city of byGroup) note(city, Math.min(1, most) as Degree); // a group's member at best
  };
  if (linked.by === 'pilots') {
    for (const [id, degree] of pilotsOf(programme, linked.clauses)) {
      if (degree !== NO) noteAll(programme.pilots.get(id)?.cities ?? [], degree);
    }
    return degrees;
  }
  const { items, optional } = runMissions({ ...query, clauses: linked.clauses }, today, index);
  for (const [ids, most] of [
    [items, NAMED],
    [optional, 1],
  ] as const) {
    for (const id of ids) {
      const mission = programme.missions.get(id);
      if (mission !== undefined) noteAll(partiesOf(mission, linked.role), most);
    }
  }
  return degrees;
}

function runCities(query: Query, programme: Programme, today: Day, index: MissionIndex): Records {
  const { linked } = query;
  const through = citiesThrough(query, programme, today, index);
  const byName = query.clauses.some(
    (clause) => !clause.negated && clause.any.some((term) => term.kind === 'city'),
  );
  const all = [...programme.cities.values()].map((city): [string, Degree] => {
    // Cities that only host are no members, but one may ask about them.
    const counts = city.participant || byName || (linked !== undefined && !linked.negated);
    const own = degreeOfAll(query.clauses, (term) => cityMeets(programme, city.id, term));
    if (!counts || own === NO) return [city.id, NO];
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
export function recordsOf(query: Query, programme: Programme, today: Day, index: MissionIndex): Records {
  switch (query.intent) {
    case 'missions':
      return runMissions(query, today, index);
    case 'pilots':
    case 'status':
      return sorted(pilotsOf(programme, query.clauses));
    case 'partners':
      return runPartners(query, programme);
    case 'city':
      return runCities(query, programme, today, index);
    default:
      return NONE;
  }
}
