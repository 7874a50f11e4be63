/**
 * A process that plans and delivers digests into a journal, until it is killed or has nothing left to do. The journal stands for
 * the platforms: what is written there shows in the chats, whatever becomes of this process. Arguments: the state's folder, the
 * journal, the instant at which fast time began.
 */
import { appendFileSync, openSync, readFileSync } from 'node:fs';
import type { ChannelPort, Sent } from '../../src/bot/channel.js';
import type { Platform } from '../../src/bot/identity.js';
import type { Store } from '../../src/bot/store.js';
import { paces } from '../../src/delivery/pace.js';
import { restDigest } from '../../src/delivery/unreachable.js';
import { DeliveryWorker } from '../../src/delivery/worker.js';
import { createDigestWriter } from '../../src/digest/digest-writer.js';
import { DigestPlanner } from '../../src/digest/planner.js';
import { createMessageWriter } from '../../src/digest/write-message.js';
import { applyChanges } from '../../src/programme/snapshot.js';
import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.js';
import { systemTimers, type Timers } from '../../src/timing/timers.js';
import { languages, shippedProgramme } from '../support/presenting.js';

const [folder = '', journalFile = '', began = ''] = process.argv.slice(2);
const FACTOR = 60;
const NINE_IN_ROME = Date.parse('2021-03-10T08:00:00Z');

const timers: Timers = {
  now: () => new Date(NINE_IN_ROME + (Date.now() - Number(began)) * FACTOR),
  sleep: (ms, signal) => systemTimers.sleep(ms / FACTOR, signal),
};

const journal = openSync(journalFile, 'a');
const note = (event: 'posted' | 'settled', key = '') =>
  appendFileSync(journal, `${process.pid} ${event} ${key}\n`);
const isPosted = (key: string) => readFileSync(journalFile, 'utf8').includes(` posted ${key}\n`);
const pause = (most: number) => systemTimers.sleep(Math.random() * most);

/** An answer of the platform; `shows`: the message is there all the same. `undefined`: none ever comes. */
type Fault = { answer: Sent | undefined; shows: boolean };

/** A platform that fails in the ways in which it may, now and then. */
function channel(platform: Platform, faults: readonly Fault[]): ChannelPort {
  return {
    platform,
    health: () => ({ state: 'up' }),
    find: async (_, key) => (platform === 'slack' ? isPosted(key) : undefined),
    async send(_, __, key) {
      await pause(20);
      const isFaulty = Math.random() < 0.15;
      const fault = isFaulty ? faults[Math.floor(Math.random() * faults.length)] : undefined;
      const { answer, shows } = fault ?? { answer: { outcome: 'sent' }, shows: true };
      if (shows) note('posted', key);
      await pause(20);
      return answer ?? new Promise(() => {});
    },
    start: async () => {},
    stop: async () => {},
  };
}

const limited: Fault = { answer: { outcome: 'wait', retryAfterMs: 4_000 }, shows: false };
const failed: Fault = { answer: { outcome: 'failed', reason: 'HTTP 500' }, shows: false };
const slack = channel('slack', [
  limited,
  failed,
  { answer: { outcome: 'unknown', reason: 'the reply was dropped' }, shows: true },
  { answer: { outcome: 'unknown', reason: 'the request was dropped' }, shows: false },
  { answer: undefined, shows: true },
]);
// In WeChat nothing can be looked up, so only what is certain fails here: any repeat is then a kill's.
const wechat = channel('wechat', [limited, failed]);

const store = await openEmbeddedStore({ folder, now: timers.now });
const keys = new Map<string, string>();
/** The store as it is, with each settlement noted when it is on the disk. */
const noted: Store = Object.assign(Object.create(store), {
  async claim(claim) {
    const rows = await store.claim(claim);
    for (const { id, key } of rows) keys.set(id, key);
    return rows;
  },
  async settle(id, ...args) {
    const ours = await store.settle(id, ...args);
    note('settled', keys.get(id));
    return ours;
  },
  subscribe: (listener) => store.subscribe(listener),
} satisfies Pick<Store, 'claim' | 'settle' | 'subscribe'>);

const common = {
  view: () => store.view(),
  programme: () => applyChanges(shippedProgramme, store.view().all('changes')),
  languages,
  defaultLocale: 'en',
  admins: new Set<string>(),
} as const;
const digests = createDigestWriter(common);
const log = {
  info() {},
  warn() {},
  error: (fields: object, event: string) => process.stderr.write(`${event} ${JSON.stringify(fields)}\n`),
};
const planner = new DigestPlanner({
  store,
  digests,
  isLeader: () => true,
  defaultTimezone: 'UTC',
  timers,
  log,
});
const worker = new DeliveryWorker({
  store: noted,
  ports: [slack, wechat],
  write: createMessageWriter({ ...common, digests, now: timers.now }),
  onUnreachable: (delivery, reason) => restDigest(store, delivery, reason, timers.now(), 'en'),
  log,
  name: String(process.pid),
  timers,
  paces: { ...paces, slack: { ...paces.slack, sendWithin: 5_000 } },
});
planner.start();
worker.start();
process.stdout.write('running\n');
while (store.view().all('digests').length === 0 || (await store.deliveries()).length > 0) await pause(20);
await planner.stop();
await worker.stop();
await store.close();
