import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from '../../src/bot/store.js';
import { readBackup, writeBackup } from '../../src/store/backup.js';
import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.js';
import { delivery, person } from '../contract/store-rows.js';
import { temporaryFolder } from '../support/temporary-folder.js';

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
  await store.load(await readBackup(file));
  expect(await store.dump()).toEqual({
    ...dump,
    outbox: dump.outbox.map((row) => ({ ...row, uncertain: true })),
  });
});

test('a backup replaces an older one whole, and one that fails leaves nothing behind', async () => {
  await writeFile(file, 'older');
  await writeBackup(await store.dump(), file);
  expect((await readBackup(file)).collections.people).toHaveLength(1);
  await expect(writeBackup(await store.dump(), join(folder, 'no', 'such', 'folder.json'))).rejects.toThrow(
    'ENOENT',
  );
  await expect(writeBackup(await store.dump(), join(folder, 'state'))).rejects.toThrow();
  expect((await readdir(folder)).sort()).toEqual(['backup.json', 'state']);
});

test('an unsound backup is refused with all its faults', async () => {
  await writeBackup(await store.dump(), file);
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('delegate', 'king').replace('"lane":"announcement"', '"lane":"fast"'));
  await expect(readBackup(file)).rejects.toMatchObject({
    name: 'StateUnsound',
    message: expect.stringMatching(/collections\.people\.0\.role[\s\S]*outbox\.0\.lane/),
  });
  await expect(readBackup(join(folder, 'none.json'))).rejects.toThrow('ENOENT');
});
