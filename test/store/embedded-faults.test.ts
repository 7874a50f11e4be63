import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Store, StoreUnavailable } from '../../src/bot/store.js';
import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.js';
import { readCommitted } from '../../src/store/embedded/read-committed.js';
import { person } from '../contract/store-rows.js';
import { type Fault, FaultyFiles, steps } from '../support/faulty-files.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const PROBE_MS = 20;
let folder: string;
let remove: () => Promise<void>;
let files: FaultyFiles;
let store: Store;

beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
  files = new FaultyFiles();
  store = await openEmbeddedStore({ folder, files, probeMs: PROBE_MS });
});
afterEach(async () => {
  await store.close();
  await remove();
});

const put = (id: string) => store.transact((tx) => tx.put('people', person(`slack:T1:${id}`)));
const inMemory = () =>
  store
    .view()
    .all('people')
    .map(({ id }) => id);
const onDisk = async () => (await readCommitted(folder))?.reader.all('people').map(({ id }) => id) ?? [];

test('an update is acknowledged after the file, its name and the folder are on the disk', async () => {
  const acknowledgements: string[][] = [];
  await put('U1').then(() => acknowledgements.push([...files.done]));
  expect(acknowledgements).toEqual([[...steps]]);
});

test('callers of the same moment share one write, and those who come meanwhile the next', async () => {
  const first = [put('U1'), put('U2'), put('U3')];
  await Promise.resolve();
  await Promise.resolve();
  const second = [put('U4'), put('U5')];
  await Promise.all([...first, ...second]);
  expect(files.done.filter((step) => step === 'sync file')).toHaveLength(2);
  expect(await onDisk()).toHaveLength(5);
});

test('what alters nothing writes nothing', async () => {
  await store.transact((tx) => tx.all('people').length + Number(tx.remove('people', 'slack:T1:U9')));
  await store.claim({ worker: 'w1', now: new Date(), limit: 10, leaseMs: 1000 });
  expect(files.done).toEqual([]);
});

const afterRename = steps.slice(steps.indexOf('open folder'));
const faults: Fault[] = [
  ...steps.flatMap((step) => ['ENOSPC', 'EIO'].map((code) => ({ step, code }))),
  { step: 'write file', shortBy: 1 },
  { step: 'write file', shortBy: 100 },
];

describe.each(faults)('a disk that fails at $step ($code$shortBy)', (fault) => {
  beforeEach(async () => {
    await put('U1');
    files.fault = fault;
  });

  test('keeps the old data, acknowledges nothing, refuses updates, answers on, and mends itself', async () => {
    const refused = await Promise.allSettled([
      put('U2'),
      store.transact((tx) => tx.all('people').length),
      put('U3'),
    ]);
    for (const outcome of refused) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailable) });
    }
    expect(inMemory()).toEqual(['slack:T1:U1']);
    // Once it has its name the new content may be there or not; the next write puts that right.
    if (!afterRename.includes(fault.step as never)) expect(await onDisk()).toEqual(['slack:T1:U1']);
    expect(store.health()).toMatchObject({
      state: 'down',
      reason: expect.stringContaining('updates are refused'),
    });
    await expect(put('U4')).rejects.toThrow(StoreUnavailable);

    files.fault = undefined;
    await expect.poll(() => store.health(), { interval: 5 }).toEqual({ state: 'up' });
    expect(await onDisk()).toEqual(['slack:T1:U1']);
    await put('U5');
    expect(inMemory()).toEqual(['slack:T1:U1', 'slack:T1:U5']);
    expect(await onDisk()).toEqual(inMemory());
  });

  test('is left alone by updates until the probe has written again', async () => {
    await put('U2').catch(() => undefined);
    const tried = files.tried;
    const outcomes = await Promise.allSettled(Array.from({ length: 50 }, (_, index) => put(`V${index}`)));
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    expect(files.tried - tried).toBeLessThan(steps.length);
  });

  test('is closed without hanging, and opened again with what was acknowledged', async () => {
    await put('U2').catch(() => undefined);
    files.fault = undefined;
    await expect.poll(() => store.health().state, { interval: 5 }).toBe('up');
    await store.close();
    store = await openEmbeddedStore({ folder, files });
    expect(inMemory()).toEqual(['slack:T1:U1']);
  });
});

test('nobody hears of what they saw in a write that failed, not even as their own error', async () => {
  files.fault = { step: 'sync file', code: 'EIO' };
  const first = put('U1');
  const second = store.transact((tx) => {
    if (tx.get('people', 'slack:T1:U1') !== undefined) throw new Error('is there already');
  });
  await expect(first).rejects.toThrow(StoreUnavailable);
  await expect(second).rejects.toThrow(StoreUnavailable);
});

test('the reason names the fault in words and holds no path', async () => {
  files.fault = { step: 'sync file', code: 'ENOSPC' };
  await expect(put('U1')).rejects.toThrow(
    'The state can’t be written: no room is left on its disk (ENOSPC).',
  );
  expect(store.health().reason).not.toContain(folder);
});

/** A file system that is really full: a small tmpfs for root, else the same calls with their error injected. */
async function withFullDisk(
  run: (disk: { folder: string; fill(): Promise<void>; free(): Promise<void> }) => Promise<void>,
) {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=192k', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return run({
      folder,
      fill: async () => {
        files.fault = { step: 'write file', code: 'ENOSPC' };
      },
      free: async () => {
        files.fault = undefined;
      },
    });
  }
  const ballast = join(folder, 'ballast');
  try {
    await run({
      folder,
      fill: () => writeFile(ballast, Buffer.alloc(1_000_000)).catch(() => undefined),
      free: () => writeFile(ballast, ''),
    });
  } finally {
    await store.close();
    execFileSync('umount', [folder]);
  }
}

test('a full disk: updates are refused, answers go on, and it mends itself when there is room', async () => {
  await store.close();
  await withFullDisk(async ({ fill, free }) => {
    store = await openEmbeddedStore({ folder, files, probeMs: PROBE_MS });
    await put('U1');
    const before = await readFile(join(folder, 'state.json'), 'utf8');
    await fill();
    await expect(put('U2')).rejects.toThrow('no room is left on its disk');
    expect(inMemory()).toEqual(['slack:T1:U1']);
    expect(await readFile(join(folder, 'state.json'), 'utf8')).toBe(before);
    await store.close();
    store = await openEmbeddedStore({ folder, files, probeMs: PROBE_MS });
    await expect(put('U2')).rejects.toThrow(StoreUnavailable);
    await free();
    await expect.poll(() => store.health(), { interval: 5 }).toEqual({ state: 'up' });
    await put('U3');
    expect(await onDisk()).toEqual(['slack:T1:U1', 'slack:T1:U3']);
  });
});
