import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from '../../src/bot/store.js';
import { createProgramme } from '../../src/programme/snapshot.js';
import { readBackup, writeBackup } from '../../src/store/backup.js';
import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.js';
import { delivery, person } from '../contract/store-rows.js';
import { generatedDataset } from '../support/generated-programme.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const programme = createProgramme(generatedDataset({ missions: 3 }));
let folder: string;
let file: string;
let remove: () => Promise<void>;
let store: Store;
beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
  file = join(folder, 'backup.json');
  store = await openEmbeddedStore({ folder: join(folder, 'state') });
  await store.transact((tx) => {
    tx.put('people', person('wechat:default:wxid_li', '李伟'));
    tx.enqueue(delivery('a'));
  });
});
afterEach(async () => {
  await store.close();
  await remove();
});

test('a backup brings everything back, and says of waiting deliveries that they may have gone out since', async () => {
  const dump = await store.dump();
  await writeBackup(dump, file);
  expect(((await stat(file)).mode & 0o777).toString(8)).toBe('600');
  await store.transact((tx) => tx.remove('people', 'wechat:default:wxid_li'));
  await store.load(await readBackup(file, programme));
  expect(await store.dump()).toEqual({
    ...dump,
    outbox: dump.outbox.map((row) => ({ ...row, uncertain: true })),
  });
});

test('a backup replaces an older one whole, and one that fails leaves nothing behind', async () => {
  await writeFile(file, 'older');
  await writeBackup(await store.dump(), file);
  expect((await readBackup(file, programme)).collections.people).toHaveLength(1);
  const nowhere = join(folder, 'no', 'such', 'folder.json');
  await expect(writeBackup(await store.dump(), nowhere)).rejects.toMatchObject({
    name: 'BackupRefused',
    deed: 'write',
    place: nowhere,
    code: 'ENOENT',
  });
  await expect(writeBackup(await store.dump(), join(folder, 'state'))).rejects.toThrow();
  expect((await readdir(folder)).sort()).toEqual(['backup.json', 'state']);
});

test('an unsound backup is refused with all its faults', async () => {
  await writeBackup(await store.dump(), file);
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('delegate', 'king').replace('"lane":"announcement"', '"lane":"fast"'));
  await expect(readBackup(file, programme)).rejects.toMatchObject({
    name: 'StateUnsound',
    what: 'backup',
    faults: [
      { path: 'collections.people[0].role', key: 'not-allowed' },
      { path: 'outbox[0].lane', key: 'not-allowed' },
    ],
  });
  await expect(readBackup(join(folder, 'none.json'), programme)).rejects.toMatchObject({
    name: 'BackupRefused',
    deed: 'read',
    code: 'ENOENT',
  });
});

test('a backup that lost a collection, or whose changes do not fit the programme, is refused', async () => {
  const { people: _, ...rest } = (await store.dump()).collections;
  const lost = { ...(await store.dump()), lastChange: 1, collections: rest };
  await writeFile(file, JSON.stringify(lost));
  await expect(readBackup(file, programme)).rejects.toMatchObject({
    faults: [
      { path: 'collections.people', key: 'missing' },
      { path: 'collections.changes', key: 'missing-change', values: { number: 1 } },
    ],
  });
});
