import type { RecordKind } from './change.js';
import type { Fault, FaultKey } from './fault.js';
import { type Known, knownOf } from './known-ids.js';
import { intervalOf, overlaps } from './partial-date.js';
import type { Salvaged } from './salvage.js';
import type { City, Group, Mission, Organisation, Overview, Pilot, Source, Theme } from './schema.js';

/**
 * Finds references to records that do not exist, records of a dataset without a source, and dates that contradict each
 * other.
 */
export function referenceFaults(salvaged: Salvaged): Fault[] {
  const { records } = salvaged;
  const known = knownOf(salvaged);
  return [
    ...(records.overview === undefined ? [] : overviewFaults(records.overview, known)),
    ...each('groups', records.groups, known, groupFaults),
    ...each('cities', records.cities, known, cityFaults),
    ...each('themes', records.themes, known, themeFaults),
    ...each('organisations', records.organisations, known, organisationFaults),
    ...each('missions', records.missions, known, missionFaults),
    ...each('pilots', records.pilots, known, pilotFaults),
  ];
}

const checks = { mission: missionFaults, pilot: pilotFaults, partner: organisationFaults } as const;

/** The references of one record, of the kind that is named, whose target does not exist; paths begin at the record. */
export function unknownIds(kind: RecordKind, record: object, known: Known): Fault[] {
  // Whoever calls has parsed the record by its kind's schema.
  const check = checks[kind] as (record: object, path: string, known: Known) => Iterable<Fault>;
  const faults = [...check(record, '', known)].filter(({ key }) => key.startsWith('unknown-'));
  return faults.map((fault) => ({ ...fault, path: fault.path.slice(1) }));
}

function* each<T>(
  collection: string,
  records: readonly (T | undefined)[],
  known: Known,
  check: (record: T, path: string, known: Known) => Iterable<Fault>,
): Iterable<Fault> {
  for (const [index, record] of records.entries()) {
    if (record !== undefined) yield* check(record, `${collection}[${index}]`, known);
  }
}

function* overviewFaults({ period, source }: Overview, known: Known): Iterable<Fault> {
  yield* sourceFault(source, 'overview', known);
  if (intervalOf(period.from).from > intervalOf(period.to).to) {
    yield { path: 'overview.period', key: 'period-order', values: { from: period.from, to: period.to } };
  }
}

function* groupFaults(group: Group, path: string, known: Known): Iterable<Fault> {
  yield* listFaults(group.cities, `${path}.cities`, known.city, 'unknown-city');
  yield* sourceFault(group.source, path, known);
}

function* cityFaults(city: City, path: string, known: Known): Iterable<Fault> {
  yield* idFault(city.country, `${path}.country`, known.country, 'unknown-country');
  yield* sourceFault(city.source, path, known);
}

function* themeFaults(theme: Theme, path: string, known: Known): Iterable<Fault> {
  yield* sourceFault(theme.source, path, known);
}

function* organisationFaults(organisation: Organisation, path: string, known: Known): Iterable<Fault> {
  if (organisation.city !== null) {
    yield* idFault(organisation.city, `${path}.city`, known.city, 'unknown-city');
  }
  yield* neededSource(organisation.source, path, known);
}

function* missionFaults(mission: Mission, path: string, known: Known): Iterable<Fault> {
  for (const side of ['hosts', 'travellers', 'participants'] as const) {
    yield* listFaults(mission[side], `${path}.${side}`, known.party, 'unknown-party');
  }
  yield* listFaults(
    mission.organisations,
    `${path}.organisations`,
    known.organisation,
    'unknown-organisation',
  );
  yield* listFaults(mission.topics, `${path}.topics`, known.topic, 'unknown-topic');
  yield* followFaults(mission, path, known);
  yield* eventFaults(mission, path, known);
  yield* nobodyFault(mission, path);
  yield* neededSource(mission.source, path, known);
}

function* followFaults(mission: Mission, path: string, known: Known): Iterable<Fault> {
  for (const [index, id] of mission.follows.entries()) {
    const at = `${path}.follows[${index}]`;
    const followed = known.missions.get(id);
    if (id === mission.id) yield { path: at, key: 'follows-itself', values: { id } };
    else if (!known.missions.has(id)) yield { path: at, key: 'unknown-mission', values: { id } };
    else if (followed !== undefined && intervalOf(followed.date).from > intervalOf(mission.date).to) {
      yield { path: at, key: 'follows-later', values: { id, date: followed.date } };
    }
  }
}

function* eventFaults(mission: Mission, path: string, known: Known): Iterable<Fault> {
  for (const [index, { city, date }] of mission.events.entries()) {
    const at = `${path}.events[${index}]`;
    if (city !== undefined) yield* idFault(city, `${at}.city`, known.city, 'unknown-city');
    if (date !== undefined && !overlaps(intervalOf(date), intervalOf(mission.date))) {
      yield { path: `${at}.date`, key: 'event-outside', values: { date, mission: mission.date } };
    }
  }
}

function* pilotFaults(pilot: Pilot, path: string, known: Known): Iterable<Fault> {
  yield* idFault(pilot.theme, `${path}.theme`, known.theme, 'unknown-theme');
  yield* listFaults(pilot.cities, `${path}.cities`, known.party, 'unknown-party');
  yield* listFaults(pilot.partners, `${path}.partners`, known.organisation, 'unknown-organisation');
  yield* listFaults(pilot.topics, `${path}.topics`, known.topic, 'unknown-topic');
  yield* neededSource(pilot.source, path, known);
}

/** How a mission was held says that somebody met; without it, it may be the programme's own doing. */
function* nobodyFault({ mode, hosts, travellers, participants }: Mission, path: string): Iterable<Fault> {
  if (mode !== undefined && hosts.length + travellers.length + participants.length === 0)
    yield { path, key: 'nobody', values: {} };
}

/** What comes from a file was read somewhere; only what coordinators add has no source. */
function* neededSource(source: Source | undefined, path: string, known: Known): Iterable<Fault> {
  if (source === undefined) yield { path: `${path}.source`, key: 'missing', values: {} };
  yield* sourceFault(source, path, known);
}

function* sourceFault(source: Source | undefined, path: string, known: Known): Iterable<Fault> {
  if (source !== undefined) {
    yield* idFault(source.document, `${path}.source.document`, known.source, 'unknown-source');
  }
}

function* listFaults(
  ids: readonly string[],
  path: string,
  known: ReadonlySet<string | undefined>,
  key: FaultKey,
): Iterable<Fault> {
  for (const [index, id] of ids.entries()) {
    yield* idFault(id, `${path}[${index}]`, known, key);
    if (ids.indexOf(id) < index) yield { path: `${path}[${index}]`, key: 'repeated', values: { id } };
  }
}

function* idFault(
  id: string,
  path: string,
  known: ReadonlySet<string | undefined>,
  key: FaultKey,
): Iterable<Fault> {
  if (!known.has(id)) yield { path, key, values: { id } };
}
