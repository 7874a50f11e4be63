import type { Committed } from '../committed.js';
import { migrate } from './migrations.js';
import { readCommitted, withDatabase } from './read-committed.js';

/**
 * Looks at a database for `doctor`. Whether the bot can work there is tried by what its start and its first update do, all of which is
 * taken back: privileges alone don't tell, and a server may be one that only reads.
 * @returns the state; undefined when there is none yet
 * @throws StateUnsound, StoreUnavailable as `readCommitted` does, and when nothing can be written
 */
export async function inspectDatabase(url: string): Promise<Committed | undefined> {
  const committed = await readCommitted(url);
  await withDatabase(url, (database) =>
    database.transaction('BEGIN', async (client) => {
      await client.query('SAVEPOINT untouched');
      await migrate(client);
      await client.query('SELECT FROM state_head FOR UPDATE');
      await client.query('ROLLBACK TO SAVEPOINT untouched');
    }),
  );
  return committed;
}
