import type { Timers } from './timers.js';

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
