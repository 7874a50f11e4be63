import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ConversationId } from '../../src/bot/identity.js';
import type { Person } from '../../src/bot/state.js';
import type { Store } from '../../src/bot/store.js';
import { restDigest } from '../../src/delivery/unreachable.js';
import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.js';
import { conversation, coordinator, room } from '../digest/planner-rig.js';
import { temporaryFolder } from '../support/temporary-folder.js';

let store: Store;
let remove: () => Promise<void>;
beforeEach(async () => {
  const state = await temporaryFolder();
  remove = state.remove;
  store = await openEmbeddedStore({ folder: state.folder });
});
afterEach(async () => {
  await store.close();
  await remove();
});

/** The room's digest was set up by the first of these people. */
const inTheRoom = (...people: readonly [Person, ...Person[]]) =>
  store.transact((tx) => {
    tx.put('conversations', conversation({ by: people[0].id }));
    for (const person of people) tx.put('people', person);
  });
const isLost = (reason = 'is_archived', now = '2021-03-10T08:00:00.000Z') =>
  restDigest(store, { conversation: room }, reason, new Date(now), 'en');
const told = async () =>
  (await store.deliveries()).map(({ conversation, message }) => [conversation, message]);
const message = { kind: 'resting', conversation: room, reason: 'is_archived' };

const anna = coordinator('slack:T1:UANNA');
const marco = coordinator('slack:T1:UMARCO');

test('a lost room’s digest rests, and whoever set it up is told, once', async () => {
  await inTheRoom(anna, marco);
  await isLost();
  await isLost();
  expect(store.view().get('conversations', room)?.digest).toMatchObject({
    state: 'resting',
    restingReason: 'is_archived',
  });
  expect(await told()).toEqual([[anna.id, message]]);
});

test('another coordinator is told when that one is none any more', async () => {
  await inTheRoom({ ...anna, role: 'delegate' }, marco);
  await isLost();
  expect(await told()).toEqual([[marco.id, message]]);
});

test('whoever is known on both platforms is told where their language is read', async () => {
  const contacts = [...anna.identities, ...coordinator('wechat:default:anna').identities];
  await inTheRoom({ ...anna, identities: contacts, locale: 'zh' });
  await isLost();
  expect(await told()).toEqual([['wechat:default:anna', message]]);
});

test('nobody is told in the very chat that is lost', async () => {
  const chat = `${anna.id}` as ConversationId; // A direct chat bears its person's id.
  await store.transact((tx) => {
    tx.put('conversations', conversation({ by: anna.id }, { id: chat, direct: true }));
    tx.put('people', anna);
  });
  await restDigest(store, { conversation: chat }, 'user_disabled', new Date(), 'en');
  expect(store.view().get('conversations', chat)?.digest?.state).toBe('resting');
  expect(await told()).toEqual([]);
});

test('a room that is turned on again and lost again is told of again', async () => {
  await inTheRoom(anna);
  await isLost();
  await store.transact((tx) =>
    tx.put('conversations', conversation({ by: anna.id, since: '2021-03-12T08:00:00.000Z' })),
  );
  await isLost('channel_not_found', '2021-03-13T08:00:00.000Z');
  expect(await told()).toEqual([
    [anna.id, message],
    [anna.id, { ...message, reason: 'channel_not_found' }],
  ]);
});
