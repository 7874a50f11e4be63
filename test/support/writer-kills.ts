import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { readCommitted } from '../../src/store/embedded/read-committed.js';

export type WriterKind = 'durable' | 'naive';

export interface KillReport {
  kills: number;
  acknowledged: number;
  /** Acknowledged updates that were not there after a kill. */
  lost: number;
  /** Kills after which the file could not be read. */
  damaged: number;
}

/** How long a writer lives after its first acknowledged update, in milliseconds. */
const LIFE_MS = 80;

/** Lets a writer run and kills it without warning, again and again on one folder, and counts what that costs. */
export async function killWriters(
  writer: string,
  kind: WriterKind,
  folder: string,
  kills: number,
): Promise<KillReport> {
  const report: KillReport = { kills, acknowledged: 0, lost: 0, damaged: 0 };
  let due = new Set<string>();
  for (let kill = 0; kill < kills; kill += 1) {
    for (const id of await runAndKill(writer, kind, folder, `w${kill}`)) {
      due.add(id);
      report.acknowledged += 1;
    }
    const found = await idsIn(kind, folder);
    if (found === undefined) report.damaged += 1;
    const missing = [...due].filter((id) => !found?.has(id));
    report.lost += missing.length;
    due = new Set([...due].filter((id) => found?.has(id)));
  }
  return report;
}

/** What one writer acknowledged before it was killed. */
async function runAndKill(writer: string, kind: WriterKind, folder: string, name: string): Promise<string[]> {
  const child = spawn(process.execPath, [writer, kind, folder, name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  const acknowledged: string[] = [];
  const lines = createInterface({ input: child.stdout });
  const first = once(lines, 'line');
  lines.on('line', (line) => acknowledged.push(line));
  const closed = once(lines, 'close');
  await Promise.race([first, exit.then(() => Promise.reject(new Error('the writer ended by itself')))]);
  await sleep(Math.random() * LIFE_MS);
  child.kill('SIGKILL');
  await Promise.all([exit, closed]);
  // The last line may be cut off; a cut id would look like a lost one.
  return acknowledged.filter((id) => /^w\d+-\d+-\d+$/.test(id));
}

async function idsIn(kind: WriterKind, folder: string): Promise<Set<string> | undefined> {
  if (kind === 'durable') {
    const committed = await readCommitted(folder).catch(() => undefined);
    return committed && new Set(committed.reader.all('events').map(({ id }) => id));
  }
  const file = join(folder, 'naive.json');
  try {
    return new Set(JSON.parse(await readFile(file, 'utf8')) as string[]); // The naive writer writes nothing else.
  } catch {
    await rm(file, { force: true });
    return undefined;
  }
}
