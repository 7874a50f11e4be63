import type { ComponentHealth } from './channel.js';
import type { Delivery, NewDelivery, Settlement } from './delivery.js';
import type { CollectionName, Row } from './state.js';

/** The state as it was committed at one moment. Rows are frozen. */
export interface Reader {
  get<C extends CollectionName>(collection: C, id: string): Row<C> | undefined;
  /** Rows in the order in which they were first put. */
  all<C extends CollectionName>(collection: C): readonly Row<C>[];
}

/** A transaction's draft: reads see its own writes. Rows are checked against their schema when they are put. */
export interface Tx extends Reader {
  put<C extends CollectionName>(collection: C, row: Row<C>): void;
  remove(collection: CollectionName, id: string): void;
  /** Adds to the outbox, unless a row with this key was ever added: then nothing happens. */
  enqueue(delivery: NewDelivery): void;
  /** 1, 2, 3 …: the next number of a change, unique and growing. */
  nextChangeNumber(): number;
}

/** Writing is refused for now: the disk is full, the database is away. Nothing was changed. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** Where the state lives. Two engines implement it; one contract suite holds both to it. */
export interface Store {
  /** The last committed state, from memory. */
  view(): Reader;
  /**
   * All or nothing. `transaction` runs on a draft, synchronously; when it throws, nothing is kept and the promise rejects with
   * what it threw. Resolves only when the result is on disk. Transactions are serialised across every process. It may
   * be run again after a conflict, so it must have no effect outside `tx`.
   * @throws StoreUnavailable when nothing can be written now
   */
  transact<R>(transaction: (tx: Tx) => R): Promise<R>;
  /** Leases up to `limit` deliveries that are due at `now`, replies first, at most one of a conversation. */
  claim(worker: string, now: Date, limit: number, leaseMs: number): Promise<Delivery[]>;
  /** Ends a claim. False when `fence` is no longer the delivery's: somebody else has it by now. */
  settle(id: string, fence: number, settlement: Settlement): Promise<boolean>;
  /** Rows of the outbox that are not sent yet or can't be, oldest first. */
  deliveries(): Promise<Delivery[]>;
  /** Makes a dead delivery wait again, at once. False when there is no such dead delivery. */
  retry(id: string): Promise<boolean>;
  /** Calls `listener` after every commit that this process sees, its own or another's. Returns how to stop. */
  subscribe(listener: () => void): () => void;
  health(): ComponentHealth;
  close(): Promise<void>;
}
