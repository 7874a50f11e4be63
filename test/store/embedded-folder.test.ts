import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FaultKey } from '../../src/programme/fault.js';
import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.js';
import { inspectState } from '../../src/store/embedded/inspect-state.js';
import { readCommitted } from '../../src/store/embedded/read-committed.js';
import { replaceState } from '../../src/store/embedded/replace-state.js';
import { emptyState, snapshotOf } from '../../src/store/state.js';
import { delivery, person } from '../contract/store-rows.js';
import { FaultyFiles } from '../support/faulty-files.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { buildModules } from '../support/writer-build.mjs';

let parent: string;
let folder: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ folder: parent, remove } = await temporaryFolder());
  folder = join(parent, 'deep', 'state');
});
afterEach(() => remove());

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

async function withState(): Promise<void> {
  const store = await openEmbeddedStore({ folder });
  await store.transact((tx) => {
    tx.put('people', person('slack:T1:U1'));
    tx.enqueue(delivery('a'));
  });
  await store.close();
}

describe('the folder', () => {
  test('is made for its owner only, and so are its files', async () => {
    await withState();
    expect(await modeOf(folder)).toBe('700');
    expect((await readdir(folder)).sort()).toEqual(['lock', 'state.json']);
    for (const name of await readdir(folder)) expect(await modeOf(join(folder, name))).toBe('600');
  });

  test('is closed to others when it was there, unless it holds strangers’ files', async () => {
    await mkdir(folder, { recursive: true, mode: 0o755 });
    await withState();
    expect(await modeOf(folder)).toBe('700');
    folder = join(parent, 'shared');
    await mkdir(folder, { mode: 0o755 });
    await writeFile(join(folder, 'holiday.txt'), '');
    await withState();
    expect(await modeOf(folder)).toBe('755');
  });

  test('that is a file is refused', async () => {
    folder = join(parent, 'file');
    await writeFile(folder, '');
    await expect(openEmbeddedStore({ folder })).rejects.toMatchObject({ name: 'StoreUnavailable' });
  });

  test.each(['/proc/nope', '/proc/nope/deep', '/dev/null/state'])('%s is refused at once', async (place) => {
    const fault = { name: 'StoreUnavailable', code: expect.stringMatching(/^(ENOENT|ENOTDIR)$/) };
    await expect(openEmbeddedStore({ folder: place })).rejects.toMatchObject({ ...fault, place });
    expect((await inspectState(place)).problems).toMatchObject([fault]);
  });
});

describe('the lock', () => {
  test('keeps a second store out and names who has it', async () => {
    const store = await openEmbeddedStore({ folder });
    await expect(openEmbeddedStore({ folder })).rejects.toMatchObject({
      name: 'StateInUse',
      folder,
      pid: String(process.pid),
    });
    await store.close();
    await (await openEmbeddedStore({ folder })).close();
  });

  test('is free as soon as the process that holds it is killed', async () => {
    const writers = await buildModules('test/support/writer-lock');
    const child = spawn(process.execPath, [writers.path('test/support/writer-lock'), folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      await once(child.stdout, 'data');
      await expect(openEmbeddedStore({ folder })).rejects.toMatchObject({ name: 'StateInUse' });
      child.kill('SIGKILL');
      await once(child, 'exit');
      await (await openEmbeddedStore({ folder })).close();
    } finally {
      child.kill('SIGKILL');
      writers.remove();
    }
  });
});

describe('a state file that is not sound', () => {
  const spoilt: [string, (text: string) => string, { path: string; key: FaultKey }][] = [
    ['is cut off', (text) => text.slice(0, -20), { path: '', key: 'not-json' }],
    ['is empty', () => '', { path: '', key: 'not-json' }],
    ['is something else', () => '{"name":"package"}', { path: '', key: 'not-a-state' }],
    [
      'comes from a newer version',
      (text) => text.replace('"version":2', '"version":99'),
      { path: '', key: 'newer-version' },
    ],
    ['has no version', (text) => text.replace('"version":2,', ''), { path: 'version', key: 'missing' }],
    [
      'has a row that its schema refuses',
      (text) => text.replace('delegate', 'king'),
      { path: 'collections.people[0].role', key: 'not-allowed' },
    ],
    [
      'has a delivery beyond its count',
      (text) => text.replace('"lastDelivery":1', '"lastDelivery":0'),
      { path: 'lastDelivery', key: 'count-too-small' },
    ],
    [
      'has a collection that nobody knows',
      (text) => text.replace('"people":', '"peple":'),
      { path: 'collections.peple', key: 'unknown-field' },
    ],
  ];
  test.each(spoilt)('because it %s is refused and left as it is', async (_, spoil, fault) => {
    await withState();
    const file = join(folder, 'state.json');
    const content = spoil(await readFile(file, 'utf8'));
    await writeFile(file, content);
    for (const attempt of [() => openEmbeddedStore({ folder }), () => readCommitted(folder)]) {
      await expect(attempt()).rejects.toMatchObject({
        name: 'StateUnsound',
        what: 'state',
        place: file,
        faults: [fault],
      });
    }
    expect(await readFile(file, 'utf8')).toBe(content);
    expect((await inspectState(folder)).problems).toMatchObject([{ name: 'StateUnsound', faults: [fault] }]);
    const backup = snapshotOf({ ...emptyState, lastChange: 7 });
    const aside = await replaceState(folder, backup, new Date());
    expect(await readFile(aside ?? '', 'utf8')).toBe(content);
    expect((await readCommitted(folder))?.dump()).toEqual(backup);
  });
});

describe('a state that is replaced', () => {
  test('leaves nothing aside when it was sound, and is refused beside a running bot', async () => {
    await withState();
    expect(await replaceState(folder, snapshotOf(emptyState), new Date())).toBeUndefined();
    expect((await readdir(folder)).sort()).toEqual(['lock', 'state.json']);
    const store = await openEmbeddedStore({ folder });
    await expect(replaceState(folder, snapshotOf(emptyState), new Date())).rejects.toMatchObject({
      name: 'StateInUse',
    });
    await store.close();
  });

  test('stays as it is when the new one can’t be written', async () => {
    await withState();
    const file = join(folder, 'state.json');
    await writeFile(file, 'damaged');
    const files = new FaultyFiles();
    files.fault = { step: 'write file', code: 'ENOSPC' };
    await expect(replaceState(folder, snapshotOf(emptyState), new Date(), files)).rejects.toMatchObject({
      name: 'StoreUnavailable',
      deed: 'write',
      code: 'ENOSPC',
    });
    expect(await readFile(file, 'utf8')).toBe('damaged');
    expect((await readdir(folder)).sort()).toEqual(['lock', 'state.json']);
  });
});

describe('other commands beside a running bot', () => {
  test('read nothing where there is no state, and leave no trace', async () => {
    expect(await readCommitted(folder)).toBeUndefined();
    expect(await inspectState(folder)).toEqual({ bytes: 0, committed: undefined, problems: [] });
    expect(await readdir(parent)).toEqual([]);
  });

  test('read what was committed last', async () => {
    const store = await openEmbeddedStore({ folder });
    await store.transact((tx) => {
      tx.put('people', person('slack:T1:U1'));
      tx.enqueue(delivery('a'));
    });
    const committed = await readCommitted(folder);
    expect(committed?.reader.all('people')).toEqual([person('slack:T1:U1')]);
    expect(committed?.deliveries).toMatchObject([{ key: 'a', state: 'waiting' }]);
    expect(committed?.dump()).toEqual(await store.dump());
    await store.close();
  });

  test('see what is wrong with the folder', async () => {
    await withState();
    const { bytes, committed, problems } = await inspectState(folder);
    expect(bytes).toBe((await stat(join(folder, 'state.json'))).size);
    expect(committed?.reader.all('people')).toHaveLength(1);
    expect(problems).toEqual([]);
    expect((await readdir(folder)).sort()).toEqual(['lock', 'state.json']);
    folder = join(parent, 'open');
    await mkdir(folder, { mode: 0o755 });
    expect((await inspectState(folder)).problems).toMatchObject([{ name: 'StateFolderOpen', folder }]);
  });
});
