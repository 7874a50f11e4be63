// Kills a writer process without warning 200 times (or as often as the first argument says), then a naive one for
// comparison, and prints what each lost. Ends with 1 when the store lost anything, or when the naive writer did not.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const kills = Number(process.argv[2] ?? 200);
const build = mkdtempSync(join('.build', 'kills-'));
const folders = ['durable', 'naive'].map((kind) => [kind, mkdtempSync(join(build, kind))]);
try {
  const tsc = join('node_modules', 'typescript', 'bin', 'tsc');
  const project = join('test', 'support', 'tsconfig.writers.json');
  execFileSync(process.execPath, [tsc, '--project', project, '--outDir', build], { stdio: 'inherit' });
  const support = join(process.cwd(), build, 'test', 'support');
  const { killWriters } = await import(join(support, 'writer-kills.js'));
  const reports = {};
  for (const [kind, folder] of folders)
    reports[kind] = await killWriters(join(support, 'writer.js'), kind, folder, kills);
  console.table(reports);
  const { durable, naive } = reports;
  process.exitCode = durable.lost + durable.damaged === 0 && naive.lost > 0 ? 0 : 1;
} finally {
  rmSync(build, { recursive: true });
}
