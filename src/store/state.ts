import type { Delivery } from '../bot/delivery.js';
import { SNAPSHOT_VERSION, type Snapshot } from '../bot/snapshot.js';
import { released } from './outbox.js';
import { type AnyRow, collectionNames, deepFreeze, emptyTables, type Tables, tablesOf } from './tables.js';

/** The whole state in memory. Nothing in it is ever altered: a commit makes a new one that shares what stayed. */
export interface State {
  readonly tables: Tables;
  /** Deliveries by id, oldest first. */
  readonly outbox: ReadonlyMap<string, Delivery>;
  /** Hashes of the keys that were queued, by UTC day, one after the other. */
  readonly keys: ReadonlyMap<string, string>;
  readonly lastChange: number;
  readonly lastDelivery: number;
}

export const emptyState: State = {
  tables: emptyTables,
  outbox: new Map(),
  keys: new Map(),
  lastChange: 0,
  lastDelivery: 0,
};

const byId = <T extends { id: string }>(rows: readonly T[]) =>
  new Map(rows.map((row) => [row.id, deepFreeze(row)]));

/** The state that a snapshot describes. Whoever had claimed a delivery is gone, so the claim is released. */
export function stateOf(snapshot: Snapshot): State {
  const { collections, outbox, keys, lastChange, lastDelivery } = snapshot;
  return {
    tables: tablesOf((name) => byId<AnyRow>(collections[name])),
    outbox: byId(outbox.map(released)),
    keys: new Map(Object.entries(keys)),
    lastChange,
    lastDelivery,
  };
}

/** What a state is outside this process. Claims belong to the process, so they appear as released. */
export function snapshotOf(state: State): Snapshot {
  const rows = collectionNames.map((name) => [name, [...state.tables[name].values()]]);
  return {
    format: 'ucap-state',
    version: SNAPSHOT_VERSION,
    lastChange: state.lastChange,
    lastDelivery: state.lastDelivery,
    collections: Object.fromEntries(rows) as Snapshot['collections'], // There is an entry for every name.
    outbox: [...state.outbox.values()].map(released),
    keys: Object.fromEntries(state.keys),
  };
}
