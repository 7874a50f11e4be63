import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreUnavailable } from '../../bot/store.js';
import type { CommitUnknown, Queryable } from './database.js';
import { asUnavailable } from './trouble.js';

/**
 * Waits until the database tells what became of a commit that it didn't answer, and resolves when it was kept.
 * @param waitMs how long to ask, in milliseconds
 * @throws StoreUnavailable when it was not kept, or when that can't be known in time
 */
export async function mustBeCommitted(
  database: Queryable,
  commit: CommitUnknown,
  waitMs: number,
): Promise<void> {
  const end = performance.now() + waitMs;
  while (performance.now() < end) {
    const status = await statusOf(database, commit.transactionId);
    if (status === 'committed') return;
    if (status === 'aborted') throw asUnavailable(commit.cause);
    await sleep(100);
  }
  throw new StoreUnavailable('PostgreSQL went away during an update: whether it was kept is not known yet.', {
    cause: commit.cause,
  });
}

/** `undefined` when it can't be known now. */
async function statusOf(database: Queryable, transactionId: string): Promise<string | undefined> {
  try {
    const query = 'SELECT pg_xact_status($1::xid8) AS status';
    const { rows } = await database.query<{ status: string | null }>(query, [transactionId]);
    return rows[0]?.status ?? undefined;
  } catch {
    return undefined;
  }
}
