import { type CollectionName, collections } from '../../bot/state.js';
import type { FaultKey } from '../../programme/fault.js';
import { StateUnsound } from '../errors.js';
import { type AnyRow, deepFreeze, emptyTables, type Tables, tablesOf } from '../tables.js';
import type { Queryable } from './database.js';

/** The database's one row of counters. */
export interface Head {
  revision: number;
  generation: number;
  lastPosition: number;
  lastChange: number;
  lastDelivery: number;
}

interface PulledRow {
  collection: CollectionName;
  id: string;
  row: AnyRow | undefined;
  position: number;
}

/** The head at one moment, and the rows that were written after a revision. */
export interface Pull {
  head: Head;
  rows: PulledRow[];
}

/** pg gives bigint as text, and NULL where the head has no newer row. */
interface Columns {
  head_revision: string;
  generation: string;
  last_position: string;
  last_change: number;
  last_delivery: string;
  collection: string | null;
  id: string;
  data: unknown;
  position: string;
}

/** Reads the head and the rows newer than `after` as they are at one moment, in the order in which they were first put. */
export async function pull(client: Queryable, after: number): Promise<Pull> {
  const { rows } = await client.query<Columns>(
    `SELECT h.revision AS head_revision, h.generation, h.last_position, h.last_change, h.last_delivery,
            r.collection, r.id, r.data, r.position
     FROM state_head h LEFT JOIN state_rows r ON r.revision > $1
     ORDER BY r.position`,
    [after],
  );
  const [first] = rows;
  if (first === undefined) throw unsound('state_head', 'missing');
  const head = {
    revision: Number(first.head_revision),
    generation: Number(first.generation),
    lastPosition: Number(first.last_position),
    lastChange: first.last_change,
    lastDelivery: Number(first.last_delivery),
  };
  return {
    head,
    rows: rows.flatMap((columns) =>
      columns.collection === null ? [] : [parseRow(columns.collection, columns)],
    ),
  };
}

function parseRow(collection: string, { id, data, position }: Columns): PulledRow {
  if (!Object.hasOwn(collections, collection))
    throw unsound(`state_rows.${collection}.${id}`, 'unknown-form');
  const name = collection as CollectionName; // The line above has made sure.
  if (data === null) return { collection: name, id, row: undefined, position: Number(position) };
  const parsed = collections[name].safeParse(data);
  if (!parsed.success) throw unsound(`state_rows.${collection}.${id}`, 'unknown-form');
  return { collection: name, id, row: deepFreeze(parsed.data), position: Number(position) };
}

const unsound = (path: string, key: FaultKey) =>
  new StateUnsound({ what: 'database', place: 'PostgreSQL', faults: [{ path, key, values: {} }] });

/** A process's copy of the state's rows, kept up by pulling what is newer. */
export class Replica {
  tables: Tables = emptyTables;
  head: Head = { revision: -1, generation: 0, lastPosition: 0, lastChange: 0, lastDelivery: 0 };

  /** What to pull after: everything when nothing is known yet. */
  get revision(): number {
    return this.head.revision;
  }

  /**
   * Takes over what was pulled. False when that was not enough, because the state was replaced as a whole: then everything
   * must be pulled. A pull that is older than what is known already is ignored.
   */
  take({ head, rows }: Pull, after: number): boolean {
    if (head.revision <= this.head.revision) return true;
    if (head.generation !== this.head.generation && after >= 0) return false;
    const fresh = after < 0;
    const copies = new Map<CollectionName, Map<string, AnyRow>>();
    const copyOf = (name: CollectionName) => {
      const copy = copies.get(name) ?? new Map(fresh ? [] : this.tables[name]);
      copies.set(name, copy);
      return copy;
    };
    for (const { collection, id, row, position } of rows) {
      const table = copyOf(collection);
      // A row that was removed and put again stands at the end.
      if (row === undefined || position > this.head.lastPosition) table.delete(id);
      if (row !== undefined) table.set(id, row);
    }
    const base = fresh ? emptyTables : this.tables;
    this.tables = tablesOf((name) => copies.get(name) ?? base[name]);
    this.head = head;
    return true;
  }

  /** Takes over what this process has committed itself, unless a pull has brought it already. */
  advance(tables: Tables, head: Head): void {
    if (head.revision <= this.head.revision) return;
    this.tables = tables;
    this.head = head;
  }
}
