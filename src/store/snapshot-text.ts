import { createHash } from 'node:crypto';
import { SNAPSHOT_VERSION, type Snapshot } from '../bot/snapshot.js';
import { hashesOf } from './delivery-keys.js';
import type { State } from './state.js';
import { collectionNames } from './tables.js';

const rowTexts = new WeakMap<object, string>();
const tableTexts = new WeakMap<ReadonlyMap<string, object>, string>();

function remembered<K extends object>(memory: WeakMap<K, string>, key: K, make: () => string): string {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const text = make();
  memory.set(key, text);
  return text;
}

/** A JSON array with one row a line. What did not alter since it was last written is not put into words again. */
function tableText(table: ReadonlyMap<string, object>): string {
  return remembered(tableTexts, table, () => {
    const rows = Array.from(table.values(), (row) => remembered(rowTexts, row, () => JSON.stringify(row)));
    return rows.length === 0 ? '[]' : `[\n${rows.join(',\n')}\n]`;
  });
}

/** A state as the text of a snapshot, claims included. */
export function textOf(state: State): string {
  const { lastChange, lastDelivery } = state;
  const header = JSON.stringify({
    format: 'ucap-state',
    version: SNAPSHOT_VERSION,
    lastChange,
    lastDelivery,
  });
  const tables = collectionNames.map((name) => `"${name}":${tableText(state.tables[name])}`);
  const keys = JSON.stringify(Object.fromEntries(state.keys));
  return `${header.slice(0, -1)},\n"collections":{${tables.join(',\n')}},\n"outbox":${tableText(state.outbox)},\n"keys":${keys}}\n`;
}

/** Sorts the keys of objects, so that equal values have equal texts. */
function canonical(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Equal for equal states, whichever engine they come from: the SHA-256 of their canonical text, in hexadecimal. */
export function checksumOf(snapshot: Snapshot): string {
  const keys = Object.entries(snapshot.keys).map(([day, text]) => [day, hashesOf(text).sort().join('')]);
  const comparable = { ...snapshot, keys: Object.fromEntries(keys) };
  return createHash('sha256').update(JSON.stringify(comparable, canonical)).digest('hex');
}
