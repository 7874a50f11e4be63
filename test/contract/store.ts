import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConversationId } from '../../src/bot/identity.js';
import type { Store, Tx } from '../../src/bot/store.js';
import { AT, announcement, delivery, event, person } from './store-rows.js';

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

const later = (ms: number) => new Date(Date.parse(AT) + ms);
const NOW = later(60_000);

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

    describe('transactions', () => {
      test('begin with nothing', () => {
        expect(store.view().all('people')).toEqual([]);
        expect(store.view().get('people', 'slack:T1:U1')).toBeUndefined();
        expect(store.health()).toEqual({ state: 'up' });
      });

      test('give back their result, and what they wrote outlives a restart', async () => {
        const result = await store.transact((tx) => {
          tx.put('people', person('slack:T1:U1', '李伟'));
          return { number: tx.nextChangeNumber() };
        });
        expect(result).toEqual({ number: 1 });
        await reopen();
        expect(store.view().get('people', 'slack:T1:U1')).toEqual(person('slack:T1:U1', '李伟'));
      });

      test('see their own writes, and nobody else sees them before they are committed', async () => {
        await put('slack:T1:U1', 'slack:T1:U2');
        const seen = await store.transact((tx) => {
          tx.remove('people', 'slack:T1:U1');
          tx.put('people', person('slack:T1:U2', 'Anna'));
          tx.put('people', person('slack:T1:U3'));
          return {
            inside: tx.all('people').map(({ name }) => name),
            removed: tx.get('people', 'slack:T1:U1'),
            outside: ids(),
          };
        });
        expect(seen.inside).toEqual(['Anna', 'slack:T1:U3']);
        expect(seen.removed).toBeUndefined();
        expect(seen.outside).toEqual(['slack:T1:U1', 'slack:T1:U2']);
        expect(ids()).toEqual(['slack:T1:U2', 'slack:T1:U3']);
      });

      test('keep rows in the order in which they were first put, also over a restart', async () => {
        await put('slack:T1:U3', 'slack:T1:U1');
        await put('slack:T1:U2', 'slack:T1:U3');
        expect(ids()).toEqual(['slack:T1:U3', 'slack:T1:U1', 'slack:T1:U2']);
        await store.transact((tx) => {
          tx.remove('people', 'slack:T1:U3');
          tx.put('people', person('slack:T1:U3'));
        });
        expect(ids()).toEqual(['slack:T1:U1', 'slack:T1:U2', 'slack:T1:U3']);
        await reopen();
        expect(ids()).toEqual(['slack:T1:U1', 'slack:T1:U2', 'slack:T1:U3']);
      });

      test('that throw reject with what they threw and leave nothing', async () => {
        const fault = new Error('no');
        const attempt = store.transact((tx) => {
          tx.put('people', person('slack:T1:U1'));
          tx.enqueue(delivery('k'));
          tx.nextChangeNumber();
          throw fault;
        });
        await expect(attempt).rejects.toBe(fault);
        expect(ids()).toEqual([]);
        expect(await store.deliveries()).toEqual([]);
        expect(await store.transact((tx) => tx.nextChangeNumber())).toBe(1);
      });

      test('that are asynchronous are refused, and what they write later is lost', async () => {
        const attempt = store.transact(async (tx) => {
          tx.put('people', person('slack:T1:U1'));
          await Promise.resolve();
          tx.put('people', person('slack:T1:U2'));
        });
        await expect(attempt).rejects.toThrow('synchronous');
        await new Promise((resolve) => setTimeout(resolve, 5));
        expect(ids()).toEqual([]);
      });

      test('can write nothing after their end', async () => {
        let leaked: Tx | undefined;
        await store.transact((tx) => {
          leaked = tx;
        });
        expect(() => leaked?.put('people', person('slack:T1:U1'))).toThrow('ended');
        expect(() => leaked?.enqueue(delivery('k'))).toThrow('ended');
        expect(ids()).toEqual([]);
      });

      test('refuse a row that its schema refuses, all of it', async () => {
        const attempt = store.transact((tx) => {
          tx.put('people', person('slack:T1:U1'));
          tx.put('people', { ...person('slack:T1:U2'), role: 'king' as 'admin' });
        });
        await expect(attempt).rejects.toThrow('role');
        await expect(store.transact((tx) => tx.put('events', event('a\u0000b')))).rejects.toThrow(
          'control character',
        );
        await expect(store.transact((tx) => tx.put('events', event('')))).rejects.toThrow();
        expect(ids()).toEqual([]);
        expect(store.view().all('events')).toEqual([]);
      });

      test('beside one that throws are kept', async () => {
        const outcomes = await Promise.allSettled([
          put('slack:T1:U1'),
          store.transact(() => {
            throw new Error('no');
          }),
          put('slack:T1:U2'),
        ]);
        expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
        expect(ids()).toEqual(['slack:T1:U1', 'slack:T1:U2']);
      });

      test('of one event, twenty at the same time, apply once', async () => {
        const apply = () =>
          store.transact((tx) => {
            if (tx.get('events', 'slack:Ev1') !== undefined) return 'seen';
            tx.put('events', event('slack:Ev1'));
            tx.put('changes', announcement(tx.nextChangeNumber()));
            return 'applied';
          });
        const outcomes = await Promise.all(Array.from({ length: 20 }, apply));
        expect(outcomes.filter((outcome) => outcome === 'applied')).toHaveLength(1);
        expect(store.view().all('changes')).toHaveLength(1);
      });

      test('number changes 1, 2, 3 …, also over a restart', async () => {
        const next = () => store.transact((tx) => tx.nextChangeNumber());
        expect(await Promise.all([next(), next()])).toEqual([1, 2]);
        await reopen();
        expect(await next()).toBe(3);
      });

      test('keep text and JSON of every kind as it is', async () => {
        const data = JSON.parse(
          '{"b":1,"a":[null,true,1.5e300],"\\u0000":"\\u0000\\ud800","emoji":"👩‍🚀","__proto__x":{}}',
        );
        await store.transact((tx) => tx.put('installations', { id: 'slack:T1', data }));
        await reopen();
        expect(store.view().get('installations', 'slack:T1')?.data).toEqual(data);
      });
    });

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

    describe('the outbox', () => {
      const enqueue = (...deliveries: ReturnType<typeof delivery>[]) =>
        store.transact((tx) => {
          for (const one of deliveries) tx.enqueue(one);
        });
      const claim = (limit = 10, now = NOW, leaseMs = 30_000) => store.claim('w1', now, limit, leaseMs);
      const keys = async () => (await store.deliveries()).map(({ key }) => key);

      test('holds what was queued, as it was queued', async () => {
        await enqueue(delivery('a'), delivery('b', { to: 'wechat:default:1@chatroom', lane: 'digest' }));
        await reopen();
        const [first, second] = await store.deliveries();
        expect(first).toEqual({
          ...delivery('a'),
          id: first?.id,
          state: 'waiting',
          attempts: 0,
          fence: 0,
          uncertain: false,
        });
        expect(second).toMatchObject({ key: 'b', lane: 'digest', conversation: 'wechat:default:1@chatroom' });
      });

      test('queues a key once: while it waits, when it was sent, and after a restart', async () => {
        await enqueue(delivery('a'), delivery('a'));
        await enqueue(delivery('a'));
        expect(await keys()).toEqual(['a']);
        const [row] = await claim();
        await store.settle(row?.id ?? '', row?.fence ?? 0, { state: 'sent', at: NOW });
        await enqueue(delivery('a'));
        expect(await keys()).toEqual([]);
        await reopen();
        await enqueue(delivery('a'), delivery('b'));
        expect(await keys()).toEqual(['b']);
      });

      test('refuses an unsound delivery together with its transaction', async () => {
        const attempt = store.transact((tx) => {
          tx.put('people', person('slack:T1:U1'));
          tx.enqueue({ ...delivery('a'), key: '' });
        });
        await expect(attempt).rejects.toThrow();
        expect(ids()).toEqual([]);
      });

      test('gives out replies before announcements before digests, then the oldest', async () => {
        const lanes = ['digest', 'announcement', 'reply', 'announcement'] as const;
        await enqueue(
          ...lanes.map((lane, index) => delivery(`${lane}${index}`, { lane, to: `slack:T1:C${index}` })),
        );
        expect((await claim()).map(({ key }) => key)).toEqual([
          'reply2',
          'announcement1',
          'announcement3',
          'digest0',
        ]);
      });

      test('gives out no more than asked for, and nothing twice', async () => {
        await enqueue(...[1, 2, 3].map((index) => delivery(`k${index}`, { to: `slack:T1:C${index}` })));
        const both = await Promise.all([claim(2), claim(2)]);
        expect(
          both
            .flat()
            .map(({ key }) => key)
            .sort(),
        ).toEqual(['k1', 'k2', 'k3']);
        expect(Math.max(...both.map((part) => part.length))).toBe(2);
        expect(await claim()).toEqual([]);
      });

      test('gives out nothing before its time', async () => {
        await enqueue(delivery('a', { notBefore: later(90_000).toISOString() }));
        expect(await claim(10, later(89_999))).toEqual([]);
        expect(await claim(10, later(90_000))).toHaveLength(1);
      });

      test('has at most one delivery of a conversation in hand', async () => {
        await enqueue(delivery('a'), delivery('b'), delivery('c', { to: 'slack:T1:C2' }));
        expect((await claim()).map(({ key }) => key)).toEqual(['a', 'c']);
        expect(await claim()).toEqual([]);
        const [first] = await store.deliveries();
        expect(await store.settle(first?.id ?? '', first?.fence ?? 0, { state: 'sent', at: NOW })).toBe(true);
        expect((await claim()).map(({ key }) => key)).toEqual(['b']);
      });

      test('gives out only the platforms asked for, and no conversation that must rest', async () => {
        await enqueue(
          delivery('a'),
          delivery('b', { to: 'slack:T1:C2' }),
          delivery('c', { to: 'wechat:default:1@chatroom' }),
        );
        const wechat = await store.claim('w1', NOW, 10, 30_000, { platforms: ['wechat'] });
        expect(wechat.map(({ key }) => key)).toEqual(['c']);
        const except = new Set([ConversationId.parse('slack:T1:C1')]);
        expect((await store.claim('w1', NOW, 10, 30_000, { except })).map(({ key }) => key)).toEqual(['b']);
        expect(await store.claim('w1', NOW, 10, 30_000, { platforms: [] })).toEqual([]);
      });

      test('gives a delivery whose lease ended to the next worker, uncertain; the first can settle it no more', async () => {
        await enqueue(delivery('a'));
        const [first] = await claim();
        expect(first).toMatchObject({
          state: 'claimed',
          uncertain: false,
          attempts: 0,
          leaseUntil: later(90_000).toISOString(),
        });
        expect(await claim(10, later(89_999))).toEqual([]);
        const [second] = await store.claim('w2', later(90_000), 10, 30_000);
        expect(second).toMatchObject({ id: first?.id, uncertain: true, attempts: 1 });
        expect(second?.fence).toBeGreaterThan(first?.fence ?? 0);
        expect(await store.settle(first?.id ?? '', first?.fence ?? 0, { state: 'sent', at: NOW })).toBe(
          false,
        );
        expect(await store.settle(second?.id ?? '', second?.fence ?? 0, { state: 'sent', at: NOW })).toBe(
          true,
        );
        expect(await store.settle(second?.id ?? '', second?.fence ?? 0, { state: 'sent', at: NOW })).toBe(
          false,
        );
        expect(await store.deliveries()).toEqual([]);
      });

      test('lets a delivery wait and be tried again', async () => {
        await enqueue(delivery('a'));
        const [first] = await claim();
        const wait = { state: 'waiting', notBefore: later(120_000), error: 'asked to wait' } as const;
        await store.settle(first?.id ?? '', first?.fence ?? 0, {
          ...wait,
          uncertain: false,
          countsAsAttempt: false,
        });
        expect(await store.deliveries()).toMatchObject([
          { state: 'waiting', attempts: 0, lastError: 'asked to wait' },
        ]);
        expect(await claim()).toEqual([]);
        const [second] = await claim(10, later(120_000));
        await store.settle(second?.id ?? '', second?.fence ?? 0, {
          ...wait,
          uncertain: true,
          countsAsAttempt: true,
        });
        const [row] = await store.deliveries();
        expect(row).toMatchObject({ state: 'waiting', attempts: 1, uncertain: true });
        expect(row?.leaseUntil).toBeUndefined();
      });

      test('keeps a dead delivery until somebody has it tried again', async () => {
        await enqueue(delivery('a'));
        const [row] = await claim();
        const id = row?.id ?? '';
        expect(await store.retry(id)).toBe(false);
        await store.settle(id, row?.fence ?? 0, { state: 'dead', at: NOW, error: 'is_archived' });
        expect(await store.deliveries()).toMatchObject([
          { state: 'dead', attempts: 1, lastError: 'is_archived', settledAt: NOW.toISOString() },
        ]);
        expect(await claim(10, later(3_600_000))).toEqual([]);
        expect(await store.retry(id)).toBe(true);
        expect(await store.retry(id)).toBe(false);
        expect(await store.retry('999')).toBe(false);
        expect(await store.claim('w1', new Date(), 10, 30_000)).toMatchObject([
          { id, attempts: 0, lastError: 'is_archived' },
        ]);
      });
    });

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
        const [sent] = await store.claim('w1', NOW, 1, 30_000);
        await store.settle(sent?.id ?? '', sent?.fence ?? 0, { state: 'sent', at: NOW });
        await store.claim('w1', NOW, 1, 30_000);
        const dump = await store.dump();
        expect(dump.outbox).toMatchObject([
          { key: 'b', state: 'waiting', uncertain: true, attempts: 1 },
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
