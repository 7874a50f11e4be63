import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConversationId } from '../../src/bot/identity.js';
import type { Row } from '../../src/bot/state.js';
import type { Store } from '../../src/bot/store.js';
import type { Place } from './store.js';
import { AT, announcement, delivery, person } from './store-rows.js';

const DAY_MS = 86_400_000;
const day = (days: number) => new Date(Date.parse(AT) + days * DAY_MS);
const at = (days: number) => day(days).toISOString();

const digest = (
  room: string,
  days: number,
  outcome: Row<'digests'>['outcome'] = 'queued',
): Row<'digests'> => {
  const conversation = ConversationId.parse(`slack:T1:${room}`);
  const date = at(days).slice(0, 10);
  return { id: `digest:${conversation}:${date}`, conversation, date, at: at(days), outcome, upTo: '1' };
};

/** Long enough for a store that prunes every few milliseconds to have done so. */
const PRUNE_MS = 10;
const pruned = () => new Promise((resolve) => setTimeout(resolve, 10 * PRUNE_MS));

/** What every engine forgets, and when. */
export function storeRetention(engine: string, makePlace: () => Promise<Place>): void {
  describe(`${engine}: what the store forgets`, () => {
    let place: Place;
    let store: Store;
    let today: Date;
    beforeEach(async () => {
      today = day(0);
      place = await makePlace();
      store = await place.open({ now: () => today, pruneMs: PRUNE_MS });
    });
    afterEach(async () => {
      await store.close();
      await place.destroy();
    });

    const events = () =>
      store
        .view()
        .all('events')
        .map(({ id }) => id);
    const keys = async () => (await store.deliveries()).map(({ key }) => key);

    test('events after a week; people and changes never', async () => {
      await store.transact((tx) => {
        tx.put('events', { id: 'old', at: at(0) });
        tx.put('events', { id: 'new', at: at(2) });
        tx.put('people', person('slack:T1:U1'));
        tx.put('changes', announcement(tx.nextChangeNumber()));
      });
      today = day(7);
      await pruned();
      expect(events()).toEqual(['old', 'new']);
      today = day(8);
      await expect.poll(events).toEqual(['new']);
      today = day(4000);
      await expect.poll(events).toEqual([]);
      expect(store.view().all('people')).toHaveLength(1);
      expect(store.view().all('changes')).toHaveLength(1);
    });

    test('expired codes, attempts and proposals after another day, to be told of', async () => {
      const { id: owner } = person('slack:T1:U1');
      await store.transact((tx) => {
        tx.put('linkCodes', { id: 'code', person: owner, expires: at(0) });
        tx.put('linkAttempts', { id: 'slack:T1:U1', tries: 3, until: at(0) });
        tx.put('proposals', {
          id: 'p1',
          person: owner,
          conversation: ConversationId.parse('slack:T1:C1'),
          at: at(0),
          expires: at(0),
          locale: 'en',
          changes: [{}],
          invocation: { command: 'cancel', args: {} },
        });
      });
      const left = () =>
        (['linkCodes', 'linkAttempts', 'proposals'] as const).map((name) => store.view().all(name).length);
      today = day(1);
      await pruned();
      expect(left()).toEqual([1, 1, 1]);
      today = day(1.1);
      await expect.poll(left).toEqual([0, 0, 0]);
    });

    test('digests after sixty days, save each conversation’s last one', async () => {
      await store.transact((tx) => {
        for (const row of [
          digest('C1', 0),
          digest('C1', 1),
          digest('C1', 2, 'skipped'),
          digest('C2', 0),
          digest('C2', 70),
        ]) {
          tx.put('digests', row);
        }
      });
      today = day(100);
      await expect.poll(() => store.view().all('digests')).toEqual([digest('C1', 1), digest('C2', 70)]);
    });

    test('a request for translations as what it is, and not as the last digest of the chat it went to', async () => {
      const last = digest('D1', 0);
      const request = { ...digest('D1', 1), id: `translation:slack:T1:U1:${digest('D1', 1).date}` };
      await store.transact((tx) => {
        for (const row of [last, request]) tx.put('digests', row);
      });
      today = day(100);
      await expect.poll(() => store.view().all('digests')).toEqual([last]);
    });

    test('the keys of sent deliveries after more than a year', async () => {
      const queue = (key: string) => store.transact((tx) => tx.enqueue(delivery(key)));
      await queue('yearly');
      const [row] = await store.claim({ worker: 'w1', now: today, limit: 10, leaseMs: 1000 });
      await store.settle(row?.id ?? '', row?.fence ?? 0, { state: 'sent', at: today });
      today = day(400);
      await pruned();
      await queue('yearly');
      expect(await keys()).toEqual([]);
      today = day(401);
      await pruned();
      await queue('yearly');
      expect(await keys()).toEqual(['yearly']);
    });

    test('dead deliveries after thirty days', async () => {
      await store.transact((tx) => tx.enqueue(delivery('a')));
      const [row] = await store.claim({ worker: 'w1', now: today, limit: 10, leaseMs: 1000 });
      await store.settle(row?.id ?? '', row?.fence ?? 0, { state: 'dead', at: today, error: 'gone' });
      today = day(30);
      await pruned();
      expect(await keys()).toEqual(['a']);
      today = day(31);
      await expect.poll(keys).toEqual([]);
    });
  });
}
