// Runs every bench, each in a process of its own, one after the other, and prints all figures with their peers' in one table.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';

const benches = [
  'start',
  'query',
  'understanding',
  'store',
  'store-postgres',
  'digest',
  'delivery',
  'slack',
  'wechat',
];
const asked = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'ucap-bench-'));
const file = join(folder, 'report.jsonl');
let failed = false;
for (const bench of benches.filter((name) => asked.length === 0 || asked.includes(name))) {
  console.log(`\n== ${bench}`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${bench}.mjs`)], {
    stdio: 'inherit',
    env: { ...process.env, BENCH_REPORT: file },
  });
  if (status !== 0) failed = true;
}
const rows = readFileSync(file, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));
rmSync(folder, { recursive: true });
const { model } = cpus()[0] ?? { model: 'unknown' };
console.log(
  `\nAll benches, ${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${model}\n`,
);
console.log('| bench | figure | ours | peer | ratio | goal |');
console.log('| --- | --- | ---: | ---: | ---: | --- |');
for (const { bench, figure, ours, peer = '', ratio = '', goal = '' } of rows) {
  console.log(`| ${bench} | ${figure} | ${ours} | ${peer} | ${ratio} | ${goal} |`);
}
process.exitCode = failed ? 1 : 0;
