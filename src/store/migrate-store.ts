import type { Snapshot } from '../bot/snapshot.js';
import type { Store } from '../bot/store.js';
import { hashesOf } from './delivery-keys.js';
import { checksumOf } from './snapshot-text.js';

/** What was copied, the same on both sides. */
export interface Migrated {
  /** Rows by collection, and how many deliveries and keys of deliveries. */
  counts: Record<string, number>;
  /** SHA-256 of the canonical state, in hexadecimal. */
  checksum: string;
}

/** The target holds something already. */
export class TargetNotEmpty extends Error {
  override readonly name = 'TargetNotEmpty';
}

/**
 * Copies the whole state from one store to another, of whatever engine, and reads it back to compare count and checksum.
 * @throws TargetNotEmpty when there is anything in the target; nothing is altered then
 */
export async function migrateStore(
  from: Pick<Store, 'dump'>,
  to: Pick<Store, 'dump' | 'load'>,
): Promise<Migrated> {
  if (total(countsOf(await to.dump())) > 0) {
    throw new TargetNotEmpty('The store to copy into is not empty: copying would replace what it holds.');
  }
  const original = await from.dump();
  await to.load(original);
  const copy = await to.dump();
  const [expected, found] = [checksumOf(original), checksumOf(copy)];
  const counts = countsOf(copy);
  if (expected !== found || total(counts) !== total(countsOf(original))) {
    throw new Error(
      `The copy differs from the original: ${JSON.stringify(counts)}, checksum ${found} in place of ${expected}.`,
    );
  }
  return { counts, checksum: found };
}

function countsOf({ collections, outbox, keys }: Snapshot): Record<string, number> {
  const rows = Object.entries(collections).map(([name, list]) => [name, list.length]);
  const hashes = Object.values(keys).flatMap(hashesOf).length;
  return { ...Object.fromEntries(rows), deliveries: outbox.length, keys: hashes };
}

const total = (counts: Record<string, number>) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
