import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Store } from '../../src/bot/store.js';
import { keepLease } from '../../src/store/keep-lease.js';
import { openPostgresStore } from '../../src/store/postgres/postgres-store.js';
import { delivery } from '../contract/store-rows.js';
import { type PostgresServer, startPostgres } from '../support/postgres.js';
import { buildModules } from '../support/writer-build.mjs';

/** As the lease of the process in `writer-postgres`. */
const LEASE_MS = 600;

let server: PostgresServer;
let writers: Awaited<ReturnType<typeof buildModules>>;
beforeAll(async () => {
  [server, writers] = await Promise.all([startPostgres(), buildModules('test/support/writer-postgres')]);
}, 60_000);
afterAll(async () => {
  writers.remove();
  await server.stop();
});

let url: string;
let store: Store;
type Child = ChildProcessByStdio<Writable, Readable, null>;
const processes: Child[] = [];
beforeEach(async () => {
  url = await server.makePlace();
  store = await openPostgresStore({ url });
});
afterEach(async () => {
  await Promise.all(processes.splice(0).map(kill));
  await store.close();
});

async function kill(child: Child): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

function start(act: string, argument = '') {
  const child = spawn(process.execPath, [writers.path('test/support/writer-postgres'), act, url, argument], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  processes.push(child);
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  return { child, lines };
}

test('two processes that update one record 250 times each lose no update', async () => {
  const both = [start('count', '250'), start('count', '250')];
  const exits = await Promise.all(both.map(({ child }) => once(child, 'exit')));
  expect(exits).toEqual([
    [0, null],
    [0, null],
  ]);
  await expect.poll(() => store.view().get('installations', 'counter')?.data).toBe(500);
});

test('a worker that is stopped past its lease can’t settle what another one has by then', async () => {
  await store.transact((tx) => tx.enqueue(delivery('a')));
  const { child, lines } = start('work');
  await expect.poll(() => lines).toEqual(['1']);
  child.kill('SIGSTOP');
  const claim = () => store.claim({ worker: 'other', now: new Date(), limit: 1, leaseMs: 60_000 });
  let claimed = await claim();
  expect(claimed).toEqual([]);
  await expect.poll(async () => (claimed = await claim())).toMatchObject([{ id: '1', uncertain: true }]);
  child.kill('SIGCONT');
  child.stdin.write('settle\n');
  await expect.poll(() => lines).toEqual(['1', 'false']);
  expect(await store.settle('1', claimed[0]?.fence ?? 0, { state: 'sent', at: new Date() })).toBe(true);
});

test('a lease is taken over soon after its holder was killed', async () => {
  const { child, lines } = start('lease', 'first');
  await expect.poll(() => lines).toEqual(['true']);
  const second = keepLease(store, 'wechat', 'second', LEASE_MS, () => undefined);
  await new Promise((resolve) => setTimeout(resolve, 2 * LEASE_MS));
  expect(second.held()).toBe(false);
  await kill(child);
  await expect.poll(second.held, { timeout: 2 * LEASE_MS, interval: 10 }).toBe(true);
  await second.stop();
});

test('a process that stands still within a transaction holds up the others for five seconds at most', async () => {
  const { lines } = start('hang');
  await expect.poll(() => lines).toEqual(['hanging']);
  const begun = performance.now();
  await store.transact((tx) => tx.put('events', { id: 'e1', at: new Date().toISOString() }));
  expect(performance.now() - begun).toBeLessThan(8_000);
});

test('the server is restarted under load: nothing acknowledged is lost, and all recover by themselves', async () => {
  const both = [start('write', 'a'), start('write', 'b')];
  const enough = async (more: number) => {
    const goal = both.map(({ lines }) => lines.length + more);
    await expect
      .poll(() => both.every(({ lines }, index) => lines.length >= (goal[index] ?? 0)), { timeout: 15_000 })
      .toBe(true);
  };
  await enough(50);
  for (let restart = 0; restart < 3; restart += 1) {
    await server.restart();
    await enough(50);
  }
  await Promise.all(both.map(({ child }) => kill(child)));
  const acknowledged = both.flatMap(({ lines }) => lines);
  await expect.poll(() => store.health()).toMatchObject({ state: 'up' });
  await expect
    .poll(() => acknowledged.filter((id) => store.view().get('events', id) === undefined))
    .toEqual([]);
}, 60_000);
