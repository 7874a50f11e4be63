import type { ClientBase } from 'pg';
import {
  type Delivery,
  Lane,
  type NewDelivery,
  type OutboxFigures,
  type Settlement,
  Withdrawal,
} from '../../bot/delivery.js';
import { ConversationId, partsOf } from '../../bot/identity.js';
import type { Claim } from '../../bot/store.js';
import { hashOfKey } from '../delivery-keys.js';
import { secondsSince } from '../outbox.js';
import type { Database, Queryable } from './database.js';
import { advisoryLocks } from './migrations.js';

interface OutboxRow {
  id: string;
  key: string;
  conversation: string;
  lane: number;
  message: Delivery['message'];
  not_before: Date;
  state: Delivery['state'];
  attempts: number;
  fence: number;
  lease_until: Date | null;
  uncertain: boolean;
  last_error: string | null;
  settled_at: Date | null;
}

function deliveryOf(row: OutboxRow): Delivery {
  return {
    id: row.id,
    key: row.key,
    conversation: ConversationId.parse(row.conversation),
    lane: Lane.options[row.lane] ?? 'digest',
    message: row.message,
    notBefore: row.not_before.toISOString(),
    state: row.state,
    attempts: row.attempts,
    fence: row.fence,
    uncertain: row.uncertain,
    ...(row.lease_until && { leaseUntil: row.lease_until.toISOString() }),
    ...(row.last_error !== null && { lastError: row.last_error }),
    ...(row.settled_at && { settledAt: row.settled_at.toISOString() }),
  };
}

/** Puts deliveries into the outbox as they are. */
export async function insertDeliveries(client: ClientBase, deliveries: readonly Delivery[]): Promise<void> {
  if (deliveries.length === 0) return;
  const rows = deliveries.map((delivery) => ({
    ...delivery,
    lane: Lane.options.indexOf(delivery.lane),
    platform: partsOf(delivery.conversation).platform,
  }));
  await client.query(
    `INSERT INTO outbox
       (id, number, key, conversation, platform, lane, message, not_before, state, attempts, fence, lease_until, uncertain, last_error, settled_at)
     SELECT d.id, d.id::bigint, d.key, d.conversation, d.platform, d.lane, d.message, d."notBefore", d.state, d.attempts, d.fence,
            d."leaseUntil", d.uncertain, d."lastError", d."settledAt"
     FROM json_to_recordset($1::json) AS d (id text, key text, conversation text, platform text, lane smallint, message json,
       "notBefore" timestamptz, state text, attempts integer, fence integer, "leaseUntil" timestamptz, uncertain boolean,
       "lastError" text, "settledAt" timestamptz)`,
    [JSON.stringify(rows)],
  );
}

/** Queues those whose key is new, numbered on from `last`, and returns the last number. The client holds the head's lock. */
export async function enqueue(
  client: ClientBase,
  queued: readonly NewDelivery[],
  day: string,
  last: number,
): Promise<number> {
  if (queued.length === 0) return last;
  const byHash = new Map<string, NewDelivery>();
  for (const delivery of queued) {
    const hash = hashOfKey(delivery.key);
    if (!byHash.has(hash)) byHash.set(hash, delivery);
  }
  const { rows } = await client.query<{ hash: string }>(
    'INSERT INTO delivery_keys (hash, day) SELECT unnest($1::text[]), $2 ON CONFLICT DO NOTHING RETURNING hash',
    [[...byHash.keys()], day],
  );
  const isNew = new Set(rows.map(({ hash }) => hash));
  const fresh = [...byHash].filter(([hash]) => isNew.has(hash)).map(([, delivery]) => delivery);
  const deliveries = fresh.map((delivery, index): Delivery => {
    const id = String(last + index + 1);
    return { ...delivery, id, state: 'waiting', attempts: 0, fence: 0, uncertain: false };
  });
  await insertDeliveries(client, deliveries);
  return last + deliveries.length;
}

/** The port's `deliveries`. */
export async function readDeliveries(client: Queryable, lane?: Lane): Promise<Delivery[]> {
  const { rows } = await client.query<OutboxRow>(
    'SELECT * FROM outbox WHERE $1::smallint IS NULL OR lane = $1 ORDER BY number',
    [lane === undefined ? null : Lane.options.indexOf(lane)],
  );
  return rows.map(deliveryOf);
}

/** The port's `outboxFigures`. */
export async function readFigures(client: Queryable, now: Date): Promise<OutboxFigures> {
  const { rows } = await client.query<{ waiting: number; dead: number; first: Date | null }>(
    `SELECT count(*) FILTER (WHERE state <> 'dead')::integer AS waiting,
            count(*) FILTER (WHERE state = 'dead' AND coalesce(last_error, '') <> ALL ($1))::integer AS dead,
            min(not_before) FILTER (WHERE state <> 'dead') AS first
     FROM outbox`,
    [Withdrawal.options],
  );
  const { waiting = 0, dead = 0, first = null } = rows[0] ?? {};
  return { waiting, dead, oldestSeconds: first === null ? 0 : secondsSince(first.getTime(), now) };
}

/** The port's `claim`. One process claims at a time, so that no two of them take a conversation's deliveries. */
export async function claimDue(
  database: Database,
  { worker, now, limit, leaseMs, platforms, except = new Set() }: Claim,
): Promise<Delivery[]> {
  return database.transaction('BEGIN', async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [advisoryLocks.claims]);
    await client.query(
      `UPDATE outbox SET state = 'waiting', uncertain = true, lease_until = NULL
       WHERE state = 'claimed' AND lease_until <= $1`,
      [now],
    );
    const { rows } = await client.query<OutboxRow & { number: string }>(
      `WITH due AS (
         SELECT DISTINCT ON (conversation) id, lane, number
         FROM outbox
         WHERE state = 'waiting' AND not_before <= $1
           AND ($2::text[] IS NULL OR platform = ANY ($2)) AND conversation <> ALL ($3)
           AND conversation NOT IN (SELECT conversation FROM outbox WHERE state = 'claimed')
         ORDER BY conversation, lane, number
       ), picked AS (
         SELECT id FROM outbox
         WHERE id = ANY (ARRAY(SELECT id FROM due ORDER BY lane, number LIMIT $4)) AND state = 'waiting'
         FOR UPDATE SKIP LOCKED
       )
       UPDATE outbox SET state = 'claimed', fence = fence + 1, lease_until = $5, worker = $6
       WHERE id = ANY (ARRAY(SELECT id FROM picked))
       RETURNING outbox.*`,
      [now, platforms ?? null, [...except], limit, new Date(now.getTime() + leaseMs), worker],
    );
    return rows.sort((a, b) => a.lane - b.lane || Number(a.number) - Number(b.number)).map(deliveryOf);
  });
}

/** The port's `settle`. */
export async function settle(
  database: Database,
  id: string,
  fence: number,
  settlement: Settlement,
): Promise<boolean> {
  const own = "WHERE id = $1 AND fence = $2 AND state = 'claimed'";
  const run = async (statement: string, values: unknown[] = []) => {
    const { rowCount } = await database.query(`${statement} ${own}`, [id, fence, ...values]);
    return rowCount === 1;
  };
  if (settlement.state === 'sent') return run('DELETE FROM outbox');
  if (settlement.state === 'dead') {
    return run(
      `UPDATE outbox SET state = 'dead', lease_until = NULL, attempts = attempts + 1, last_error = $3, settled_at = $4`,
      [settlement.error, settlement.at],
    );
  }
  const { error, notBefore, uncertain, countsAsAttempt } = settlement;
  return run(
    `UPDATE outbox SET state = 'waiting', lease_until = NULL, last_error = $3, not_before = $4, uncertain = $5,
       attempts = attempts + $6`,
    [error, notBefore, uncertain, countsAsAttempt ? 1 : 0],
  );
}

/** The port's `retry`. */
export async function retry(database: Database, id: string, now: Date): Promise<boolean> {
  const { rowCount } = await database.query(
    `UPDATE outbox SET state = 'waiting', attempts = 0, not_before = $2, settled_at = NULL WHERE id = $1 AND state = 'dead'`,
    [id, now],
  );
  return rowCount === 1;
}
