import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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

/** Beside little data a whole write is so short that a kill seldom falls into it. */
const ballast = 'x'.repeat(2_000_000);

/** Writes the file where it stands, as a first attempt at a store does. */
async function naive(): Promise<Update> {
  const file = join(folder, 'naive.json');
  const { ids }: { ids: string[] } = JSON.parse(await readFile(file, 'utf8').catch(() => '{"ids":[]}'));
  let last = Promise.resolve();
  return (id) => {
    ids.push(id);
    last = last.then(() => writeFile(file, JSON.stringify({ ids, ballast })));
    return last;
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
