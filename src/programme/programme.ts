import type { Change } from './change.js';
import type { Interval } from './partial-date.js';
import { intervalOf } from './partial-date.js';
import type {
  City,
  Country,
  Dataset,
  Group,
  Mission,
  Organisation,
  Overview,
  Pilot,
  Theme,
  Topic,
} from './schema.js';

/** Cities of a record: those it names, and those it holds only as members of a named group. */
export interface CityLinks {
  named: ReadonlySet<string>;
  byGroup: ReadonlySet<string>;
}

/** The last change to a record, for its provenance. */
export type LastChange = Pick<Change, 'id' | 'at' | 'by' | 'byName'>;

/**
 * All that there is to know at one moment: the dataset and every change on top of it. Immutable; a change makes a new
 * one, which shares what did not change.
 */
export interface Programme {
  readonly overview: Overview;
  readonly sources: ReadonlyMap<string, Dataset['sources'][number]>;
  readonly countries: ReadonlyMap<string, Country>;
  readonly groups: ReadonlyMap<string, Group>;
  readonly cities: ReadonlyMap<string, City>;
  readonly themes: ReadonlyMap<string, Theme>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly organisations: ReadonlyMap<string, Organisation>;
  /** In order of date; one of which only the month or year is known comes last within it, and ids decide ties. */
  readonly missions: ReadonlyMap<string, Mission>;
  readonly pilots: ReadonlyMap<string, Pilot>;
  /** Changes by the record they concern (`mission:ID`, `pilot:ID`, `partner:ID`), oldest first. */
  readonly history: ReadonlyMap<string, readonly Change[]>;
}

/** A mission's days. */
export function missionInterval(mission: Mission): Interval {
  return intervalOf(mission.date);
}

/** Resolves a record's ids of cities and groups into cities named and cities that only belong to a named group. */
export function cityLinks(programme: Programme, parties: Iterable<string>): CityLinks {
  const named = new Set<string>();
  const byGroup = new Set<string>();
  for (const id of parties) {
    const group = programme.groups.get(id);
    if (group === undefined) named.add(id);
    else for (const city of group.cities) byGroup.add(city);
  }
  for (const city of named) byGroup.delete(city);
  return { named, byGroup };
}
