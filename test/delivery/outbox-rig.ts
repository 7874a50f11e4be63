import type { Delivery, Lane } from '../../src/bot/delivery.js';
import { ConversationId } from '../../src/bot/identity.js';
import type { Store } from '../../src/bot/store.js';
import type { Write } from '../../src/delivery/attempt.js';
import { restDigest } from '../../src/delivery/unreachable.js';
import { DeliveryWorker } from '../../src/delivery/worker.js';
import type { FileLayer } from '../../src/store/embedded/durable-file.js';
import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.js';
import { silentLog } from '../support/silent-log.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { fastTimers } from '../timing/fast-timers.js';
import { FakeChannel } from './fake-channel.js';

const write: Write = ({ key }) => ({
  reply: { locale: 'en', blocks: [{ kind: 'text', text: key }], audience: 'conversation' },
});

export type Rig = Awaited<ReturnType<typeof outboxRig>>;

/** The real store and worker on fast time, with a Slack and a WeChat in memory. */
export async function outboxRig(options: { factor?: number; files?: FileLayer } = {}) {
  const { folder, remove } = await temporaryFolder();
  const timers = fastTimers(options.factor ?? 100);
  const store = await openEmbeddedStore({
    folder,
    now: timers.now,
    probeMs: 20,
    ...(options.files === undefined ? {} : { files: options.files }),
  });
  const slack = new FakeChannel('slack', timers);
  const wechat = new FakeChannel('wechat', timers);
  wechat.canFind = false;
  const worker = workerOf(store, [slack, wechat], timers);
  return {
    store,
    timers,
    slack,
    wechat,
    worker,
    enqueue: (...rows: [key: string, conversation: string, lane?: Lane][]) =>
      store.transact((tx) => {
        for (const [key, conversation, lane = 'digest'] of rows)
          tx.enqueue(newDelivery(key, conversation, lane));
      }),
    row: async (key: string): Promise<Delivery | undefined> =>
      (await store.deliveries()).find((delivery) => delivery.key === key),
    until: (condition: () => boolean | Promise<boolean>) => until(condition),
    async close() {
      await worker.stop();
      await store.close();
      await remove();
    },
  };
}

function workerOf(
  store: Store,
  ports: readonly FakeChannel[],
  timers: ReturnType<typeof fastTimers>,
): DeliveryWorker {
  return new DeliveryWorker({
    store,
    ports,
    write,
    onUnreachable: (delivery, reason) => restDigest(store, delivery, reason, timers.now(), 'en'),
    log: silentLog,
    name: 'rig',
    timers,
    random: () => 0.5,
  });
}

export function newDelivery(key: string, conversation: string, lane: Lane = 'digest') {
  return {
    key,
    conversation: ConversationId.parse(conversation),
    lane,
    message: { kind: 'announcement', change: '1' },
    notBefore: '2026-03-11T08:00:00.000Z',
  } as const;
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1_500; tries += 1) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`it did not come to pass: ${condition}`);
}
