import { hostname } from 'node:os';
import type { App } from '../app.js';
import type { ChannelPort, KeepAnswer } from '../bot/channel.js';
import type { Log } from '../bot/log.js';
import type { Config } from '../config.js';
import { keepAnswer } from '../delivery/keep-answer.js';
import { restDigest } from '../delivery/unreachable.js';
import { DeliveryWorker } from '../delivery/worker.js';
import { createDigestWriter } from '../digest/digest-writer.js';
import { DigestPlanner } from '../digest/planner.js';
import { createMessageWriter } from '../digest/write-message.js';
import type { Metrics } from '../ops/metrics.js';
import { keepLease } from '../store/keep-lease.js';
import { systemTimers } from '../timing/timers.js';

/** This process's name in leases and in the outbox. */
export const processName = `${hostname()}:${process.pid}`;

/** A lease's span in milliseconds: who is killed is replaced after a third more at most. */
export const LEASE_MS = 20_000;

type Defaults = Pick<Config, 'defaults' | 'admins'>;

/** Plans digests while this process is the one that does, and carries the outbox to the platforms. */
export interface Outbox {
  /** Delivers through a channel until the returned worker is stopped. */
  deliverThrough(channel: ChannelPort): DeliveryWorker;
  /** Keeps what a channel could not bring. */
  keep: KeepAnswer;
  stop(): Promise<void>;
}

/** Starts planning; delivering starts with each channel. */
export function startOutbox(
  { store, programme, languages }: App,
  config: Defaults,
  metrics: Metrics,
  log: Log,
): Outbox {
  const { locale, timezone } = config.defaults;
  const view = () => store.view();
  const current = () => programme.current().programme;
  const digests = createDigestWriter({
    view,
    programme: current,
    languages,
    defaultLocale: locale,
    admins: config.admins,
  });
  const write = createMessageWriter({
    view,
    programme: current,
    digests,
    languages,
    defaultLocale: locale,
    now: () => new Date(),
  });
  const planner = new DigestPlanner({
    store,
    digests,
    isLeader: () => leading.held(),
    defaultTimezone: timezone,
    timers: systemTimers,
    log,
  });
  const leading = keepLease(store, 'digest-planner', processName, LEASE_MS, (held) => {
    log.info({ held }, 'the planner’s lease changed hands');
    if (held) planner.wake();
  });
  planner.start();
  return {
    deliverThrough(channel) {
      const worker = new DeliveryWorker({
        store,
        ports: [channel],
        write,
        onUnreachable: (delivery, reason) => restDigest(store, delivery, reason, new Date(), locale),
        onAttempt: (platform, _, outcome) => metrics.delivered(platform, outcome),
        log,
        name: processName,
      });
      worker.start();
      return worker;
    },
    keep: (answer) => keepAnswer(store, answer),
    async stop() {
      await planner.stop();
      await leading.stop();
    },
  };
}
