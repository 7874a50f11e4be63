import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Store, StoreUnavailable } from '../../src/bot/store.js';
import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.js';
import { type KeptLease, keepLease } from '../../src/store/keep-lease.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const SPAN_MS = 150;
let store: Store;
let remove: () => Promise<void>;
let kept: KeptLease[];
beforeEach(async () => {
  const { folder, remove: removeFolder } = await temporaryFolder();
  remove = removeFolder;
  store = await openEmbeddedStore({ folder });
  kept = [];
});
afterEach(async () => {
  for (const lease of kept) await lease.stop();
  await store.close();
  await remove();
});

function keep(holder: string, on: Pick<Store, 'lease' | 'release'> = store) {
  const told: boolean[] = [];
  const lease = keepLease(on, 'wechat', holder, SPAN_MS, (held) => told.push(held));
  kept.push(lease);
  return { lease, told };
}
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('one holder keeps it as long as it renews; the other takes over when it stops', async () => {
  const first = keep('a');
  await expect.poll(() => first.told).toEqual([true]);
  const second = keep('b');
  await sleep(3 * SPAN_MS);
  expect([first.lease.held(), second.lease.held()]).toEqual([true, false]);
  await first.lease.stop();
  expect(first.told).toEqual([true, false]);
  await expect.poll(() => second.told, { timeout: SPAN_MS }).toEqual([true]);
});

test('a holder that can’t reach the store believes in the lease no longer than the store does', async () => {
  let away = false;
  const flaky = {
    lease: async (...request: Parameters<Store['lease']>) => {
      if (away) throw new StoreUnavailable('away');
      return store.lease(...request);
    },
    release: store.release.bind(store),
  };
  const first = keep('a', flaky);
  await expect.poll(() => first.told).toEqual([true]);
  const second = keep('b');
  away = true;
  await sleep(SPAN_MS / 4);
  expect(first.lease.held()).toBe(true);
  while (!second.lease.held()) await sleep(1);
  expect(first.lease.held()).toBe(false);
  await expect.poll(() => first.told).toEqual([true, false]);
  away = false;
  await second.lease.stop();
  await expect.poll(() => first.told).toEqual([true, false, true]);
});
