import type { ComponentHealth } from './channel.js';
import type { Delivery, Lane, NewDelivery, OutboxFigures, Settlement } from './delivery.js';
import type { ConversationId, Platform } from './identity.js';
import type { Snapshot } from './snapshot.js';
import type { CollectionName, Row } from './state.js';

/** The state as it was committed at one moment. Rows are frozen; one that is the very same object as before was not written since. */
export interface Reader {
  get<C extends CollectionName>(collection: C, id: string): Row<C> | undefined;
  /** Rows in the order in which they were first put. */
  all<C extends CollectionName>(collection: C): readonly Row<C>[];
}

/** What a transaction reads and writes; it sees its own writes. Rows are checked against their schema when they are put. */
export interface Tx extends Reader {
  put<C extends CollectionName>(collection: C, row: Row<C>): void;
  remove(collection: CollectionName, id: string): void;
  /** Adds to the outbox, unless a row with this key was added within the last 400 days: then nothing happens. */
  enqueue(delivery: NewDelivery): void;
  /** 1, 2, 3 …: the next number of a change, unique and growing. */
  nextChangeNumber(): number;
}

/** Writing is refused for now: the disk is full, the database is away. Nothing was changed. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** Which deliveries a worker wants to send now. */
export interface Claim {
  worker: string;
  now: Date;
  /** No more than so many. */
  limit: number;
  /** How long they are the worker's, in milliseconds. */
  leaseMs: number;
  /** Only these platforms'; absent means all. */
  platforms?: readonly Platform[];
  /** None of these conversations: they are asked to wait, or had a message a moment ago. */
  except?: ReadonlySet<ConversationId>;
}

/** Where the state lives. Two engines implement it; one contract suite holds both to it. */
export interface Store {
  /** The last committed state, from memory. */
  view(): Reader;
  /**
   * All or nothing. `transaction` runs synchronously; when it throws, nothing is kept and the promise rejects with
   * what it threw. Resolves only when the result is on disk. Transactions are serialised across every process. It may
   * be run again after a conflict, so it must have no effect outside `tx`.
   * @throws StoreUnavailable when nothing can be written now
   */
  transact<R>(transaction: (tx: Tx) => R): Promise<R>;
  /**
   * Leases deliveries that are due, replies first, then announcements, then digests, each in the order
   * in which they were queued. A conversation has at most one leased delivery at a time, in all processes. A delivery
   * whose lease ended without being settled is leased again, marked `uncertain`; that costs no attempt.
   * @throws StoreUnavailable when nothing can be written now
   */
  claim(claim: Claim): Promise<Delivery[]>;
  /**
   * Ends a claim. False when the claim is no longer the caller's: its lease ended and somebody else took it, or it was settled.
   * @throws StoreUnavailable when nothing can be written now
   */
  settle(id: string, fence: number, settlement: Settlement): Promise<boolean>;
  /** Rows of the outbox that are not sent yet or can't be, oldest first: of one lane, or of all. */
  deliveries(lane?: Lane): Promise<Delivery[]>;
  /** How the outbox stands at `now`, counted where its rows are. */
  outboxFigures(now: Date): Promise<OutboxFigures>;
  /** Makes a dead delivery wait again, at once and with all its attempts. False when there is no such dead delivery. */
  retry(id: string): Promise<boolean>;
  /**
   * Takes or renews the lease `name` for `ms` milliseconds: true when `holder` has it now, in all processes. Who holds a lease
   * renews it well before it ends, and stops what it was for when that fails.
   * @throws StoreUnavailable when it can't be known now
   */
  lease(name: string, holder: string, ms: number): Promise<boolean>;
  /** Gives a lease back, so that another holder need not wait for its end. Does nothing when `holder` doesn't have it. */
  release(name: string, holder: string): Promise<void>;
  /** The whole committed state. What is claimed at that moment appears as waiting and uncertain. */
  dump(): Promise<Snapshot>;
  /** Replaces the whole state. */
  load(snapshot: Snapshot): Promise<void>;
  /** Calls `listener` after every commit that this process sees, its own or another's. Returns how to stop. */
  subscribe(listener: () => void): () => void;
  health(): ComponentHealth;
  close(): Promise<void>;
}
