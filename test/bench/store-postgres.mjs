// Acknowledged updates a second on a real PostgreSQL: the store, and bare UPDATE statements of the same rows through the same
// driver, each committed by itself. Also how long until another process knows.
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { buildModules } from '../support/writer-build.mjs';
import { report } from './report.mjs';
import { filled, record, updatesPerSecond } from './store-updates.mjs';

const [engine, support] = ['src/store/postgres/postgres-store', 'test/support/postgres'];
const modules = await buildModules(engine, support);
const { openPostgresStore } = await import(modules.path(engine));
const { startPostgres } = await import(modules.path(support));
modules.remove();

const peers = {
  async store(url, size) {
    return filled(await openPostgresStore({ url }), size);
  },
  async bare(url, size) {
    const pool = new pg.Pool({ connectionString: url, max: 4 });
    await pool.query('CREATE TABLE records (id integer PRIMARY KEY, data json)');
    const rows = JSON.stringify(Array.from({ length: size }, (_, number) => record(number, 'first')));
    await pool.query(
      "INSERT INTO records SELECT (r->>'id')::integer - 1, r FROM json_array_elements($1::json) r",
      [rows],
    );
    const statement = 'UPDATE records SET data = $2 WHERE id = $1';
    const update = (number, text) => pool.query(statement, [number, JSON.stringify(record(number, text))]);
    return { update, close: () => pool.end() };
  },
};

/** Milliseconds from one process's call until the other one's view has it, the middle of many. */
async function newsDelay(url) {
  const [writer, reader] = [await openPostgresStore({ url }), await openPostgresStore({ url })];
  const delays = [];
  for (let number = 0; number < 100; number += 1) {
    const seen = new Promise((resolve) => {
      const stop = reader.subscribe(() => {
        stop();
        resolve();
      });
    });
    const begun = performance.now();
    await writer.transact((tx) => tx.put('events', { id: `e${number}`, at: '2021-03-12T08:00:00.000Z' }));
    await seen;
    delays.push(performance.now() - begun);
  }
  await Promise.all([writer.close(), reader.close()]);
  delays.sort((a, b) => a - b);
  return { median: delays[50], worst: delays[99] };
}

/** Rows of the table, one for each number of callers, and how soon another process knows. */
export async function benchPostgresStore() {
  const server = await startPostgres();
  try {
    const rows = [];
    for (const records of [1_000, 10_000]) {
      for (const callers of [1, 10, 100]) {
        const rate = {};
        for (const [name, open] of Object.entries(peers)) {
          rate[name] = await updatesPerSecond(
            await open(await server.makePlace(), records),
            records,
            callers,
          );
        }
        const ratio = Number((rate.store / rate.bare).toFixed(2));
        rows.push({
          records,
          callers,
          'store/s': Math.round(rate.store),
          'bare UPDATE/s': Math.round(rate.bare),
          ratio,
        });
      }
    }
    return { rows, delay: await newsDelay(await server.makePlace()) };
  } finally {
    await server.stop();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { rows, delay } = await benchPostgresStore();
  report([
    ...rows.map((row) => ({
      bench: 'PostgreSQL store',
      figure: `updates/s, ${row.callers} callers, ${row.records} records`,
      ours: row['store/s'],
      peer: row['bare UPDATE/s'],
      ratio: row.ratio,
      goal: '(beside bare UPDATEs)',
    })),
    {
      bench: 'PostgreSQL store',
      figure: 'another process knows after, ms (median, worst of 100)',
      ours: `${delay.median.toFixed(1)}, ${delay.worst.toFixed(1)}`,
      goal: 'within 1,000',
    },
  ]);
}
