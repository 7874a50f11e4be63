import { type Committed, committedOf } from '../committed.js';
import { stateOf } from '../state.js';
import { migrate, migrations, readVersion } from './migrations.js';
import { readCommitted, withDatabase } from './read-committed.js';
import { readAll } from './whole-state.js';

/**
 * Looks at a database for `doctor`. Whether the bot can work there is tried by what its start and its first update do, all of which is
 * taken back: privileges alone don't tell, and a server may be one that only reads.
 * @returns the state, also one that the next start will bring up to date; undefined when there is none yet
 * @throws StateUnsound when it was written by a newer version of the bot
 * @throws StoreUnavailable when the database can't be reached, or the bot can't write there
 */
export async function inspectDatabase(url: string): Promise<Committed | undefined> {
  const { version, updated } = await withDatabase(url, (database) =>
    database.transaction('BEGIN', async (client) => {
      await client.query('SAVEPOINT untouched');
      const version = await readVersion(client);
      await migrate(client);
      await client.query('SELECT FROM state_head FOR UPDATE');
      // Others wait meanwhile: what needs no update is read without that.
      const updated = version < migrations.length ? await readAll(client) : undefined;
      await client.query('ROLLBACK TO SAVEPOINT untouched');
      return { version, updated };
    }),
  );
  if (version === 0) return undefined;
  return updated === undefined ? readCommitted(url) : committedOf(stateOf(updated));
}
