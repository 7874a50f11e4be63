import { afterEach, beforeEach, expect, test } from 'vitest';
import { ConversationId } from '../../src/bot/identity.js';
import type { Row } from '../../src/bot/state.js';
import type { Store } from '../../src/bot/store.js';
import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.js';
import { AT, announcement, delivery, person } from '../contract/store-rows.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const DAY_MS = 86_400_000;
const day = (days: number) => new Date(Date.parse(AT) + days * DAY_MS);
const at = (days: number) => day(days).toISOString();

let today = day(0);
let store: Store;
let remove: () => Promise<void>;
beforeEach(async () => {
  const { folder, remove: removeFolder } = await temporaryFolder();
  remove = removeFolder;
  today = day(0);
  store = await openEmbeddedStore({ folder, now: () => today, pruneMs: 5 });
});
afterEach(async () => {
  await store.close();
  await remove();
});

/** Lets the store prune as it would on that day. */
async function pruneOn(days: number): Promise<void> {
  today = day(days);
  await new Promise((resolve) => setTimeout(resolve, 40));
}

const digest = (
  room: string,
  days: number,
  outcome: Row<'digests'>['outcome'] = 'queued',
): Row<'digests'> => {
  const conversation = ConversationId.parse(`slack:T1:${room}`);
  const date = at(days).slice(0, 10);
  return { id: `digest:${conversation}:${date}`, conversation, date, at: at(days), outcome, upTo: '1' };
};

test('events are forgotten after a week; people and changes never', async () => {
  await store.transact((tx) => {
    tx.put('events', { id: 'old', at: at(0) });
    tx.put('events', { id: 'new', at: at(2) });
    tx.put('people', person('slack:T1:U1'));
    tx.put('changes', announcement(tx.nextChangeNumber()));
  });
  await pruneOn(7);
  expect(store.view().all('events')).toHaveLength(2);
  await pruneOn(8);
  expect(
    store
      .view()
      .all('events')
      .map(({ id }) => id),
  ).toEqual(['new']);
  await pruneOn(4000);
  expect(store.view().all('events')).toEqual([]);
  expect(store.view().all('people')).toHaveLength(1);
  expect(store.view().all('changes')).toHaveLength(1);
});

test('expired codes, attempts and proposals are kept a day, to be told of', async () => {
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
  await pruneOn(1);
  expect(left()).toEqual([1, 1, 1]);
  await pruneOn(1.1);
  expect(left()).toEqual([0, 0, 0]);
});

test('digests are forgotten after sixty days, save each conversation’s last one', async () => {
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
  await pruneOn(100);
  expect(store.view().all('digests')).toEqual([digest('C1', 1), digest('C2', 70)]);
});

test('the keys of sent deliveries outlive them by more than a year, and no longer', async () => {
  const queue = () => store.transact((tx) => tx.enqueue(delivery('yearly', { notBefore: at(0) })));
  const send = async () => {
    const [row] = await store.claim('w1', today, 10, 1000);
    await store.settle(row?.id ?? '', row?.fence ?? 0, { state: 'sent', at: today });
  };
  await queue();
  await send();
  await pruneOn(400);
  await queue();
  expect(await store.deliveries()).toEqual([]);
  await pruneOn(401);
  await queue();
  expect(await store.deliveries()).toHaveLength(1);
});

test('dead deliveries can be tried again for thirty days', async () => {
  await store.transact((tx) => tx.enqueue(delivery('a')));
  const [row] = await store.claim('w1', today, 10, 1000);
  await store.settle(row?.id ?? '', row?.fence ?? 0, { state: 'dead', at: today, error: 'gone' });
  await pruneOn(30);
  expect(await store.deliveries()).toHaveLength(1);
  await pruneOn(31);
  expect(await store.deliveries()).toEqual([]);
});
