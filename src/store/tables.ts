import { type CollectionName, collections, type Row } from '../bot/state.js';
import type { Reader } from '../bot/store.js';

/** Any row, as its collection's schema parsed it, and frozen. */
export type AnyRow = { [C in CollectionName]: Row<C> }[CollectionName];

/** One collection's rows by id, in the order in which they were first put. Never altered once it is published. */
export type Table = ReadonlyMap<string, AnyRow>;
export type Tables = Readonly<Record<CollectionName, Table>>;

export const collectionNames = Object.keys(collections) as CollectionName[]; // Object.keys forgets the names' type.

/** Tables made by `table` for each collection. */
export function tablesOf(table: (collection: CollectionName) => Table): Tables {
  const entries = collectionNames.map((collection) => [collection, table(collection)]);
  return Object.fromEntries(entries) as Tables; // As above: there is an entry for every name.
}

export const emptyTables: Tables = tablesOf(() => new Map());

/** Freezes a value that only the store holds, and all within it. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}

const lists = new WeakMap<Table, readonly AnyRow[]>();

/** A table's rows as a frozen array, made once. */
function listOf(table: Table): readonly AnyRow[] {
  const known = lists.get(table);
  if (known !== undefined) return known;
  const list = Object.freeze([...table.values()]);
  lists.set(table, list);
  return list;
}

/** The committed rows of one moment. */
export class TablesReader implements Reader {
  constructor(private readonly tables: Tables) {}

  // The casts: a table holds only rows that its own collection's schema has parsed.
  get<C extends CollectionName>(collection: C, id: string): Row<C> | undefined {
    return this.tables[collection].get(id) as Row<C> | undefined;
  }

  all<C extends CollectionName>(collection: C): readonly Row<C>[] {
    return listOf(this.tables[collection]) as readonly Row<C>[];
  }
}
