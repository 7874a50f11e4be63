import { Low } from 'lowdb';
import type { ComponentHealth } from '../../bot/channel.js';
import type { Delivery, Lane, OutboxFigures, Settlement } from '../../bot/delivery.js';
import type { Snapshot } from '../../bot/snapshot.js';
import { type Claim, type Reader, type Store, StoreUnavailable, type Tx } from '../../bot/store.js';
import { DiskUnavailable } from '../errors.js';
import { GroupCommit } from '../group-commit.js';
import { Listeners } from '../listeners.js';
import { figuresOf } from '../outbox.js';
import { emptyState, type State, snapshotOf } from '../state.js';
import { TablesReader } from '../tables.js';
import { DurableFile, type FileLayer } from './durable-file.js';
import { allHashes, EmbeddedBatch } from './embedded-batch.js';
import { claimFolder } from './folder-lock.js';
import { LocalLeases } from './local-leases.js';
import { stateFile } from './state-folder.js';

export interface EmbeddedOptions {
  /** Where the state lives; made when it isn't there. */
  folder: string;
  now?: () => Date;
  /** How long after a failed write the store tries again whether it can write, in milliseconds. */
  probeMs?: number;
  /** How often what is no longer needed is removed, in milliseconds. */
  pruneMs?: number;
  files?: FileLayer;
}

/**
 * Opens the store that keeps everything in one file of `folder`, for this process alone. Updates cost one write of the
 * whole file, shared by all that wait for it.
 * @throws StateInUse when another process has the folder
 * @throws StateUnsound when the file can't be read as a state; it is left as it is
 * @throws DiskUnavailable when the folder can't be used
 */
export async function openEmbeddedStore(options: EmbeddedOptions): Promise<Store> {
  const { folder, files } = options;
  const free = await claimFolder(folder);
  try {
    const low = new Low<State>(new DurableFile(stateFile(folder), files), emptyState);
    await low.read();
    return new EmbeddedStore(low, free, options);
  } catch (error) {
    await free();
    throw error;
  }
}

class EmbeddedStore implements Store {
  readonly #low: Low<State>;
  readonly #commits = new GroupCommit<EmbeddedBatch>((run) => this.#commit(run));
  readonly #listeners = new Listeners();
  readonly #leases = new LocalLeases();
  readonly #now: () => Date;
  readonly #folder: string;
  readonly #probeMs: number;
  readonly #pruning: NodeJS.Timeout;
  #state: State;
  #hashes: Set<string>;
  #reader: Reader;
  /** Why nothing can be written now. */
  #trouble: StoreUnavailable | undefined;
  #nextProbe: NodeJS.Timeout | undefined;
  #probing: Promise<void> | undefined;

  constructor(
    low: Low<State>,
    private readonly free: () => Promise<void>,
    { folder, now = () => new Date(), probeMs = 2_000, pruneMs = 3_600_000 }: EmbeddedOptions,
  ) {
    this.#low = low;
    this.#state = low.data;
    this.#hashes = allHashes(low.data.keys);
    this.#reader = new TablesReader(low.data.tables);
    this.#now = now;
    this.#folder = folder;
    this.#probeMs = probeMs;
    this.#pruning = setInterval(() => this.#prune(), pruneMs).unref();
  }

  view(): Reader {
    return this.#reader;
  }

  transact<R>(transaction: (tx: Tx) => R): Promise<R> {
    return this.#commits.submit((batch) => batch.transact(transaction));
  }

  claim(claim: Claim): Promise<Delivery[]> {
    return this.#commits.submit((batch) => batch.claim(claim));
  }

  settle(id: string, fence: number, settlement: Settlement): Promise<boolean> {
    return this.#commits.submit((batch) => batch.settle(id, fence, settlement));
  }

  async deliveries(lane?: Lane): Promise<Delivery[]> {
    const rows = [...this.#state.outbox.values()];
    return lane === undefined ? rows : rows.filter((row) => row.lane === lane);
  }

  async outboxFigures(now: Date): Promise<OutboxFigures> {
    return figuresOf(this.#state.outbox, now);
  }

  retry(id: string): Promise<boolean> {
    return this.#commits.submit((batch) => batch.retry(id));
  }

  async lease(name: string, holder: string, ms: number): Promise<boolean> {
    return this.#leases.take(name, holder, ms);
  }

  async release(name: string, holder: string): Promise<void> {
    this.#leases.release(name, holder);
  }

  async dump(): Promise<Snapshot> {
    return snapshotOf(this.#state);
  }

  load(snapshot: Snapshot): Promise<void> {
    return this.#commits.submit((batch) => batch.load(snapshot));
  }

  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  health(): ComponentHealth {
    if (this.#trouble === undefined) return { state: 'up' };
    return {
      state: 'down',
      reason: `${this.#trouble.message.replace(/\.$/, '')}; updates are refused until it can be written, answers go on`,
    };
  }

  async close(): Promise<void> {
    clearInterval(this.#pruning);
    await this.#commits.idle();
    clearTimeout(this.#nextProbe);
    await this.#probing;
    clearTimeout(this.#nextProbe);
    this.#trouble = new StoreUnavailable('The store is closed.');
    await this.free();
  }

  async #commit(run: (batch: EmbeddedBatch) => void): Promise<void> {
    this.#mustBeWritable();
    const batch = new EmbeddedBatch(this.#state, this.#hashes, this.#now());
    run(batch);
    const state = batch.state();
    if (state === this.#state) return;
    await this.#write(state);
    this.#state = state;
    this.#hashes = batch.finish();
    this.#reader = new TablesReader(state.tables);
    this.#listeners.tell();
  }

  #mustBeWritable(): void {
    if (this.#trouble !== undefined) throw this.#trouble;
  }

  async #write(state: State): Promise<void> {
    this.#low.data = state;
    try {
      await this.#low.write();
    } catch (error) {
      this.#low.data = this.#state;
      this.#probeLater(error);
      throw this.#trouble;
    }
  }

  /** Nothing else is written meanwhile. What it writes is the last committed state, so the file holds that again in any case. */
  async #probe(): Promise<void> {
    try {
      await this.#low.write();
      this.#trouble = undefined;
    } catch (error) {
      this.#probeLater(error);
    }
  }

  #probeLater(error: unknown): void {
    this.#trouble = new DiskUnavailable('write', stateFile(this.#folder), error);
    this.#nextProbe = setTimeout(() => {
      this.#probing = this.#probe();
    }, this.#probeMs).unref();
  }

  /** What it can't remove today it removes another time; that nothing can be written, `health` says. */
  async #prune(): Promise<void> {
    await this.#commits.submit((batch) => batch.prune()).catch(() => undefined);
  }
}
