import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../src/bot/store.js';
import { outboxContract } from './store-outbox.js';
import { announcement, delivery, NOW, person } from './store-rows.js';
import { transactionContract } from './store-transactions.js';

export interface OpenOptions {
  now?: () => Date;
  pruneMs?: number;
}

/** One place where an engine keeps its state. */
export interface Place {
  /** Opens the state that is there. The suite closes what it opens. */
  open(options?: OpenOptions): Promise<Store>;
  destroy(): Promise<void>;
}

/** What every engine of the Store port must do. */
export function storeContract(engine: string, makePlace: () => Promise<Place>): void {
  describe(`${engine}: the store's contract`, () => {
    let place: Place;
    let store: Store;
    beforeEach(async () => {
      place = await makePlace();
      store = await place.open();
    });
    afterEach(async () => {
      await store.close();
      await place.destroy();
    });

    const reopen = async () => {
      await store.close();
      store = await place.open();
    };
    const put = (...ids: string[]) =>
      store.transact((tx) => {
        for (const id of ids) tx.put('people', person(id));
      });
    const ids = () =>
      store
        .view()
        .all('people')
        .map(({ id }) => id);

    transactionContract(() => store, reopen);

    describe('the view', () => {
      test('is frozen, and not what the caller put', async () => {
        const row = person('slack:T1:U1', 'Anna');
        await store.transact((tx) => tx.put('people', row));
        row.name = 'Eve';
        row.identities.push(row.id);
        const seen = store.view().get('people', 'slack:T1:U1');
        expect(seen).toEqual(person('slack:T1:U1', 'Anna'));
        expect(() => seen?.identities.push(row.id)).toThrow(TypeError);
        expect(() => (store.view().all('people') as unknown[]).push(row)).toThrow(TypeError);
      });

      test('stays that of its moment', async () => {
        await put('slack:T1:U1');
        const before = store.view();
        await put('slack:T1:U2');
        expect(before.all('people')).toHaveLength(1);
        expect(before.get('people', 'slack:T1:U2')).toBeUndefined();
        expect(store.view().all('people')).toHaveLength(2);
      });

      test('shows a row as the very same until it is written again', async () => {
        await put('slack:T1:U1', 'slack:T1:U2');
        const [first, second] = store.view().all('people');
        await put('slack:T1:U2', 'slack:T1:U3');
        expect(store.view().all('people')[0]).toBe(first);
        expect(store.view().all('people')[1]).not.toBe(second);
      });

      test('tells those who subscribed of each commit, until they stop', async () => {
        const seen: number[] = [];
        const stop = store.subscribe(() => seen.push(ids().length));
        await put('slack:T1:U1');
        await put('slack:T1:U2');
        await expect.poll(() => seen.at(-1)).toBe(2);
        stop();
        const before = seen.length;
        await put('slack:T1:U3');
        expect(seen).toHaveLength(before);
      });
    });

    outboxContract(() => store, reopen);

    describe('leases', () => {
      test('have one holder, who may renew, until they end or are given back', async () => {
        expect(await store.lease('planner', 'a', 60_000)).toBe(true);
        expect(await store.lease('planner', 'b', 60_000)).toBe(false);
        expect(await store.lease('planner', 'a', 60_000)).toBe(true);
        expect(await store.lease('wechat', 'b', 60_000)).toBe(true);
        await store.release('planner', 'b');
        expect(await store.lease('planner', 'b', 60_000)).toBe(false);
        await store.release('planner', 'a');
        expect(await store.lease('planner', 'b', 50)).toBe(true);
        await expect.poll(() => store.lease('planner', 'c', 60_000), { interval: 20 }).toBe(true);
        expect(await store.lease('planner', 'b', 50)).toBe(false);
      });
    });

    describe('a dump', () => {
      const fill = () =>
        store.transact((tx) => {
          for (const id of ['slack:T1:U2', 'slack:T1:U1']) tx.put('people', person(id));
          tx.put('changes', announcement(tx.nextChangeNumber()));
          tx.put('installations', { id: 'slack:T1', data: { z: 1, a: ['\u0000'] } });
          for (const key of ['a', 'b', 'c']) tx.enqueue(delivery(key, { to: `slack:T1:C${key}` }));
        });

      test('loaded anywhere, is dumped the same', async () => {
        await fill();
        const [sent] = await store.claim({ worker: 'w1', now: NOW, limit: 1, leaseMs: 30_000 });
        await store.settle(sent?.id ?? '', sent?.fence ?? 0, { state: 'sent', at: NOW });
        await store.claim({ worker: 'w1', now: NOW, limit: 1, leaseMs: 30_000 });
        const dump = await store.dump();
        expect(dump.outbox).toMatchObject([
          { key: 'b', state: 'waiting', uncertain: true, attempts: 0 },
          { key: 'c', state: 'waiting', uncertain: false, attempts: 0 },
        ]);
        const other = await makePlace();
        const copy = await other.open();
        try {
          await copy.load(dump);
          expect(await copy.dump()).toEqual(dump);
          expect(
            copy
              .view()
              .all('people')
              .map(({ id }) => id),
          ).toEqual(['slack:T1:U2', 'slack:T1:U1']);
          await copy.transact((tx) => {
            for (const key of ['a', 'd']) tx.enqueue(delivery(key));
          });
          expect((await copy.deliveries()).map(({ key, id }) => `${key}${id}`)).toEqual(['b2', 'c3', 'd4']);
          expect(await copy.transact((tx) => tx.nextChangeNumber())).toBe(2);
        } finally {
          await copy.close();
          await other.destroy();
        }
      });

      test('replaces all that is there', async () => {
        const empty = await store.dump();
        await fill();
        await store.load(empty);
        expect(await store.dump()).toEqual(empty);
        expect(ids()).toEqual([]);
        await reopen();
        expect(await store.dump()).toEqual(empty);
        await fill();
        expect((await store.deliveries()).map(({ key, id }) => `${key}${id}`)).toEqual(['a1', 'b2', 'c3']);
      });
    });

    test('a closed store refuses to write', async () => {
      await store.close();
      await expect(put('slack:T1:U1')).rejects.toMatchObject({ name: 'StoreUnavailable' });
      store = await place.open();
    });
  });
}
