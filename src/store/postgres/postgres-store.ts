import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import type { ComponentHealth } from '../../bot/channel.js';
import type { Delivery, NewDelivery, Settlement } from '../../bot/delivery.js';
import { Snapshot } from '../../bot/snapshot.js';
import { type ClaimFilter, type Reader, type Store, StoreUnavailable, type Tx } from '../../bot/store.js';
import { Batch } from '../batch.js';
import { dayOf } from '../delivery-keys.js';
import { StateUnsound } from '../errors.js';
import { GroupCommit } from '../group-commit.js';
import { Listeners } from '../listeners.js';
import { pruneRows } from '../retention.js';
import { TablesReader } from '../tables.js';
import { CommitUnknown, Database, type Queryable } from './database.js';
import { Link } from './link.js';
import { migrate } from './migrations.js';
import { claim, enqueue, readDeliveries, retry, settle } from './outbox.js';
import { KEEP_REMOVALS_MS, pruneTables } from './prune.js';
import { type Head, pull, Replica } from './replica.js';
import { writeCommit } from './rows.js';
import { asUnavailable, databaseTrouble, isTrouble } from './trouble.js';
import { readAll, replaceAll } from './whole-state.js';

export interface PostgresOptions {
  /** `postgres://…`, as libpq knows it. PostgreSQL 13 or newer. */
  url: string;
  now?: () => Date;
  /** How often what is no longer needed is removed, in milliseconds. */
  pruneMs?: number;
  /** How long the outcome of a commit whose connection broke is asked for, in milliseconds. */
  outcomeMs?: number;
}

/**
 * Opens the store that keeps the state in PostgreSQL, for as many processes as there are. Each holds a copy of all rows and
 * hears of the others' commits; those who write stand in one line.
 * @throws StoreUnavailable when the database can't be reached or refuses
 * @throws StateUnsound when it was written by a newer version of the bot
 */
export async function openPostgresStore(options: PostgresOptions): Promise<Store> {
  const database = new Database(options.url);
  try {
    await database.transaction('BEGIN', (client) => migrate(client));
    const replica = new Replica();
    replica.take(await pull(database, -1), -1);
    return new PostgresStore(database, replica, options);
  } catch (error) {
    await database.close();
    throw error instanceof StateUnsound ? error : asUnavailable(error);
  }
}

/** What the transactions of one batch have written and queued. */
interface PostgresBatch {
  rows: Batch;
  deliveries: NewDelivery[];
}

class PostgresStore implements Store {
  readonly #commits = new GroupCommit<PostgresBatch>((run) => this.#commit(run));
  readonly #listeners = new Listeners();
  readonly #link: Link;
  readonly #pruning: NodeJS.Timeout;
  readonly #now: () => Date;
  readonly #outcomeMs: number;
  #reader: Reader;
  #published: number;
  #claiming: Promise<unknown> = Promise.resolve();
  #pulling: Promise<void> | undefined;
  #pullAgain = false;
  /** When the database was last heard of, on the monotonic clock. */
  #heard = performance.now();
  #trouble: string | undefined;
  #closed = false;

  constructor(
    private readonly database: Database,
    private readonly replica: Replica,
    { now = () => new Date(), pruneMs = 3_600_000, outcomeMs = 10_000 }: PostgresOptions,
  ) {
    this.#now = now;
    this.#outcomeMs = outcomeMs;
    this.#reader = new TablesReader(replica.tables);
    this.#published = replica.revision;
    this.#link = new Link(database, () => this.#catchUp());
    this.#pruning = setInterval(() => this.#prune(), pruneMs).unref();
  }

  view(): Reader {
    return this.#reader;
  }

  transact<R>(transaction: (tx: Tx) => R): Promise<R> {
    return this.#commits.submit((batch) => {
      const { result, deliveries } = batch.rows.run(transaction);
      batch.deliveries.push(...deliveries);
      return result;
    });
  }

  claim(
    worker: string,
    now: Date,
    limit: number,
    leaseMs: number,
    filter: ClaimFilter = {},
  ): Promise<Delivery[]> {
    // One at a time in all processes: those who wait here leave the connections to others.
    const claimed = this.#claiming.then(() =>
      this.#ask(() => claim(this.database, worker, now, limit, leaseMs, filter)),
    );
    this.#claiming = claimed.catch(() => undefined);
    return claimed;
  }

  settle(id: string, fence: number, settlement: Settlement): Promise<boolean> {
    return this.#ask(() => settle(this.database, id, fence, settlement));
  }

  deliveries(): Promise<Delivery[]> {
    return this.#ask(() => readDeliveries(this.database));
  }

  retry(id: string): Promise<boolean> {
    return this.#ask(() => retry(this.database, id, this.#now()));
  }

  /** By the server's clock, which is the same for all. */
  async lease(name: string, holder: string, ms: number): Promise<boolean> {
    const { rowCount } = await this.#ask(() =>
      this.database.query(
        `INSERT INTO leases VALUES ($1, $2, clock_timestamp() + $3 * interval '1 millisecond')
         ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
         WHERE leases.holder = excluded.holder OR leases.until <= clock_timestamp()`,
        [name, holder, ms],
      ),
    );
    return rowCount === 1;
  }

  async release(name: string, holder: string): Promise<void> {
    await this.#ask(() =>
      this.database.query('DELETE FROM leases WHERE name = $1 AND holder = $2', [name, holder]),
    );
  }

  dump(): Promise<Snapshot> {
    return this.#ask(() =>
      this.database.transaction('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY', readAll),
    );
  }

  async load(snapshot: Snapshot): Promise<void> {
    const checked = Snapshot.parse(snapshot);
    await this.#ask(() => this.database.transaction('BEGIN', (client) => replaceAll(client, checked)));
    await this.#pullNow();
  }

  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  health(): ComponentHealth {
    if (this.#trouble === undefined) return { state: 'up' };
    const age = Math.round((performance.now() - this.#heard) / 1000);
    return {
      state: 'down',
      reason: `${this.#trouble}; updates are refused, answers come from what was known ${age} s ago`,
    };
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    clearInterval(this.#pruning);
    await this.#commits.idle();
    this.#closed = true;
    this.#trouble = 'The store is closed';
    await this.#link.close();
    await this.#pulling;
    await this.database.close();
  }

  async #commit(run: (batch: PostgresBatch) => void): Promise<void> {
    if (this.#trouble !== undefined) throw new StoreUnavailable(`${this.#trouble}.`);
    try {
      await this.#writeBatch(run);
    } catch (error) {
      if (!(error instanceof CommitUnknown)) throw this.#noted(error);
      this.#noted(error.cause);
      await this.#mustBeCommitted(error);
    }
  }

  async #writeBatch(run: (batch: PostgresBatch) => void): Promise<void> {
    const written = await this.database.transaction('BEGIN', async (client, identify) => {
      await client.query('SELECT FROM state_head FOR UPDATE');
      await this.#pullWith(client);
      const { tables, head } = this.replica;
      const batch: PostgresBatch = { rows: new Batch(tables, head.lastChange), deliveries: [] };
      run(batch);
      const after = await this.#writeChanges(client, batch, head, identify);
      return after && { tables: batch.rows.tables, head: after };
    });
    if (written === undefined) return;
    this.replica.advance(written.tables, written.head);
    this.#publish();
  }

  /** Returns the new head; `undefined` when there was nothing to write. */
  async #writeChanges(
    client: ClientBase,
    { rows, deliveries }: PostgresBatch,
    head: Head,
    identify: (id: string) => void,
  ): Promise<Head | undefined> {
    const { writes, lastChange } = rows;
    if (writes.length === 0 && deliveries.length === 0 && lastChange === head.lastChange) return undefined;
    const after: Head = {
      generation: head.generation,
      revision: head.revision + 1,
      lastPosition: head.lastPosition + writes.filter(({ appended }) => appended).length,
      lastChange,
      lastDelivery: await enqueue(client, deliveries, dayOf(this.#now()), head.lastDelivery),
    };
    identify(await writeCommit(client, after, writes));
    return after;
  }

  /** Waits until the database tells what became of a commit that it didn't answer. */
  async #mustBeCommitted({ transactionId, cause }: CommitUnknown): Promise<void> {
    const end = performance.now() + this.#outcomeMs;
    while (performance.now() < end) {
      const status = await this.#statusOf(transactionId);
      if (status === 'committed') return this.#catchUp();
      if (status === 'aborted') throw asUnavailable(cause);
      await sleep(100);
    }
    throw new StoreUnavailable(
      'PostgreSQL went away during an update: whether it was kept is not known yet.',
      { cause },
    );
  }

  /** `undefined` when it can't be known now. */
  async #statusOf(transactionId: string): Promise<string | undefined> {
    try {
      const query = 'SELECT pg_xact_status($1::xid8) AS status';
      const { rows } = await this.database.query<{ status: string | null }>(query, [transactionId]);
      return rows[0]?.status ?? undefined;
    } catch {
      return undefined;
    }
  }

  /** Asks the database something; what goes wrong with the connection is told as the port's callers know it. */
  async #ask<R>(question: () => Promise<R>): Promise<R> {
    if (this.#closed) throw new StoreUnavailable(`${this.#trouble}.`);
    try {
      return await question();
    } catch (error) {
      throw this.#noted(error);
    }
  }

  /** Remembers that the database is away, when that is what the error says, until a pull has succeeded again. */
  #noted(error: unknown): unknown {
    if (isTrouble(error) && !(error instanceof StoreUnavailable)) this.#trouble ??= databaseTrouble(error);
    return asUnavailable(error);
  }

  /** Pulls soon; those who ask while a pull runs share the next one. */
  #catchUp(): void {
    if (this.#closed) return;
    this.#pullAgain = true;
    this.#pulling ??= this.#pullWhileAsked();
  }

  async #pullWhileAsked(): Promise<void> {
    while (this.#pullAgain && !this.#closed) {
      this.#pullAgain = false;
      await this.#pullNow().catch((error: unknown) => {
        this.#trouble ??= databaseTrouble(error);
      });
    }
    this.#pulling = undefined;
  }

  async #pullNow(): Promise<void> {
    await this.#pullWith(this.database);
    if (!this.#closed) this.#trouble = undefined;
  }

  async #pullWith(client: Queryable): Promise<void> {
    const mayHaveMissed = performance.now() - this.#heard > KEEP_REMOVALS_MS / 2;
    const after = mayHaveMissed ? -1 : this.replica.revision;
    const enough = this.replica.take(await pull(client, after), after);
    if (!enough) this.replica.take(await pull(client, -1), -1);
    this.#heard = performance.now();
    this.#publish();
  }

  /** Shows what the replica has taken over, and tells those who want to know. */
  #publish(): void {
    const { tables, head } = this.replica;
    if (head.revision === this.#published) return;
    this.#published = head.revision;
    this.#reader = new TablesReader(tables);
    this.#listeners.tell();
  }

  /** What it can't remove today it removes another time. */
  async #prune(): Promise<void> {
    await this.transact((tx) => pruneRows(tx, this.#now())).catch(() => undefined);
    await this.#ask(() => pruneTables(this.database, this.#now())).catch(() => undefined);
  }
}
