import type { ClientBase } from 'pg';
import { StateUnsound } from '../errors.js';

/** Locks of PostgreSQL's own kind, known by number to everybody in the database. */
export const advisoryLocks = { migrations: 7_405_201, claims: 7_405_202 } as const;

/**
 * Each step brings the tables, and the rows' JSON in them, from one version to the next. A step is never edited once it is
 * released. Needs PostgreSQL 13 for `pg_current_xact_id`.
 */
export const migrations: readonly string[] = [
  `
  -- One row, locked by whoever writes: it puts all writers of all processes in a line.
  CREATE TABLE state_head (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    -- Grows by one with every commit. A process pulls the rows whose revision it has not seen.
    revision bigint NOT NULL,
    -- Grows when the state is replaced as a whole: then everything is pulled anew.
    generation bigint NOT NULL,
    last_position bigint NOT NULL,
    last_change integer NOT NULL,
    last_delivery bigint NOT NULL
  );
  INSERT INTO state_head VALUES (true, 0, 0, 0, 0, 0);

  -- json, not jsonb: jsonb holds no NUL and loses the order of keys.
  CREATE TABLE state_rows (
    collection text NOT NULL,
    id text NOT NULL,
    -- NULL when the row was removed: other processes must hear of that too.
    data json,
    position bigint NOT NULL,
    revision bigint NOT NULL,
    removed_at timestamptz,
    PRIMARY KEY (collection, id)
  );
  CREATE INDEX state_rows_revision ON state_rows (revision);

  CREATE TABLE outbox (
    id text PRIMARY KEY,
    number bigint NOT NULL,
    key text NOT NULL,
    conversation text NOT NULL,
    platform text NOT NULL,
    -- 0 reply, 1 announcement, 2 digest
    lane smallint NOT NULL,
    message json NOT NULL,
    not_before timestamptz NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'claimed', 'dead')),
    attempts integer NOT NULL,
    fence integer NOT NULL,
    lease_until timestamptz,
    worker text,
    uncertain boolean NOT NULL,
    last_error text,
    settled_at timestamptz
  );
  CREATE UNIQUE INDEX outbox_one_claim ON outbox (conversation) WHERE state = 'claimed';
  CREATE INDEX outbox_waiting ON outbox (conversation, lane, number) WHERE state = 'waiting';

  CREATE TABLE delivery_keys (hash text PRIMARY KEY, day text NOT NULL);

  CREATE TABLE leases (name text PRIMARY KEY, holder text NOT NULL, until timestamptz NOT NULL);
  `,
  `
  -- Announcements go to every conversation with a digest. As text: the json functions fail at a NUL in a title. Within a
  -- value the quotes would be escaped, so only the key itself is found.
  UPDATE state_rows SET data = regexp_replace(data::text, ',"news":(true|false)', '')::json
  WHERE collection = 'conversations' AND data IS NOT NULL;
  `,
];

/**
 * The version of the database's tables; 0 where there are none. Makes nothing.
 * @throws StateUnsound when it is newer than this build
 */
export async function readVersion(
  client: ClientBase,
  steps: readonly string[] = migrations,
): Promise<number> {
  const { rows: found } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('state_version') IS NOT NULL AS there`,
  );
  if (found[0]?.there !== true) return 0;
  const { rows } = await client.query<{ version: number }>('SELECT version FROM state_version');
  const version = rows[0]?.version ?? 0;
  if (version > steps.length) throw unsoundVersion('newer-version', version, steps);
  return version;
}

/** The error for tables that this build can't use. */
export function unsoundVersion(
  key: 'newer-version' | 'older-version',
  version: number,
  steps: readonly string[],
): StateUnsound {
  const values = { version, known: steps.length };
  return new StateUnsound({
    what: 'database',
    place: 'PostgreSQL',
    faults: [{ path: 'state_version', key, values }],
  });
}

/**
 * Brings the database to this build's version, one process at a time. The client is in a transaction.
 * @throws StateUnsound when the database is newer than this build
 */
export async function migrate(client: ClientBase, steps: readonly string[] = migrations): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock($1)', [advisoryLocks.migrations]);
  const version = await readVersion(client, steps);
  if (version === steps.length) return;
  await client.query('CREATE TABLE IF NOT EXISTS state_version (version integer NOT NULL)');
  for (const step of steps.slice(version)) await client.query(step);
  await client.query('DELETE FROM state_version');
  await client.query('INSERT INTO state_version VALUES ($1)', [steps.length]);
}
