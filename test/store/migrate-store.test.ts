import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Snapshot } from '../../src/bot/snapshot.js';
import type { Store } from '../../src/bot/store.js';
import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.js';
import { migrateStore } from '../../src/store/migrate-store.js';
import { openPostgresStore } from '../../src/store/postgres/postgres-store.js';
import { announcement, delivery, event, person } from '../contract/store-rows.js';
import { type PostgresServer, startPostgres } from '../support/postgres.js';
import { temporaryFolder } from '../support/temporary-folder.js';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

let embedded: Store;
let postgres: Store;
let remove: () => Promise<void>;
beforeEach(async () => {
  const { folder, remove: removeFolder } = await temporaryFolder();
  remove = removeFolder;
  embedded = await openEmbeddedStore({ folder });
  postgres = await openPostgresStore({ url: await server.makePlace() });
});
afterEach(async () => {
  await Promise.all([embedded.close(), postgres.close()]);
  await remove();
});

async function fill(store: Store): Promise<void> {
  await store.transact((tx) => {
    tx.put('people', person('wechat:default:wxid_li', '李伟 👩‍🚀'));
    tx.put('people', person('slack:T1:U1', 'Anna'));
    tx.put('installations', { id: 'slack:T1', data: { z: '\u0000', a: [1.5, null] } });
    for (let number = 0; number < 500; number += 1) {
      tx.put('changes', announcement(tx.nextChangeNumber()));
      tx.put('events', event(`e${number}`));
      tx.enqueue(delivery(`k${number}`, { to: `slack:T1:C${number % 7}` }));
    }
    tx.remove('events', 'e3');
  });
  for (const { id, fence } of await store.claim({
    worker: 'w1',
    now: new Date(),
    limit: 3,
    leaseMs: 60_000,
  })) {
    await store.settle(id, fence, { state: 'sent', at: new Date() });
  }
  await store.claim({ worker: 'w1', now: new Date(), limit: 1, leaseMs: 60_000 });
}

test('the state goes into PostgreSQL and back, with equal counts and checksums', async () => {
  await fill(embedded);
  const original = await embedded.dump();
  const there = await migrateStore(embedded, postgres);
  expect(there.counts).toMatchObject({ people: 2, changes: 500, events: 499, deliveries: 497, keys: 500 });
  expect(postgres.view().all('changes')).toEqual(embedded.view().all('changes'));
  await embedded.load({
    ...original,
    lastChange: 0,
    lastDelivery: 0,
    collections: emptyCollections(original),
    outbox: [],
    keys: {},
  });
  const back = await migrateStore(postgres, embedded);
  expect(back).toEqual(there);
  expect({ ...(await embedded.dump()), keys: {} }).toEqual({ ...original, keys: {} });
  await embedded.transact((tx) => {
    tx.enqueue(delivery('k499'));
    tx.enqueue(delivery('k0'));
  });
  expect(await embedded.deliveries()).toHaveLength(497);
});

test('a target that holds anything is left as it is', async () => {
  await fill(embedded);
  await postgres.transact((tx) => tx.put('people', person('slack:T1:U9')));
  const before = await postgres.dump();
  await expect(migrateStore(embedded, postgres)).rejects.toMatchObject({ name: 'TargetNotEmpty' });
  expect(await postgres.dump()).toEqual(before);
});

test('a copy that differs is told', async () => {
  await fill(embedded);
  const forgetful = {
    dump: () => postgres.dump(),
    load: (snapshot: Snapshot) => {
      const people = snapshot.collections.people.map((row) => ({ ...row, name: `${row.name}?` }));
      return postgres.load({ ...snapshot, collections: { ...snapshot.collections, people } });
    },
  };
  await expect(migrateStore(embedded, forgetful)).rejects.toThrow('differs from the original');
});

function emptyCollections(dump: Snapshot) {
  const entries = Object.keys(dump.collections).map((name) => [name, []]);
  return Object.fromEntries(entries) as typeof dump.collections; // The same names.
}
