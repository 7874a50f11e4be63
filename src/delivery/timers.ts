import { setTimeout as wait } from 'node:timers/promises';

/** Time as the outbox and the planner know it; tests bring their own. */
export interface Timers {
  now(): Date;
  /** Resolves after `ms` milliseconds, or at once when `signal` is aborted. Never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemTimers: Timers = {
  now: () => new Date(),
  sleep: (ms, signal) => wait(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined),
};
