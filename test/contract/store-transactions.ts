import { describe, expect, test } from 'vitest';
import type { Store, Tx } from '../../src/bot/store.js';
import { announcement, delivery, event, person } from './store-rows.js';

/** What transactions must do. `reopen` closes the store and opens its state again. */
export function transactionContract(store: () => Store, reopen: () => Promise<void>): void {
  const put = (...ids: string[]) =>
    store().transact((tx) => {
      for (const id of ids) tx.put('people', person(id));
    });
  const ids = () =>
    store()
      .view()
      .all('people')
      .map(({ id }) => id);

  describe('transactions', () => {
    test('begin with nothing', () => {
      expect(store().view().all('people')).toEqual([]);
      expect(store().view().get('people', 'slack:T1:U1')).toBeUndefined();
      expect(store().health()).toMatchObject({ state: 'up' });
    });

    test('give back their result, and what they wrote outlives a restart', async () => {
      const result = await store().transact((tx) => {
        tx.put('people', person('slack:T1:U1', '李伟'));
        return { number: tx.nextChangeNumber() };
      });
      expect(result).toEqual({ number: 1 });
      await reopen();
      expect(store().view().get('people', 'slack:T1:U1')).toEqual(person('slack:T1:U1', '李伟'));
    });

    test('see their own writes, and nobody else sees them before they are committed', async () => {
      await put('slack:T1:U1', 'slack:T1:U2');
      const seen = await store().transact((tx) => {
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
      await store().transact((tx) => {
        tx.remove('people', 'slack:T1:U3');
        tx.put('people', person('slack:T1:U3'));
      });
      expect(ids()).toEqual(['slack:T1:U1', 'slack:T1:U2', 'slack:T1:U3']);
      await reopen();
      expect(ids()).toEqual(['slack:T1:U1', 'slack:T1:U2', 'slack:T1:U3']);
    });

    test('that throw reject with what they threw and leave nothing', async () => {
      const fault = new Error('no');
      const attempt = store().transact((tx) => {
        tx.put('people', person('slack:T1:U1'));
        tx.enqueue(delivery('k'));
        tx.nextChangeNumber();
        throw fault;
      });
      await expect(attempt).rejects.toBe(fault);
      expect(ids()).toEqual([]);
      expect(await store().deliveries()).toEqual([]);
      expect(await store().transact((tx) => tx.nextChangeNumber())).toBe(1);
    });

    test('that are asynchronous are refused, and what they write later is lost', async () => {
      const attempt = store().transact(async (tx) => {
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
      await store().transact((tx) => {
        leaked = tx;
      });
      expect(() => leaked?.put('people', person('slack:T1:U1'))).toThrow('ended');
      expect(() => leaked?.enqueue(delivery('k'))).toThrow('ended');
      expect(ids()).toEqual([]);
    });

    test('refuse a row that its schema refuses, all of it', async () => {
      const attempt = store().transact((tx) => {
        tx.put('people', person('slack:T1:U1'));
        tx.put('people', { ...person('slack:T1:U2'), role: 'king' as 'admin' });
      });
      await expect(attempt).rejects.toThrow('role');
      await expect(store().transact((tx) => tx.put('events', event('a\u0000b')))).rejects.toThrow(
        'control character',
      );
      await expect(store().transact((tx) => tx.put('events', event('')))).rejects.toThrow();
      expect(ids()).toEqual([]);
      expect(store().view().all('events')).toEqual([]);
    });

    test('beside one that throws are kept', async () => {
      const outcomes = await Promise.allSettled([
        put('slack:T1:U1'),
        store().transact(() => {
          throw new Error('no');
        }),
        put('slack:T1:U2'),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(ids()).toEqual(['slack:T1:U1', 'slack:T1:U2']);
    });

    test('of one event, twenty at the same time, apply once', async () => {
      const apply = () =>
        store().transact((tx) => {
          if (tx.get('events', 'slack:Ev1') !== undefined) return 'seen';
          tx.put('events', event('slack:Ev1'));
          tx.put('changes', announcement(tx.nextChangeNumber()));
          return 'applied';
        });
      const outcomes = await Promise.all(Array.from({ length: 20 }, apply));
      expect(outcomes.filter((outcome) => outcome === 'applied')).toHaveLength(1);
      expect(store().view().all('changes')).toHaveLength(1);
    });

    test('number changes 1, 2, 3 …, also over a restart', async () => {
      const next = () => store().transact((tx) => tx.nextChangeNumber());
      expect(await Promise.all([next(), next()])).toEqual([1, 2]);
      await reopen();
      expect(await next()).toBe(3);
    });

    test('keep text and JSON of every kind as it is', async () => {
      const data = JSON.parse(
        '{"b":1,"a":[null,true,1.5e300],"\\u0000":"\\u0000\\ud800","emoji":"👩‍🚀","__proto__x":{}}',
      );
      await store().transact((tx) => tx.put('installations', { id: 'slack:T1', data }));
      await reopen();
      expect(store().view().get('installations', 'slack:T1')?.data).toEqual(data);
    });
  });
}
