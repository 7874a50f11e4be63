// Kills a writer process without warning 200 times (or as often as the first argument says), then a naive one for
// comparison, and prints what each lost. Ends with 1 when the store lost anything, or when the naive writer did not.
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { buildModules } from '../support/writer-build.mjs';

const kills = Number(process.argv[2] ?? 200);
const [writer, harness] = ['test/support/writer', 'test/support/writer-kills'];
const modules = await buildModules(writer, harness);
try {
  const { killWriters } = await import(modules.path(harness));
  const run = (kind) =>
    killWriters(modules.path(writer), kind, mkdtempSync(join(modules.folder, kind)), kills);
  const [durable, naive] = [await run('durable'), await run('naive')];
  console.table({ durable, naive });
  process.exitCode = durable.lost + durable.damaged === 0 && naive.lost > 0 ? 0 : 1;
} finally {
  modules.remove();
}
