/**
 * A process that plans and delivers digests into a journal, until it is killed or has nothing left to do. The journal stands for
 * the platforms: what is written there shows in the chats, whatever becomes of this process. Arguments: the state's folder, the
 * journal, the instant at which fast time began.
 */
import { appendFileSync, openSync, readFileSync } from 'node:fs';
import { systemTimers } from '../../.build/src/bot/timers.js';
import { paces } from '../../.build/src/delivery/pace.js';
import { restDigest } from '../../.build/src/delivery/unreachable.js';
import { DeliveryWorker } from '../../.build/src/delivery/worker.js';
import { createMessageWriter } from '../../.build/src/delivery/write-message.js';
import { createDigestWriter } from '../../.build/src/digest/digest-writer.js';
import { DigestPlanner } from '../../.build/src/digest/planner.js';
import { createLanguages } from '../../.build/src/i18n/languages.js';
import { Dataset } from '../../.build/src/programme/schema.js';
import { applyChanges, createProgramme } from '../../.build/src/programme/snapshot.js';
import { openEmbeddedStore } from '../../.build/src/store/embedded/embedded-store.js';

const [folder, journalFile, began] = process.argv.slice(2);
const FACTOR = 60;
const NINE_IN_ROME = Date.parse('2021-03-10T08:00:00Z');

const timers = {
  now: () => new Date(NINE_IN_ROME + (Date.now() - Number(began)) * FACTOR),
  sleep: (ms, signal) => systemTimers.sleep(ms / FACTOR, signal),
};

const journal = openSync(journalFile, 'a');
const write = (event, key) => appendFileSync(journal, `${process.pid} ${event} ${key}\n`);
const isPosted = (key) => readFileSync(journalFile, 'utf8').includes(` posted ${key}\n`);
const pause = (most) => systemTimers.sleep(Math.random() * most);

/** A platform that fails in the ways in which it may, now and then. */
const channel = (platform, faults) => ({
  platform,
  health: () => ({ state: 'up' }),
  find: async (_, key) => (platform === 'slack' ? isPosted(key) : undefined),
  async send(_, __, key) {
    await pause(20);
    const fault =
      Math.random() < 0.15 ? faults[Math.floor(Math.random() * faults.length)] : { outcome: 'sent' };
    const { isLost = fault.outcome !== 'sent', hangs = false, ...answer } = fault;
    if (!isLost) write('posted', key);
    await pause(20);
    return hangs ? new Promise(() => {}) : answer;
  },
});

const limited = { outcome: 'wait', retryAfterMs: 4_000 };
const failed = { outcome: 'failed', reason: 'HTTP 500' };
const slack = channel('slack', [
  limited,
  failed,
  { outcome: 'unknown', reason: 'the reply was dropped', isLost: false },
  { outcome: 'unknown', reason: 'the request was dropped' },
  { outcome: 'unknown', hangs: true, isLost: false },
]);
// In WeChat nothing can be looked up, so only what is certain fails here: any repeat is then a kill's.
const wechat = channel('wechat', [limited, failed]);

const store = await openEmbeddedStore({ folder, now: timers.now });
const keys = new Map();
const journalled = new Proxy(store, {
  get(target, name) {
    if (name === 'claim') {
      return async (...args) => {
        const rows = await target.claim(...args);
        for (const { id, key } of rows) keys.set(id, key);
        return rows;
      };
    }
    if (name === 'settle') {
      return async (id, ...args) => {
        const ours = await target.settle(id, ...args);
        write('settled', keys.get(id));
        return ours;
      };
    }
    return target[name].bind(target);
  },
});

const shipped = createProgramme(
  Dataset.parse(JSON.parse(readFileSync(new URL('../../data/u-cap.json', import.meta.url), 'utf8'))),
);
const common = {
  view: () => store.view(),
  programme: () => applyChanges(shipped, store.view().all('changes')),
  languages: createLanguages(),
  defaultLocale: 'en',
  admins: new Set(),
};
const digests = createDigestWriter(common);
const log = {
  info() {},
  warn() {},
  error: (fields, event) => process.stderr.write(`${event} ${JSON.stringify(fields)}\n`),
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
  store: journalled,
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
