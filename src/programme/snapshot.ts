import { type Change, type RecordRef, recordKey } from './change.js';
import { inOrderOfDate } from './mission-order.js';
import type { LastChange, Programme } from './programme.js';
import { ProgrammeBuilder } from './programme-builder.js';
import type { Dataset } from './schema.js';

/** A dataset as a programme without any change. */
export function createProgramme(dataset: Dataset): Programme {
  return {
    overview: dataset.overview,
    sources: byId(dataset.sources),
    countries: new Map(dataset.countries.map((country) => [country.code, country])),
    groups: byId(dataset.groups),
    cities: byId(dataset.cities),
    themes: byId(dataset.themes),
    topics: byId(dataset.topics),
    organisations: byId(dataset.organisations),
    missions: inOrderOfDate(dataset.missions),
    pilots: byId(dataset.pilots),
    history: new Map(),
  };
}

/**
 * The programme after committed changes, given in the order of their commitment. The given programme stays as it is;
 * maps that no change touches are shared with it. Never fails: a change of a record that a newer dataset no longer
 * holds, or whose value no longer fits the schema, alters no record and is kept in the history only.
 */
export function applyChanges(programme: Programme, changes: Iterable<Change>): Programme {
  const builder = new ProgrammeBuilder(programme);
  for (const change of changes) builder.apply(change);
  return builder.finish();
}

/** The latest change of a record, or nothing when it stands as the dataset has it. */
export function lastChange(programme: Programme, ref: RecordRef): LastChange | undefined {
  return programme.history.get(recordKey(ref))?.at(-1);
}

/** All changes of a record, oldest first. */
export function historyOf(programme: Programme, ref: RecordRef): readonly Change[] {
  return programme.history.get(recordKey(ref)) ?? [];
}

function byId<T extends { id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}
