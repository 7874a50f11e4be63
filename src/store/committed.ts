import type { Delivery } from '../bot/delivery.js';
import type { Snapshot } from '../bot/snapshot.js';
import type { Reader } from '../bot/store.js';
import { type State, snapshotOf } from './state.js';
import { TablesReader } from './tables.js';

/** A state as it was committed at one moment, to be read only. */
export interface Committed {
  reader: Reader;
  /** Deliveries that are not sent yet or can't be, oldest first. */
  deliveries: readonly Delivery[];
  dump(): Snapshot;
}

/** A state that nobody holds a store of. */
export function committedOf(state: State): Committed {
  return {
    reader: new TablesReader(state.tables),
    deliveries: [...state.outbox.values()],
    dump: () => snapshotOf(state),
  };
}
