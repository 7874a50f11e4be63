// Kills a writer process without warning 200 times (or as often as the first argument says), then a naive one for
// comparison, and prints what each lost. Ends with 1 when the store lost anything, or when the naive writer did not.
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { compileSupport } from '../support/compile.mjs';

const kills = Number(process.argv[2] ?? 200);
const support = compileSupport();
try {
  const { killWriters } = await import(support.path('writer-kills'));
  const run = (kind) =>
    killWriters(support.path('writer'), kind, mkdtempSync(join(support.folder, kind)), kills);
  const [durable, naive] = [await run('durable'), await run('naive')];
  console.table({ durable, naive });
  process.exitCode = durable.lost + durable.damaged === 0 && naive.lost > 0 ? 0 : 1;
} finally {
  support.remove();
}
