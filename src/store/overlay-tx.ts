import * as z from 'zod';
import { NewDelivery } from '../bot/delivery.js';
import { type CollectionName, collections, type Row } from '../bot/state.js';
import type { Tx } from '../bot/store.js';
import { type AnyRow, deepFreeze, type Table, type Tables } from './tables.js';

/** An id is written into logs, and PostgreSQL's text holds no NUL. */
const RowId = z
  .string()
  .min(1)
  .max(500)
  .regex(/^\P{Cc}*$/u, 'must hold no control character');

/** What one transaction did to one collection. */
export interface Overlay {
  /** New and altered rows; those that are new to the table stand in the order in which they were put. */
  readonly put: Map<string, AnyRow>;
  /** Ids of rows that the table had and the transaction removed, even when it put them again. */
  readonly removed: Set<string>;
}

/**
 * One transaction's view of the tables, with its own writes laid over them. The tables stay as they are until the
 * transaction has ended well and somebody merges the overlays.
 */
export class OverlayTx implements Tx {
  readonly overlays = new Map<CollectionName, Overlay>();
  readonly deliveries: NewDelivery[] = [];
  #open = true;

  constructor(
    private readonly tables: Tables,
    public lastChange: number,
  ) {}

  get<C extends CollectionName>(collection: C, id: string): Row<C> | undefined {
    const overlay = this.overlays.get(collection);
    const own = overlay?.put.get(id);
    const row = own ?? (overlay?.removed.has(id) ? undefined : this.tables[collection].get(id));
    return row as Row<C> | undefined; // Every row was parsed by its own collection's schema.
  }

  all<C extends CollectionName>(collection: C): readonly Row<C>[] {
    const table = this.tables[collection];
    const rows = overlaid(table, this.overlays.get(collection));
    return rows as Row<C>[]; // As in `get`.
  }

  put<C extends CollectionName>(collection: C, row: Row<C>): void {
    this.#mustBeOpen();
    const parsed = deepFreeze(collections[collection].parse(row));
    RowId.parse(parsed.id);
    this.#overlay(collection).put.set(parsed.id, parsed);
  }

  remove(collection: CollectionName, id: string): void {
    this.#mustBeOpen();
    const overlay = this.#overlay(collection);
    overlay.put.delete(id);
    if (this.tables[collection].has(id)) overlay.removed.add(id);
  }

  enqueue(delivery: NewDelivery): void {
    this.#mustBeOpen();
    this.deliveries.push(deepFreeze(NewDelivery.parse(delivery)));
  }

  nextChangeNumber(): number {
    this.#mustBeOpen();
    this.lastChange += 1;
    return this.lastChange;
  }

  /** Ends the transaction: whoever still holds it can write no more. */
  end(): void {
    this.#open = false;
  }

  #mustBeOpen(): void {
    if (!this.#open)
      throw new TypeError('This transaction has ended: nothing can be written to it any more.');
  }

  #overlay(collection: CollectionName): Overlay {
    const known = this.overlays.get(collection);
    if (known !== undefined) return known;
    const overlay = { put: new Map(), removed: new Set<string>() };
    this.overlays.set(collection, overlay);
    return overlay;
  }
}

function overlaid(table: Table, overlay: Overlay | undefined): AnyRow[] {
  if (overlay === undefined) return [...table.values()];
  const { put, removed } = overlay;
  const kept = [...table].filter(([id]) => !removed.has(id)).map(([id, row]) => put.get(id) ?? row);
  const added = [...put].filter(([id]) => removed.has(id) || !table.has(id)).map(([, row]) => row);
  return [...kept, ...added];
}
