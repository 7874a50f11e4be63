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

/** Resolves with `work`, or rejects after `ms` milliseconds; the work itself goes on. */
export async function withinTime<T>(work: Promise<T>, ms: number, timers: Timers): Promise<T> {
  const done = new AbortController();
  const late = timers.sleep(ms, done.signal).then(() => {
    throw new Error(`no answer within ${Math.round(ms / 1000)} s`);
  });
  // When the work is done first, nobody listens to what the clock says then.
  late.catch(() => undefined);
  return Promise.race([work, late]).finally(() => done.abort());
}
