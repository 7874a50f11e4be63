import type { Delivery, NewDelivery, Settlement } from '../../bot/delivery.js';
import type { Snapshot } from '../../bot/snapshot.js';
import type { Claim, Tx } from '../../bot/store.js';
import { Batch } from '../batch.js';
import { dayOf, firstKeptDay, hashesOf, hashOfKey } from '../delivery-keys.js';
import { claimable, claimed, expired, released, retried, settled } from '../outbox.js';
import { KEEP_DEAD_MS, pruneRows } from '../retention.js';
import { type State, stateOf } from '../state.js';
import { deepFreeze } from '../tables.js';

/** The hashes of all days. */
export function allHashes(keys: ReadonlyMap<string, string>): Set<string> {
  return new Set([...keys.values()].flatMap(hashesOf));
}

/** Steps that are written to the disk together. The state that it was begun with is not altered. */
export class EmbeddedBatch {
  readonly #begun: State;
  #rows: Batch;
  #outbox: Map<string, Delivery> | undefined;
  #keys: Map<string, string> | undefined;
  #lastDelivery: number;
  #hashes: Set<string>;
  readonly #newHashes = new Set<string>();

  /** @param hashes those of `state.keys`, which only `finish` adds to */
  constructor(
    state: State,
    hashes: Set<string>,
    private readonly now: Date,
  ) {
    this.#begun = state;
    this.#rows = new Batch(state.tables, state.lastChange);
    this.#hashes = hashes;
    this.#lastDelivery = state.lastDelivery;
  }

  /** The state after all steps: the very one that it was begun with when they altered nothing. */
  state(): State {
    const after: State = {
      tables: this.#rows.tables,
      outbox: this.#outbox ?? this.#begun.outbox,
      keys: this.#keys ?? this.#begun.keys,
      lastChange: this.#rows.lastChange,
      lastDelivery: this.#lastDelivery,
    };
    const parts = Object.keys(after) as (keyof State)[]; // Object.keys forgets the names' type.
    return parts.every((part) => after[part] === this.#begun[part]) ? this.#begun : after;
  }

  /** The hashes of the keys after all steps. To be called once the state is on the disk. */
  finish(): Set<string> {
    for (const hash of this.#newHashes) this.#hashes.add(hash);
    return this.#hashes;
  }

  transact<R>(transaction: (tx: Tx) => R): R {
    const { result, deliveries } = this.#rows.run(transaction);
    for (const delivery of deliveries) this.#enqueue(delivery);
    return result;
  }

  claim(claim: Claim): Delivery[] {
    for (const row of expired(this.#deliveries, claim.now)) this.#set(released(row));
    const leaseUntil = new Date(claim.now.getTime() + claim.leaseMs);
    return claimable(this.#deliveries, claim).map((row) => this.#set(claimed(row, leaseUntil)));
  }

  settle(id: string, fence: number, settlement: Settlement): boolean {
    const row = this.#deliveries.get(id);
    if (row?.state !== 'claimed' || row.fence !== fence) return false;
    const after = settled(row, settlement);
    if (after === undefined) this.#ownOutbox().delete(id);
    else this.#set(after);
    return true;
  }

  retry(id: string): boolean {
    const row = this.#deliveries.get(id);
    if (row?.state !== 'dead') return false;
    this.#set(retried(row, this.now));
    return true;
  }

  load(snapshot: Snapshot): void {
    const { tables, outbox, keys, lastChange, lastDelivery } = stateOf(snapshot);
    this.#rows = new Batch(tables, lastChange);
    this.#outbox = new Map(outbox);
    this.#keys = new Map(keys);
    this.#hashes = allHashes(keys);
    this.#lastDelivery = lastDelivery;
  }

  /** Forgets what nobody will ask for any more. */
  prune(): void {
    this.#rows.run((tx) => pruneRows(tx, this.now));
    const deadSince = this.now.getTime() - KEEP_DEAD_MS;
    for (const { id, state, settledAt } of this.#deliveries.values()) {
      if (state === 'dead' && settledAt !== undefined && Date.parse(settledAt) < deadSince)
        this.#ownOutbox().delete(id);
    }
    const keys = this.#keys ?? this.#begun.keys;
    const kept = [...keys].filter(([day]) => day >= firstKeptDay(this.now));
    if (kept.length === keys.size) return;
    this.#keys = new Map(kept);
    this.#hashes = allHashes(this.#keys);
  }

  #enqueue(delivery: NewDelivery): void {
    const hash = hashOfKey(delivery.key);
    if (this.#hashes.has(hash) || this.#newHashes.has(hash)) return;
    this.#newHashes.add(hash);
    const day = dayOf(this.now);
    this.#keys ??= new Map(this.#begun.keys);
    this.#keys.set(day, (this.#keys.get(day) ?? '') + hash);
    this.#lastDelivery += 1;
    this.#set({
      ...delivery,
      id: String(this.#lastDelivery),
      state: 'waiting',
      attempts: 0,
      fence: 0,
      uncertain: false,
    });
  }

  get #deliveries(): ReadonlyMap<string, Delivery> {
    return this.#outbox ?? this.#begun.outbox;
  }

  #ownOutbox(): Map<string, Delivery> {
    this.#outbox ??= new Map(this.#begun.outbox);
    return this.#outbox;
  }

  #set(row: Delivery): Delivery {
    this.#ownOutbox().set(row.id, deepFreeze(row));
    return row;
  }
}
