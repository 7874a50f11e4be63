import type { Snapshot } from '../bot/snapshot.js';
import type { Reader, Store } from '../bot/store.js';
import { openEmbeddedStore } from './embedded/embedded-store.js';
import { readCommitted } from './embedded/read-committed.js';

/** Where the state is kept. */
export interface StatePlace {
  /** The embedded store's folder. */
  folder: string;
}

/**
 * Opens the store for reading and writing.
 * @throws StateInUse when another process has the folder
 * @throws StateUnsound when what is stored can't be read
 * @throws StoreUnavailable when the place can't be used
 */
export function openStore({ folder }: StatePlace, now: () => Date): Promise<Store> {
  return openEmbeddedStore({ folder, now });
}

/** The last committed state, to be read once; `undefined` when there is none yet. Works beside a running bot. */
export async function readState({
  folder,
}: StatePlace): Promise<{ reader: Reader; dump(): Snapshot } | undefined> {
  return readCommitted(folder);
}
