import type { ClientBase } from 'pg';
import type { ComponentHealth } from '../../bot/channel.js';
import type { Delivery, Lane, NewDelivery, OutboxFigures, Settlement } from '../../bot/delivery.js';
import { Snapshot } from '../../bot/snapshot.js';
import type { Claim, Reader, Store, Tx } from '../../bot/store.js';
import { Batch } from '../batch.js';
import { dayOf } from '../delivery-keys.js';
import { StateUnsound } from '../errors.js';
import { GroupCommit } from '../group-commit.js';
import { pruneRows } from '../retention.js';
import { mustBeCommitted } from './commit-outcome.js';
import { CommitUnknown, Database } from './database.js';
import { Follower } from './follower.js';
import { releaseLease, takeLease } from './leases.js';
import { migrate } from './migrations.js';
import { claimDue, enqueue, readDeliveries, readFigures, retry, settle } from './outbox.js';
import { pruneTables } from './prune.js';
import { type Head, pull, Replica } from './replica.js';
import { writeCommit } from './rows.js';
import { asUnavailable } from './trouble.js';
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
    const follower = new Follower(database, replica);
    await follower.start();
    return new PostgresStore(database, replica, follower, options);
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
  readonly #pruning: NodeJS.Timeout;
  readonly #now: () => Date;
  readonly #outcomeMs: number;
  #claiming: Promise<unknown> = Promise.resolve();
  #closing: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly replica: Replica,
    private readonly follower: Follower,
    { now = () => new Date(), pruneMs = 3_600_000, outcomeMs = 10_000 }: PostgresOptions,
  ) {
    this.#now = now;
    this.#outcomeMs = outcomeMs;
    this.#pruning = setInterval(() => this.#prune(), pruneMs).unref();
  }

  view(): Reader {
    return this.follower.reader;
  }

  transact<R>(transaction: (tx: Tx) => R): Promise<R> {
    return this.#commits.submit((batch) => {
      const { result, deliveries } = batch.rows.run(transaction);
      batch.deliveries.push(...deliveries);
      return result;
    });
  }

  claim(claim: Claim): Promise<Delivery[]> {
    // One at a time in all processes: those who wait here leave the connections to others.
    const claimed = this.#claiming.then(() => this.follower.ask(() => claimDue(this.database, claim)));
    this.#claiming = claimed.catch(() => undefined);
    return claimed;
  }

  settle(id: string, fence: number, settlement: Settlement): Promise<boolean> {
    return this.follower.ask(() => settle(this.database, id, fence, settlement));
  }

  deliveries(lane?: Lane): Promise<Delivery[]> {
    return this.follower.ask(() => readDeliveries(this.database, lane));
  }

  outboxFigures(now: Date): Promise<OutboxFigures> {
    return this.follower.ask(() => readFigures(this.database, now));
  }

  retry(id: string): Promise<boolean> {
    return this.follower.ask(() => retry(this.database, id, this.#now()));
  }

  lease(name: string, holder: string, ms: number): Promise<boolean> {
    return this.follower.ask(() => takeLease(this.database, name, holder, ms));
  }

  release(name: string, holder: string): Promise<void> {
    return this.follower.ask(() => releaseLease(this.database, name, holder));
  }

  dump(): Promise<Snapshot> {
    const begin = 'BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY';
    return this.follower.ask(() => this.database.transaction(begin, readAll));
  }

  async load(snapshot: Snapshot): Promise<void> {
    const checked = Snapshot.parse(snapshot);
    await this.follower.ask(() =>
      this.database.transaction('BEGIN', (client) => replaceAll(client, checked)),
    );
    await this.follower.pullNow();
  }

  subscribe(listener: () => void): () => void {
    return this.follower.listeners.add(listener);
  }

  health(): ComponentHealth {
    return this.follower.health();
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    clearInterval(this.#pruning);
    await this.#commits.idle();
    await this.follower.close();
    await this.database.close();
  }

  async #commit(run: (batch: PostgresBatch) => void): Promise<void> {
    this.follower.mustBeUp();
    try {
      await this.#writeBatch(run);
    } catch (error) {
      if (!(error instanceof CommitUnknown)) throw this.follower.noted(error);
      this.follower.noted(error.cause);
      await mustBeCommitted(this.database, error, this.#outcomeMs);
      this.follower.catchUp();
    }
  }

  async #writeBatch(run: (batch: PostgresBatch) => void): Promise<void> {
    const written = await this.database.transaction('BEGIN', async (client, identify) => {
      await client.query('SELECT FROM state_head FOR UPDATE');
      await this.follower.pullWith(client);
      const { tables, head } = this.replica;
      const batch: PostgresBatch = { rows: new Batch(tables, head.lastChange), deliveries: [] };
      run(batch);
      const after = await this.#writeChanges(client, batch, head, identify);
      return after && { tables: batch.rows.tables, head: after };
    });
    if (written === undefined) return;
    this.replica.advance(written.tables, written.head);
    this.follower.publish();
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

  /** What it can't remove today it removes another time. */
  async #prune(): Promise<void> {
    await this.transact((tx) => pruneRows(tx, this.#now())).catch(() => undefined);
    await this.follower.ask(() => pruneTables(this.database, this.#now())).catch(() => undefined);
  }
}
