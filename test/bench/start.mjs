// The time of one question as a whole process, from start to exit, beside node importing i18next and zod and nothing else.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { report } from './report.mjs';

const RUNS = 15;
const root = join(import.meta.dirname, '..', '..');
const state = mkdtempSync(join(tmpdir(), 'ucap-bench-'));

function milliseconds(args) {
  const began = performance.now();
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, UCAP_STATE: state },
  });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  return performance.now() - began;
}

const commands = {
  ask: ['.build/main.js', 'ask', 'Who went on the first mission?'],
  imports: ['--input-type=module', '--eval', "await import('i18next'); await import('zod');"],
};
const times = { ask: [], imports: [] };
for (let run = 0; run < RUNS; run += 1) {
  for (const [name, args] of Object.entries(commands)) times[name].push(milliseconds(args));
}
rmSync(state, { recursive: true });
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const [ours, peer] = [median(times.ask), median(times.imports)];
report([
  {
    bench: 'start',
    figure: '`ask`, start to exit, ms',
    ours: Math.round(ours),
    peer: Math.round(peer),
    ratio: Number((ours / peer).toFixed(2)),
    goal: 'at most 1.5 × importing i18next and zod',
  },
]);
