import { firstKeptDay } from '../delivery-keys.js';
import { KEEP_DEAD_MS } from '../retention.js';
import type { Queryable } from './database.js';

/** A process that has heard nothing for longer than this must pull everything, since it may have missed a removal. */
export const KEEP_REMOVALS_MS = 86_400_000;

/** Forgets, outside the collections, what nobody will ask for any more at `now`. */
export async function pruneTables(client: Queryable, now: Date): Promise<void> {
  await client.query(`DELETE FROM outbox WHERE state = 'dead' AND settled_at < $1`, [
    new Date(now.getTime() - KEEP_DEAD_MS),
  ]);
  await client.query('DELETE FROM delivery_keys WHERE day < $1', [firstKeptDay(now)]);
  await client.query(
    `DELETE FROM state_rows WHERE data IS NULL AND removed_at < now() - $1 * interval '1 millisecond'`,
    [KEEP_REMOVALS_MS],
  );
}
