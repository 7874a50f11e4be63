import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Store, StoreUnavailable } from '../../src/bot/store.js';
import { openPostgresStore } from '../../src/store/postgres/postgres-store.js';
import { AT, delivery, event, person } from '../contract/store-rows.js';
import { type PostgresServer, startPostgres } from '../support/postgres.js';
import { type BreakableLink, proxyTo } from '../support/postgres-proxy.js';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

let url: string;
let proxy: BreakableLink;
/** Reaches the database through a connection that the test can break. */
let store: Store;
/** Another process's store, whose connection is sound. */
let other: Store;
beforeEach(async () => {
  url = await server.makePlace();
  proxy = await proxyTo(url);
  store = await openPostgresStore({ url: proxy.url });
  other = await openPostgresStore({ url });
});
afterEach(async () => {
  await Promise.all([store.close(), other.close()]);
  await proxy.close();
});

const put = (on: Store, id: string) => on.transact((tx) => tx.put('people', person(`slack:T1:${id}`)));
const ids = (on: Store) =>
  on
    .view()
    .all('people')
    .map(({ id }) => id.replace('slack:T1:', ''));
const sql = async (statement: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
};

describe('what one process commits', () => {
  test('all others know within a second, and their listeners are told', async () => {
    const told: number[] = [];
    store.subscribe(() => told.push(ids(store).length));
    await put(other, 'U1');
    await expect.poll(() => told.at(-1), { timeout: 1_000, interval: 5 }).toBe(1);
    await other.transact((tx) => {
      tx.remove('people', 'slack:T1:U1');
      tx.put('people', person('slack:T1:U2'));
    });
    await expect.poll(() => ids(store), { timeout: 1_000, interval: 5 }).toEqual(['U2']);
    await other.transact((tx) => tx.enqueue(delivery('a')));
    await expect.poll(() => told.length, { timeout: 1_000, interval: 5 }).toBe(3);
  });

  test('all others know at once, not at their next look', async () => {
    for (let number = 0; number < 8; number += 1) {
      await put(other, `U${number}`);
      await expect.poll(() => ids(store).length, { timeout: 300, interval: 5 }).toBe(number + 1);
    }
  });

  test('all others know within a second or so when their listening connection has just broken', async () => {
    await sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'`);
    await put(other, 'U1');
    await expect.poll(() => ids(store), { timeout: 1_500, interval: 5 }).toEqual(['U1']);
  });

  test('a transaction of another process sees, even before it was told', async () => {
    await put(other, 'U1');
    const seen = await store.transact((tx) => tx.all('people').length);
    expect(seen).toBe(1);
  });

  test('stands in the same order for all, also when rows were removed and put again', async () => {
    await put(other, 'U1');
    await put(store, 'U2');
    await other.transact((tx) => {
      tx.remove('people', 'slack:T1:U1');
      tx.put('people', person('slack:T1:U3'));
      tx.put('people', person('slack:T1:U1'));
    });
    for (const each of [store, other]) await expect.poll(() => ids(each)).toEqual(['U2', 'U3', 'U1']);
  });

  test('replaces everything for all when a backup was loaded', async () => {
    await put(other, 'U1');
    const dump = await other.dump();
    await put(other, 'U2');
    await expect.poll(() => ids(store)).toEqual(['U1', 'U2']);
    const [before] = store.view().all('people');
    await other.load(dump);
    await expect.poll(() => ids(store)).toEqual(['U1']);
    // Another history may have rows of these ids: who goes by a row as it was must see that it is not.
    expect(store.view().all('people')[0]).not.toBe(before);
    await put(store, 'U3');
    expect(ids(store)).toEqual(['U1', 'U3']);
  });

  test('of one event, twenty times in two processes at the same time, applies once', async () => {
    const apply = (on: Store) =>
      on.transact((tx) => {
        if (tx.get('events', 'Ev1') !== undefined) return 0;
        tx.put('events', event('Ev1'));
        return 1;
      });
    const applied = await Promise.all(
      Array.from({ length: 20 }, (_, index) => apply(index % 2 ? store : other)),
    );
    expect(applied.reduce<number>((sum, one) => sum + one, 0)).toBe(1);
  });

  test('is claimed by one of them', async () => {
    await other.transact((tx) => {
      for (const room of [1, 2, 3, 4, 5, 6]) {
        tx.enqueue(delivery(`a${room}`, { to: `slack:T1:C${room}` }));
        tx.enqueue(delivery(`b${room}`, { to: `slack:T1:C${room}` }));
      }
    });
    const claims = await Promise.all(
      [store, other, store, other].map((one, index) =>
        one.claim({ worker: `w${index}`, now: new Date(), limit: 4, leaseMs: 60_000 }),
      ),
    );
    const keys = claims.flat().map(({ key }) => key);
    expect(keys.sort()).toEqual(['a1', 'a2', 'a3', 'a4', 'a5', 'a6']);
  });

  test('is claimed once for a conversation, also when the processes’ clocks differ', async () => {
    const early = new Date(Date.parse(AT) + 1_000);
    const late = new Date(Date.parse(AT) + 60_000);
    const rooms = Array.from({ length: 200 }, (_, room) => `slack:T1:C${room}`);
    await other.transact((tx) => {
      for (const to of rooms) {
        tx.enqueue(delivery(`reply ${to}`, { to, lane: 'reply', notBefore: late.toISOString() }));
        tx.enqueue(delivery(`digest ${to}`, { to, lane: 'digest' }));
      }
    });
    const claims = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        (index % 2 ? store : other).claim({
          worker: `w${index}`,
          now: index % 4 < 2 ? early : late,
          limit: 5,
          leaseMs: 600_000,
        }),
      ),
    );
    const claimed = claims.flat().map(({ conversation }) => conversation);
    expect(new Set(claimed).size).toBe(claimed.length);
    expect(claimed).toHaveLength(200);
  });

  test('leases are the same for all', async () => {
    expect(await store.lease('wechat', 'a', 60_000)).toBe(true);
    expect(await other.lease('wechat', 'b', 60_000)).toBe(false);
    await store.release('wechat', 'a');
    expect(await other.lease('wechat', 'b', 60_000)).toBe(true);
  });
});

describe('a lost connection', () => {
  test('leaves answers from memory, refuses updates, says how old it is, and mends itself', async () => {
    await put(store, 'U1');
    await proxy.cut();
    await expect(put(store, 'U2')).rejects.toThrow(StoreUnavailable);
    await put(other, 'U3');
    await expect(store.claim({ worker: 'w1', now: new Date(), limit: 1, leaseMs: 1000 })).rejects.toThrow(
      StoreUnavailable,
    );
    await expect(store.deliveries()).rejects.toThrow(StoreUnavailable);
    await expect(store.lease('planner', 'a', 1000)).rejects.toThrow(StoreUnavailable);
    expect(ids(store)).toEqual(['U1']);
    expect(store.health()).toMatchObject({ state: 'down', reason: expect.stringMatching(/known \d+ s ago/) });
    const begun = performance.now();
    await expect(put(store, 'U2')).rejects.toThrow(StoreUnavailable);
    expect(performance.now() - begun).toBeLessThan(100);

    await proxy.mend();
    await expect.poll(() => store.health(), { timeout: 5_000 }).toMatchObject({ state: 'up', reconnects: 1 });
    expect(ids(store)).toEqual(['U1', 'U3']);
    await put(store, 'U4');
    expect(ids(store)).toEqual(['U1', 'U3', 'U4']);
    await put(other, 'U5');
    await expect.poll(() => ids(store), { timeout: 1_000, interval: 5 }).toContain('U5');
  });

  test('counts from the moment on at which the store is open', async () => {
    await store.close();
    store = await openPostgresStore({ url: proxy.url });
    await proxy.cut();
    await proxy.mend();
    await expect.poll(() => store.health(), { timeout: 5_000 }).toMatchObject({ state: 'up', reconnects: 1 });
  });

  test('is noticed without anybody writing', async () => {
    await proxy.cut();
    await expect.poll(() => store.health().state, { timeout: 3_000 }).toBe('down');
  });

  test('before a commit leaves nothing, and its caller is told so', async () => {
    proxy.breakAtCommit('before');
    await expect(put(store, 'U1')).rejects.toThrow(StoreUnavailable);
    await expect.poll(() => store.health().state, { timeout: 5_000 }).toBe('up');
    expect([ids(store), ids(other)]).toEqual([[], []]);
  });

  test('after a commit, before its answer, is found out: the update was kept, and its caller is told so', async () => {
    proxy.breakAtCommit('after');
    await put(store, 'U1');
    await expect.poll(() => [ids(store), ids(other)]).toEqual([['U1'], ['U1']]);
  });

  test('during a commit, for good, is told as what it is', async () => {
    await store.close();
    store = await openPostgresStore({ url: proxy.url, outcomeMs: 300 });
    proxy.breakAtCommit('before');
    const attempt = put(store, 'U1');
    const cutting = new Promise((resolve) => setTimeout(resolve, 0)).then(() => proxy.cut());
    await expect(attempt).rejects.toThrow(StoreUnavailable);
    await cutting;
  });
});

describe('a database that refuses', () => {
  test('a row that it can’t hold costs only its own transaction', async () => {
    const spoilt = delivery('k', { to: 'slack:T1:C\u0000' });
    const outcomes = await Promise.allSettled([
      put(store, 'U1'),
      store.transact((tx) => {
        tx.put('people', person('slack:T1:U2'));
        tx.enqueue(spoilt);
      }),
      put(store, 'U3'),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(ids(store)).toEqual(['U1', 'U3']);
    expect(store.health()).toMatchObject({ state: 'up' });
  });

  test('can’t be opened: the reason is told without the password', async () => {
    const wrong = new URL(url);
    wrong.password = 'hunter2';
    const attempt = openPostgresStore({ url: wrong.href });
    await expect(attempt).rejects.toThrow(StoreUnavailable);
    await expect(attempt).rejects.not.toThrow('hunter2');
    await expect(openPostgresStore({ url: 'postgres://127.0.0.1:1/none' })).rejects.toThrow(
      'can’t be reached (ECONNREFUSED)',
    );
  });

  test('that is newer than this build is left alone', async () => {
    await sql('UPDATE state_version SET version = 99');
    await expect(openPostgresStore({ url })).rejects.toMatchObject({ name: 'StateUnsound' });
  });

  test('that holds a newer version’s rows goes on answering with what was known', async () => {
    await put(store, 'U1');
    await sql(
      `INSERT INTO state_rows VALUES ('people', 'x', '{"id":"x","wings":2}', 99, 99); UPDATE state_head SET revision = 99`,
    );
    await expect
      .poll(() => store.health(), { timeout: 3_000 })
      .toMatchObject({
        state: 'down',
        reason: expect.stringContaining('in a form that this build doesn’t know'),
      });
    expect(ids(store)).toEqual(['U1']);
  });
});

test('processes that open an empty database at the same time all find their tables', async () => {
  const empty = await server.makePlace();
  const stores = await Promise.all(Array.from({ length: 5 }, () => openPostgresStore({ url: empty })));
  await Promise.all(stores.map((one, index) => put(one, `U${index}`)));
  for (const one of stores) await expect.poll(() => ids(one)).toHaveLength(5);
  await Promise.all(stores.map((one) => one.close()));
});
