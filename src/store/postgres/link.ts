import type pg from 'pg';
import type { Database } from './database.js';
import { CHANNEL } from './rows.js';

/** How often a process looks for news by itself, in milliseconds: a notification may get lost with its connection. */
const POLL_MS = 1_000;

/**
 * Calls `news` when another process has committed: at once while a listening connection lives, else within a second. It
 * makes that connection anew as often as it breaks.
 */
export class Link {
  #client: pg.Client | undefined;
  #connecting = false;
  #closed = false;
  #polling: NodeJS.Timeout | undefined;
  #made = 0;

  constructor(
    private readonly database: Database,
    private readonly news: () => void,
  ) {}

  /** Resolves when it listens, or when the first attempt to has failed. */
  async start(): Promise<void> {
    this.#polling = setInterval(() => this.#tick(), POLL_MS);
    await this.#connect();
  }

  /** How often the connection was made anew. */
  get reconnects(): number {
    return Math.max(0, this.#made - 1);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#polling);
    await this.#client?.end().catch(() => undefined);
  }

  #tick(): void {
    if (this.#client === undefined && !this.#connecting) void this.#connect();
    this.news();
  }

  /** When it fails the next tick tries again; that nothing can be read, `news` finds out. */
  async #connect(): Promise<void> {
    this.#connecting = true;
    const client = this.database.listener();
    const drop = () => {
      if (this.#client === client) this.#client = undefined;
    };
    client.on('error', drop);
    client.on('end', drop);
    client.on('notification', () => this.news());
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      if (this.#closed) await client.end();
      else {
        this.#client = client;
        this.#made += 1;
      }
      this.news();
    } catch {
      await client.end().catch(() => undefined);
    } finally {
      this.#connecting = false;
    }
  }
}
