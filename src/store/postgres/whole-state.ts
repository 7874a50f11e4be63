import type { ClientBase } from 'pg';
import { SNAPSHOT_VERSION, type Snapshot } from '../../bot/snapshot.js';
import { hashesOf } from '../delivery-keys.js';
import { released } from '../outbox.js';
import { type AnyRow, collectionNames } from '../tables.js';
import { insertDeliveries, readDeliveries } from './outbox.js';
import { type Head, pull, Replica } from './replica.js';
import { writeCommit } from './rows.js';

/** Reads everything as it is at one moment. The client is in a REPEATABLE READ transaction. */
export async function readAll(client: ClientBase): Promise<Snapshot> {
  const replica = new Replica();
  replica.take(await pull(client, -1), -1);
  const rows = collectionNames.map((name) => [name, [...replica.tables[name].values()]]);
  const { rows: keys } = await client.query<{ day: string; hashes: string }>(
    `SELECT day, string_agg(hash, '' ORDER BY hash COLLATE "C") AS hashes FROM delivery_keys GROUP BY day ORDER BY day`,
  );
  return {
    format: 'ucap-state',
    version: SNAPSHOT_VERSION,
    lastChange: replica.head.lastChange,
    lastDelivery: replica.head.lastDelivery,
    collections: Object.fromEntries(rows) as Snapshot['collections'], // There is an entry for every name.
    outbox: (await readDeliveries(client)).map(released),
    keys: Object.fromEntries(keys.map(({ day, hashes }) => [day, hashes])),
  };
}

/** Replaces everything. The client is in a transaction. */
export async function replaceAll(client: ClientBase, snapshot: Snapshot): Promise<void> {
  const { rows } = await client.query<{ revision: string; generation: string; last_position: string }>(
    'SELECT revision, generation, last_position FROM state_head FOR UPDATE',
  );
  await client.query('DELETE FROM state_rows; DELETE FROM outbox; DELETE FROM delivery_keys');
  const writes = collectionNames.flatMap((collection) =>
    snapshot.collections[collection].map((row: AnyRow) => ({ collection, id: row.id, row, appended: true })),
  );
  const head: Head = {
    revision: Number(rows[0]?.revision) + 1,
    generation: Number(rows[0]?.generation) + 1,
    lastPosition: Number(rows[0]?.last_position) + writes.length,
    lastChange: snapshot.lastChange,
    lastDelivery: snapshot.lastDelivery,
  };
  await insertDeliveries(client, snapshot.outbox.map(released));
  const keys = Object.entries(snapshot.keys).flatMap(([day, text]) =>
    hashesOf(text).map((hash) => ({ hash, day })),
  );
  await client.query(
    'INSERT INTO delivery_keys SELECT k.hash, k.day FROM json_to_recordset($1::json) AS k (hash text, day text) ON CONFLICT DO NOTHING',
    [JSON.stringify(keys)],
  );
  await writeCommit(client, head, writes);
}
