import { once } from 'node:events';
import { StoreUnavailable } from '../../src/bot/store.js';
import { keepLease } from '../../src/store/keep-lease.js';
import { openPostgresStore } from '../../src/store/postgres/postgres-store.js';

/** A process of its own on the PostgreSQL store. Arguments: what it does, the database's address, and what that needs. */
const [act, url = '', argument = ''] = process.argv.slice(2);
const store = await openPostgresStore({ url });
const say = (word: unknown) => process.stdout.write(`${word}\n`);
const heard = () => once(process.stdin, 'data');

/** Adds one to a row's number, as often as the argument says, ten callers at a time. */
async function count(times: number): Promise<void> {
  const callers = Array.from({ length: 10 }, async () => {
    for (let turn = 0; turn < times / 10; turn += 1) {
      await store.transact((tx) => {
        const row = tx.get('installations', 'counter');
        tx.put('installations', { id: 'counter', data: Number(row?.data ?? 0) + 1 });
      });
    }
  });
  await Promise.all(callers);
}

/** Puts one event after the other and names each when it was acknowledged; asks again as long as the database is away. */
async function write(name: string): Promise<void> {
  for (let number = 0; ; number += 1) {
    const id = `${name}-${number}`;
    while (!(await acknowledged(id))) await new Promise((resolve) => setTimeout(resolve, 20));
    say(id);
  }
}

async function acknowledged(id: string): Promise<boolean> {
  try {
    await store.transact((tx) => tx.put('events', { id, at: new Date().toISOString() }));
    return true;
  } catch (error) {
    if (error instanceof StoreUnavailable) return false;
    throw error;
  }
}

/** Claims a delivery for a short time and settles it when it is told to. */
async function work(): Promise<void> {
  const [delivery] = await store.claim({ worker: 'stopped', now: new Date(), limit: 1, leaseMs: 300 });
  say(delivery?.id);
  await heard();
  say(await store.settle(delivery?.id ?? '', delivery?.fence ?? 0, { state: 'sent', at: new Date() }));
}

/** Holds a lease until it is killed. */
async function lease(holder: string): Promise<void> {
  keepLease(store, 'wechat', holder, 600, say);
  await heard();
}

/** Hangs in the middle of a transaction, as a stopped process does. */
async function hang(): Promise<void> {
  await store.transact(() => {
    say('hanging');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
  });
}

const acts: Record<string, () => Promise<void>> = {
  count: () => count(Number(argument)),
  write: () => write(argument),
  work,
  lease: () => lease(argument),
  hang,
};
await acts[act ?? '']?.();
await store.close();
