import { setMaxListeners } from 'node:events';
import type { ChannelPort } from '../bot/channel.js';
import type { Platform } from '../bot/identity.js';
import type { Store } from '../bot/store.js';
import { systemTimers, type Timers } from '../timing/timers.js';
import { waitAtMost } from '../timing/within-time.js';
import { type Pace, paces } from './pace.js';
import { PlatformQueue, type QueueOptions } from './platform-queue.js';

export interface DeliveryWorkerOptions
  extends Omit<QueueOptions, 'timers' | 'random'>,
    Partial<Pick<QueueOptions, 'timers' | 'random'>> {
  ports: readonly ChannelPort[];
  paces?: Readonly<Record<Platform, Pace>>;
}

/** How long `stop` waits for what is being sent at that moment. */
const STOP_WITHIN = 7_000;

/**
 * Carries the outbox to the platforms: each at its own pace, each delivery once as far as the platform can tell, and what fails again
 * after growing waits. Whatever happens to this process, what was not sent is still in the outbox.
 */
export class DeliveryWorker {
  readonly #queues: readonly PlatformQueue[];
  readonly #stopping = new AbortController();
  readonly #timers: Timers;
  readonly #store: Store;
  #running: Promise<unknown> = Promise.resolve();
  #unsubscribe = () => {};

  constructor({ timers = systemTimers, random = Math.random, ...options }: DeliveryWorkerOptions) {
    // Every delivery that waits for its turn listens for the end.
    setMaxListeners(0, this.#stopping.signal);
    this.#timers = timers;
    this.#store = options.store;
    this.#queues = options.ports.map((port) => {
      const pace = (options.paces ?? paces)[port.platform];
      return new PlatformQueue(port, pace, { ...options, timers, random }, this.#stopping.signal);
    });
  }

  start(): void {
    this.#unsubscribe = this.#store.subscribe(() => {
      for (const queue of this.#queues) queue.wake();
    });
    this.#running = Promise.all(this.#queues.map((queue) => queue.run()));
  }

  /** Takes nothing more out of the outbox and resolves when what is being sent has ended, within 7 s. */
  async stop(): Promise<void> {
    this.#unsubscribe();
    this.#stopping.abort();
    await waitAtMost(STOP_WITHIN, this.#running, this.#timers);
  }
}
