import { ConversationId, PersonId } from '../../src/bot/identity.js';
import type { Conversation, Person, Subscription } from '../../src/bot/state.js';
import { createDigestWriter } from '../../src/digest/digest-writer.js';
import { DigestPlanner } from '../../src/digest/planner.js';
import { createMessageWriter } from '../../src/digest/write-message.js';
import type { Change } from '../../src/programme/change.js';
import { applyChanges } from '../../src/programme/snapshot.js';
import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.js';
import { languages, shippedProgramme } from '../support/presenting.js';
import { silentLog } from '../support/silent-log.js';
import { temporaryFolder } from '../support/temporary-folder.js';

export const author = PersonId.parse('slack:T1:U1');
export const room = ConversationId.parse('slack:T1:C1');

/** Daily at 09:00 in Rome since 8 March 2021, a Monday. */
export const subscription: Subscription = {
  time: '09:00',
  timezone: 'Europe/Rome',
  languages: 'en',
  days: 'weekdays',
  heartbeat: 'never',
  until: '20:00',
  since: '2021-03-08T00:00:00.000Z',
  state: 'on',
  by: author,
};

export const conversation = (
  digest: Partial<Subscription> = {},
  more: Partial<Conversation> = {},
): Conversation => ({
  id: room,
  direct: false,
  digest: { ...subscription, ...digest },
  ...more,
});

export const coordinator = (id: string, more: Partial<Person> = {}): Person => {
  const contact = PersonId.parse(id);
  return { id: contact, identities: [contact], name: id, role: 'coordinator', ...more };
};

export type PlannerRig = Awaited<ReturnType<typeof plannerRig>>;

/** The real store, planner and writer, at an hour that the test sets. */
export async function plannerRig() {
  const { folder, remove } = await temporaryFolder();
  const store = await openEmbeddedStore({ folder });
  let now = new Date();
  const view = () => store.view();
  const programme = () => applyChanges(shippedProgramme, store.view().all('changes'));
  const common = { view, programme, languages, defaultLocale: 'en', admins: new Set<string>() } as const;
  const digests = createDigestWriter(common);
  const planner = (isLeader = true) =>
    new DigestPlanner({
      store,
      digests,
      isLeader: () => isLeader,
      defaultTimezone: 'UTC',
      timers: { now: () => now, sleep: async () => {} },
      log: silentLog,
    });
  return {
    store,
    planner,
    write: createMessageWriter({ ...common, digests, now: () => now }),
    at: (instant: string) => {
      now = new Date(instant);
    },
    /** Checks at an instant and says what is in the outbox after that. */
    async checkAt(instant: string) {
      now = new Date(instant);
      await planner().check();
      return (await store.deliveries()).map(({ key, message, state }) => ({ key, message, state }));
    },
    put: (...rows: Conversation[]) =>
      store.transact((tx) => {
        for (const row of rows) tx.put('conversations', row);
      }),
    people: (...rows: Person[]) =>
      store.transact((tx) => {
        for (const row of rows) tx.put('people', row);
      }),
    change: (...rows: Change[]) =>
      store.transact((tx) => {
        for (const row of rows) tx.put('changes', row);
      }),
    record: (date: string) => store.view().get('digests', `digest:${room}:${date}`),
    /** Settles everything in the outbox as sent, or as dead. */
    async settleAll(state: 'sent' | 'dead') {
      for (const { id, fence } of await store.claim({ worker: 'test', now, limit: 100, leaseMs: 60_000 })) {
        await store.settle(
          id,
          fence,
          state === 'sent' ? { state, at: now } : { state, at: now, error: 'is_archived' },
        );
      }
    },
    async close() {
      await store.close();
      await remove();
    },
  };
}
