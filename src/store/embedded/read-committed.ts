import { type Committed, committedOf } from '../committed.js';
import { readStateFile } from './durable-file.js';
import { stateFile } from './state-folder.js';

/**
 * Reads the embedded store's state without opening the store: it works beside a running bot, takes no lock and writes nothing.
 * @returns undefined when there is no state yet
 * @throws StateUnsound when the file can't be read as a state
 * @throws DiskUnavailable when it can't be read at all
 */
export async function readCommitted(folder: string): Promise<Committed | undefined> {
  const state = await readStateFile(stateFile(folder));
  return state && committedOf(state);
}
