// Acknowledged updates a second: the embedded store, stock lowdb, and appends to a file with an fsync each (what the disk itself
// allows). An update replaces one record of those that are there, so that the files keep their size.
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { JSONFilePreset } from 'lowdb/node';
import { buildModules } from '../support/writer-build.mjs';
import { report } from './report.mjs';
import { filled, record, updatesPerSecond } from './store-updates.mjs';

const engine = 'src/store/embedded/embedded-store';
const modules = await buildModules(engine);
const { openEmbeddedStore } = await import(modules.path(engine));
modules.remove();

/** Each opens with `size` records and returns how to update one and how to close. */
const peers = {
  async embedded(folder, size) {
    return filled(await openEmbeddedStore({ folder }), size);
  },
  async lowdb(folder, size) {
    const records = Array.from({ length: size }, (_, number) => record(number, 'first'));
    const low = await JSONFilePreset(join(folder, 'db.json'), { records });
    await low.write();
    const update = (number, text) =>
      low.update((data) => {
        data.records[number] = record(number, text);
      });
    return { update, close: async () => undefined };
  },
  async append(folder) {
    const handle = await open(join(folder, 'log'), 'a');
    const update = async (number, text) => {
      await handle.appendFile(`${JSON.stringify(record(number, text))}\n`);
      await handle.datasync();
    };
    return { update, close: () => handle.close() };
  },
};

async function rateOf(peer, size, callers) {
  const folder = await mkdtemp(join(tmpdir(), 'ucap-bench-'));
  const rate = await updatesPerSecond(await peers[peer](folder, size), size, callers);
  await rm(folder, { recursive: true });
  return rate;
}

/** Rows of the table, one for each number of records and callers. */
export async function benchStore() {
  const rows = [];
  for (const records of [1_000, 10_000]) {
    for (const callers of [1, 10, 100]) {
      const rate = {};
      for (const peer of Object.keys(peers)) rate[peer] = await rateOf(peer, records, callers);
      rows.push({
        records,
        callers,
        'embedded/s': Math.round(rate.embedded),
        'stock lowdb/s': Math.round(rate.lowdb),
        'append+fsync/s': Math.round(rate.append),
        'against lowdb': Number((rate.embedded / rate.lowdb).toFixed(2)),
        'against append': Number((rate.embedded / rate.append).toFixed(2)),
      });
    }
  }
  return rows;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  report(
    (await benchStore()).map((row) => ({
      bench: 'embedded store',
      figure: `updates/s, ${row.callers} callers, ${row.records} records`,
      ours: row['embedded/s'],
      peer: row['stock lowdb/s'],
      ratio: row['against lowdb'],
      goal: row.callers === 100 ? 'at least 10 × stock lowdb' : `(fsynced appends: ${row['append+fsync/s']})`,
    })),
  );
}
