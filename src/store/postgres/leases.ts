import type { Queryable } from './database.js';

/** The port's `lease`, by the server's clock, which is the same for all. */
export async function takeLease(
  database: Queryable,
  name: string,
  holder: string,
  ms: number,
): Promise<boolean> {
  const { rowCount } = await database.query(
    `INSERT INTO leases VALUES ($1, $2, clock_timestamp() + $3 * interval '1 millisecond')
     ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
     WHERE leases.holder = excluded.holder OR leases.until <= clock_timestamp()`,
    [name, holder, ms],
  );
  return rowCount === 1;
}

/** The port's `release`. */
export async function releaseLease(database: Queryable, name: string, holder: string): Promise<void> {
  await database.query('DELETE FROM leases WHERE name = $1 AND holder = $2', [name, holder]);
}
