import { createHash } from 'node:crypto';
import { SNAPSHOT_VERSION, Snapshot } from '../bot/snapshot.js';
import { hashesOf } from './delivery-keys.js';
import { StateUnsound } from './errors.js';
import { migrated } from './migrations.js';
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

/** More faults than this tell a person nothing new. */
const FAULTS_SHOWN = 20;

/**
 * The snapshot that a text holds, brought up to this version.
 * @param name what the text is, for messages, such as a file's path
 * @throws StateUnsound with every fault and its path
 */
export function parseSnapshot(text: string, name: string): Snapshot {
  const document = parseJson(text, name);
  if (
    typeof document !== 'object' ||
    document === null ||
    !('format' in document) ||
    document.format !== 'ucap-state'
  ) {
    throw new StateUnsound(`${name} is not a state or a backup of this bot.`);
  }
  if ('version' in document && typeof document.version === 'number' && document.version > SNAPSHOT_VERSION) {
    throw new StateUnsound(
      `${name} was written by a newer version of the bot (its format is ${document.version}, this build knows up to ${SNAPSHOT_VERSION}): run that version or a newer one.`,
    );
  }
  const parsed = Snapshot.safeParse(migrated({ ...document }));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  const rest = faults.length - FAULTS_SHOWN;
  const shown = [...faults.slice(0, FAULTS_SHOWN), ...(rest > 0 ? [`  and ${rest} more`] : [])];
  throw new StateUnsound(`${name} is unsound:\n${shown.join('\n')}`);
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new StateUnsound(`${name} is not sound JSON: ${(error as SyntaxError).message}`, { cause: error }); // JSON.parse throws nothing else.
  }
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
