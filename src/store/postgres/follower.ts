import { performance } from 'node:perf_hooks';
import type { ComponentHealth } from '../../bot/channel.js';
import { type Reader, StoreUnavailable } from '../../bot/store.js';
import { Listeners } from '../listeners.js';
import { TablesReader } from '../tables.js';
import type { Database, Queryable } from './database.js';
import { Link } from './link.js';
import { KEEP_REMOVALS_MS } from './prune.js';
import { pull, type Replica } from './replica.js';
import { asUnavailable, databaseTrouble, isTrouble } from './trouble.js';

/** Keeps this process's copy of the rows up with the database, and knows whether the database can be used. */
export class Follower {
  readonly listeners = new Listeners();
  readonly #link: Link;
  #reader: Reader;
  #published: number;
  #pulling: Promise<void> | undefined;
  #pullAgain = false;
  /** When the database was last heard of, on the monotonic clock. */
  #heard = performance.now();
  #trouble: string | undefined;
  #closed = false;

  constructor(
    private readonly database: Database,
    private readonly replica: Replica,
  ) {
    this.#reader = new TablesReader(replica.tables);
    this.#published = replica.revision;
    this.#link = new Link(database, () => this.catchUp());
  }

  /** Resolves when the others' commits are heard of at once, or, if the database has just gone, within a second of its return. */
  start(): Promise<void> {
    return this.#link.start();
  }

  /** The rows as they were committed last, as far as this process knows. */
  get reader(): Reader {
    return this.#reader;
  }

  health(): ComponentHealth {
    const { reconnects } = this.#link;
    if (this.#trouble === undefined) return { state: 'up', reconnects };
    const age = Math.round((performance.now() - this.#heard) / 1000);
    return {
      state: 'down',
      reconnects,
      reason: `${this.#trouble}; updates are refused, answers come from what was known ${age} s ago`,
    };
  }

  /** @throws StoreUnavailable at once while the database is known to be away, so that nobody waits in vain */
  mustBeUp(): void {
    if (this.#trouble !== undefined) throw new StoreUnavailable(`${this.#trouble}.`);
  }

  /** Asks the database something; what goes wrong with the connection is told as the port's callers know it. */
  async ask<R>(question: () => Promise<R>): Promise<R> {
    if (this.#closed) this.mustBeUp();
    try {
      return await question();
    } catch (error) {
      throw this.noted(error);
    }
  }

  /** Remembers that the database is away, when that is what the error says, until a pull has succeeded again. */
  noted(error: unknown): unknown {
    if (isTrouble(error) && !(error instanceof StoreUnavailable)) this.#trouble ??= databaseTrouble(error);
    return asUnavailable(error);
  }

  /** Pulls soon; those who ask while a pull runs share the next one. */
  catchUp(): void {
    if (this.#closed) return;
    this.#pullAgain = true;
    this.#pulling ??= this.#pullWhileAsked();
  }

  /** Pulls what is newer and publishes it. */
  async pullNow(): Promise<void> {
    await this.pullWith(this.database);
    if (!this.#closed) this.#trouble = undefined;
  }

  /** As `pullNow`, on one connection. */
  async pullWith(client: Queryable): Promise<void> {
    const mayHaveMissed = performance.now() - this.#heard > KEEP_REMOVALS_MS / 2;
    const after = mayHaveMissed ? -1 : this.replica.revision;
    const enough = this.replica.take(await pull(client, after), after);
    if (!enough) this.replica.take(await pull(client, -1), -1);
    this.#heard = performance.now();
    this.publish();
  }

  /** Shows what the replica has taken over, and tells those who want to know. */
  publish(): void {
    const { tables, head } = this.replica;
    if (head.revision === this.#published) return;
    this.#published = head.revision;
    this.#reader = new TablesReader(tables);
    this.listeners.tell();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#trouble = 'The store is closed';
    await this.#link.close();
    await this.#pulling;
  }

  async #pullWhileAsked(): Promise<void> {
    while (this.#pullAgain && !this.#closed) {
      this.#pullAgain = false;
      await this.pullNow().catch((error: unknown) => {
        this.#trouble ??= databaseTrouble(error);
      });
    }
    this.#pulling = undefined;
  }
}
