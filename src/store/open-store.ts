import { existsSync } from 'node:fs';
import type { Snapshot } from '../bot/snapshot.js';
import type { Store } from '../bot/store.js';
import type { Committed } from './committed.js';
import { stateFile } from './embedded/state-folder.js';

/** Where the state is kept. */
export type StatePlace =
  | { kind: 'embedded'; folder: string }
  /** `postgres://…` */
  | { kind: 'postgres'; url: string };

/**
 * Opens the store for reading and writing. Only the engine that is asked for is loaded.
 * @throws StateInUse when another process has the folder
 * @throws StateUnsound when what is stored can't be read
 * @throws StoreUnavailable when the place can't be used
 */
export async function openStore(place: StatePlace, now: () => Date): Promise<Store> {
  if (place.kind === 'postgres') {
    const { openPostgresStore } = await import('./postgres/postgres-store.js');
    return openPostgresStore({ url: place.url, now });
  }
  const { openEmbeddedStore } = await import('./embedded/embedded-store.js');
  return openEmbeddedStore({ folder: place.folder, now });
}

/**
 * Replaces the whole state, also one in a folder that can't be read.
 * @returns where the file of a state that couldn't be read is kept
 * @throws StateInUse, StateUnsound, StoreUnavailable as `openStore` does
 */
export async function replaceState(
  place: StatePlace,
  snapshot: Snapshot,
  now: () => Date,
): Promise<string | undefined> {
  if (place.kind === 'embedded') {
    const embedded = await import('./embedded/replace-state.js');
    return embedded.replaceState(place.folder, snapshot, now());
  }
  const store = await openStore(place, now);
  try {
    await store.load(snapshot);
  } finally {
    await store.close();
  }
  return undefined;
}

/** The last committed state; `undefined` when there is none yet. Writes nothing and works beside a running bot. */
export async function readState(place: StatePlace): Promise<Committed | undefined> {
  if (place.kind === 'postgres') {
    const { readCommitted } = await import('./postgres/read-committed.js');
    return readCommitted(place.url);
  }
  // Before the reader is loaded: most questions on the command line are asked where there is no state.
  if (!existsSync(stateFile(place.folder))) return undefined;
  const { readCommitted } = await import('./embedded/read-committed.js');
  return readCommitted(place.folder);
}
