import type { Delivery } from '../../bot/delivery.js';
import type { Snapshot } from '../../bot/snapshot.js';
import type { Reader } from '../../bot/store.js';
import { snapshotOf } from '../state.js';
import { TablesReader } from '../tables.js';
import { readStateFile } from './durable-file.js';
import { stateFile } from './state-folder.js';

/** The state that was last committed in a folder, to be read only. */
export interface Committed {
  reader: Reader;
  /** Deliveries that are not sent yet or can't be, oldest first. */
  deliveries: readonly Delivery[];
  dump(): Snapshot;
}

/**
 * Reads the embedded store's state without opening the store: it works beside a running bot, takes no lock and writes nothing.
 * @returns undefined when there is no state yet
 * @throws StateUnsound when the file can't be read as a state
 * @throws DiskUnavailable when it can't be read at all
 */
export async function readCommitted(folder: string): Promise<Committed | undefined> {
  const state = await readStateFile(stateFile(folder));
  if (state === undefined) return undefined;
  return {
    reader: new TablesReader(state.tables),
    deliveries: [...state.outbox.values()],
    dump: () => snapshotOf(state),
  };
}
