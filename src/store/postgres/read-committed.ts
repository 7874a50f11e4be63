import { type Committed, committedOf } from '../committed.js';
import { StateUnsound } from '../errors.js';
import { stateOf } from '../state.js';
import { Database } from './database.js';
import { migrations, readVersion, unsoundVersion } from './migrations.js';
import { asUnavailable } from './trouble.js';
import { readAll } from './whole-state.js';

/**
 * Reads the state in PostgreSQL without opening the store: in one transaction that can't write, so that no table is made or brought
 * up to date under processes of another version.
 * @returns undefined when there is no state yet
 * @throws StateUnsound when it was written by a newer version of the bot, or by an older one
 * @throws StoreUnavailable when the database can't be reached or refuses
 */
export async function readCommitted(
  url: string,
  steps: readonly string[] = migrations,
): Promise<Committed | undefined> {
  return withDatabase(url, (database) =>
    database.transaction('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY', async (client) => {
      const version = await readVersion(client, steps);
      if (version === 0) return undefined;
      if (version < steps.length) throw unsoundVersion('older-version', version, steps);
      return committedOf(stateOf(await readAll(client)));
    }),
  );
}

/** Connects for one piece of work; what goes wrong is told as the port's callers know it. */
export async function withDatabase<R>(url: string, work: (database: Database) => Promise<R>): Promise<R> {
  const database = new Database(url);
  try {
    return await work(database);
  } catch (error) {
    throw error instanceof StateUnsound ? error : asUnavailable(error);
  } finally {
    await database.close();
  }
}
