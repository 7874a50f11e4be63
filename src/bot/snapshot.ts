import * as z from 'zod';
import { Delivery } from './delivery.js';
import { type CollectionName, type Collections, collections } from './state.js';

/** The version that this build writes. Older ones are brought up to it when they are read. */
export const SNAPSHOT_VERSION = 2;

type CollectionArrays = { [C in CollectionName]: z.ZodDefault<z.ZodArray<Collections[C]>> };

/** A collection that a file does not name is empty, so that a new collection needs no migration. */
const collectionArrays = Object.fromEntries(
  Object.entries(collections).map(([name, row]) => [name, z.array(row).default([])]),
) as CollectionArrays; // Object.fromEntries forgets which schema belongs to which name.

function duplicates(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}

const Hashes = z
  .string()
  .regex(/^[A-Za-z0-9_-]*$/)
  .refine((text) => text.length % 12 === 0, 'must be hashes of twelve characters');

/**
 * The whole state as data: what the embedded store keeps in its file, what `backup` writes and `restore` reads, and what
 * moves between the engines.
 */
export const Snapshot = z
  .strictObject({
    format: z.literal('ucap-state'),
    version: z.literal(SNAPSHOT_VERSION),
    /** The number of the last change that was ever made. */
    lastChange: z.int().min(0),
    /** The number of the last delivery that was ever queued. */
    lastDelivery: z.int().min(0),
    /** Rows in the order in which they were first put. */
    collections: z.strictObject(collectionArrays),
    /** Deliveries that are not sent yet or can't be, oldest first. */
    outbox: z.array(Delivery),
    /** By UTC day: the keys of all deliveries that were queued then, each as twelve characters of its hash. */
    keys: z.record(z.iso.date(), Hashes),
  })
  .check((context) => {
    const { collections: tables, outbox, lastChange, lastDelivery } = context.value;
    const refuse = (path: PropertyKey[], message: string) =>
      context.issues.push({ code: 'custom', input: context.value, path, message });
    for (const [name, rows] of Object.entries(tables)) {
      for (const id of duplicates(rows.map((row) => row.id)))
        refuse(['collections', name], `has "${id}" twice`);
    }
    for (const id of duplicates(outbox.map((row) => row.id))) refuse(['outbox'], `has delivery ${id} twice`);
    for (const key of duplicates(outbox.map((row) => row.key)))
      refuse(['outbox'], `has the key "${key}" twice`);
    if (tables.changes.some((change) => Number(change.id) > lastChange))
      refuse(['lastChange'], 'is less than a change’s number');
    if (outbox.some((row) => !(Number(row.id) <= lastDelivery)))
      refuse(['lastDelivery'], 'is less than a delivery’s number');
  });
export type Snapshot = z.infer<typeof Snapshot>;
