import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLiveProgramme, type LiveProgramme } from '../../src/bot/live-programme.js';
import type { Store } from '../../src/bot/store.js';
import type { Change } from '../../src/programme/change.js';
import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.js';
import { create, nanjing, set } from '../digest/changes.js';
import { shipped, shippedEngine } from '../support/query-core.js';
import { temporaryFolder } from '../support/temporary-folder.js';

let store: Store;
let live: LiveProgramme;
let remove: () => Promise<void>;
beforeEach(async () => {
  const state = await temporaryFolder();
  remove = state.remove;
  store = await openEmbeddedStore({ folder: state.folder });
  live = createLiveProgramme(shipped, shippedEngine, () => store.view());
});
afterEach(async () => {
  await store.close();
  await remove();
});

const commit = (...changes: Change[]) =>
  store.transact((tx) => {
    for (const change of changes) {
      tx.nextChangeNumber();
      tx.put('changes', change);
    }
  });
const restore = async (...changes: Change[]) => {
  const { collections, ...rest } = await store.dump();
  await store.load({ ...rest, collections: { ...collections, changes } });
};
const status = () => live.current().programme.pilots.get('wine-institute')?.status;
const asked = (text: string) => live.current().engine.ask(text, { today: '2021-03-11' });

it('is the shipped programme until somebody changes it, and then has every change', async () => {
  expect(status()).toBe('proposed');
  await commit(set(1, 'proposed', 'agreed'));
  expect(status()).toBe('agreed');
  await commit(create(2), set(3, 'agreed', 'running'));
  expect(status()).toBe('running');
  expect(asked('missions to Nanjing in 2021')).toMatchObject({ outcome: 'answer', items: [nanjing.id] });
  expect(live.current()).toBe(live.current());
});

it('follows a backup that was restored, though its changes have the numbers of those before', async () => {
  await commit(set(1, 'proposed', 'agreed'), create(2));
  expect(asked('missions to Nanjing in 2021')).toMatchObject({ items: [nanjing.id] });
  await restore(set(1, 'proposed', 'paused'), set(2, 'paused', 'running'), set(3, 'running', 'completed'));
  expect(status()).toBe('completed');
  expect(live.current().programme.missions.has(nanjing.id)).toBe(false);
  expect(asked('missions to Nanjing in 2021')).toMatchObject({ items: [] });
  await restore(set(1, 'proposed', 'cancelled'));
  expect(status()).toBe('cancelled');
  await restore();
  expect(status()).toBe('proposed');
});

it('tells what a later list of changes makes of the programme, and stays where it is itself', async () => {
  await commit(set(1, 'proposed', 'agreed'));
  const { programme } = live.current();
  const statusAfter = (...changes: Change[]) => live.after(changes).pilots.get('wine-institute')?.status;
  const known = store.view().all('changes');
  expect(live.after(known)).toBe(programme);
  expect(live.after([...known])).toBe(programme);
  expect(statusAfter(...known, set(2, 'agreed', 'running'))).toBe('running');
  expect(statusAfter(set(1, 'proposed', 'paused'))).toBe('paused');
  expect(statusAfter()).toBe('proposed');
  expect(live.current().programme).toBe(programme);
});
