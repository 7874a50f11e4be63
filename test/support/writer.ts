import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.js';

/**
 * A process that writes to a folder without pause and names each update on stdout when it was acknowledged. Arguments: the
 * kind of writer, the folder, a name that no other writer of the folder has.
 */
const [kind, folder = '', name = ''] = process.argv.slice(2);
const CALLERS = 8;

type Update = (id: string) => Promise<void>;

async function durable(): Promise<Update> {
  const store = await openEmbeddedStore({ folder });
  return (id) => store.transact((tx) => tx.put('events', { id, at: new Date().toISOString() }));
}

/** Acknowledges what is in memory and writes the file where it stands a moment later, as a first attempt at a store does. */
async function naive(): Promise<Update> {
  const file = join(folder, 'naive.json');
  const ids: string[] = JSON.parse(await readFile(file, 'utf8').catch(() => '[]'));
  setInterval(() => writeFile(file, JSON.stringify(ids)), 10);
  return async (id) => {
    ids.push(id);
    await setTimeout(1);
  };
}

const update = await (kind === 'naive' ? naive() : durable());
await Promise.all(
  Array.from({ length: CALLERS }, async (_, caller) => {
    for (let number = 0; ; number += 1) {
      const id = `${name}-${caller}-${number}`;
      await update(id);
      process.stdout.write(`${id}\n`);
    }
  }),
);
