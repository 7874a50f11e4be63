import type { NewDelivery } from '../bot/delivery.js';
import type { CollectionName } from '../bot/state.js';
import type { Tx } from '../bot/store.js';
import { type Overlay, OverlayTx } from './overlay-tx.js';
import type { AnyRow, Tables } from './tables.js';

/** What a batch leaves of one row. */
export interface RowWrite {
  collection: CollectionName;
  id: string;
  /** Absent when the row was removed. */
  row: AnyRow | undefined;
  /** It stands at the end of its collection, not where an earlier row of this id stood. */
  appended: boolean;
}

/**
 * Transactions that are committed together. Each sees what those before it wrote; one that throws leaves nothing. The
 * tables that the batch was begun with are never altered: a collection is copied when it is first written to.
 */
export class Batch {
  #tables: Tables;
  readonly #own = new Map<CollectionName, Map<string, AnyRow>>();
  readonly #writes = new Map<string, RowWrite>();

  constructor(
    tables: Tables,
    public lastChange: number,
  ) {
    this.#tables = tables;
  }

  get tables(): Tables {
    return this.#tables;
  }

  /** The last state of each row that was written, new rows in their collections' order. */
  get writes(): RowWrite[] {
    return [...this.#writes.values()];
  }

  /** Runs one transaction and keeps what it wrote. Throws what it throws. Returns its result and what it queued. */
  run<R>(transaction: (tx: Tx) => R): { result: R; deliveries: NewDelivery[] } {
    const tx = new OverlayTx(this.#tables, this.lastChange);
    try {
      const result = transaction(tx);
      refusePromise(result);
      this.lastChange = tx.lastChange;
      for (const [collection, overlay] of tx.overlays) this.#merge(collection, overlay);
      return { result, deliveries: tx.deliveries };
    } finally {
      tx.end();
    }
  }

  #merge(collection: CollectionName, { put, removed }: Overlay): void {
    if (put.size + removed.size === 0) return;
    const table = this.#ownTable(collection);
    for (const id of removed) {
      table.delete(id);
      this.#write({ collection, id, row: undefined, appended: false });
    }
    for (const [id, row] of put) {
      const appended = !table.has(id);
      table.set(id, row);
      this.#write({ collection, id, row, appended });
    }
  }

  #write(write: RowWrite): void {
    const key = `${write.collection} ${write.id}`;
    const earlier = this.#writes.get(key);
    if (write.appended) this.#writes.delete(key);
    this.#writes.set(key, {
      ...write,
      appended: write.appended || (write.row !== undefined && earlier?.appended === true),
    });
  }

  #ownTable(collection: CollectionName): Map<string, AnyRow> {
    const known = this.#own.get(collection);
    if (known !== undefined) return known;
    const copy = new Map(this.#tables[collection]);
    this.#own.set(collection, copy);
    this.#tables = { ...this.#tables, [collection]: copy };
    return copy;
  }
}

/** A promise would end after the commit, and what it writes then would be lost. */
function refusePromise(result: unknown): void {
  if (typeof result !== 'object' || result === null || !('then' in result)) return;
  // What becomes of the promise tells nobody anything: its caller gets the error below.
  Promise.resolve(result).catch(() => undefined);
  throw new TypeError(
    'A transaction must be synchronous: it returned a promise, and nothing of it was kept.',
  );
}
