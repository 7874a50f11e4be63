import { systemTimers, type Timers } from './timers.js';

const timeUp = Symbol('time is up');

/** Resolves with `work`, or with `undefined` after `ms` milliseconds; the work itself goes on. */
export async function waitAtMost<T>(
  ms: number,
  work: Promise<T>,
  timers: Timers = systemTimers,
): Promise<T | undefined> {
  const first = await race(ms, work, timers);
  return first === timeUp ? undefined : first;
}

/** Resolves with `work`, or rejects with these words after `ms` milliseconds; the work itself goes on. */
export async function withinTime<T>(
  ms: number,
  work: Promise<T>,
  words: string,
  timers: Timers = systemTimers,
): Promise<T> {
  const first = await race(ms, work, timers);
  if (first === timeUp) throw new Error(words);
  return first;
}

function race<T>(ms: number, work: Promise<T>, timers: Timers): Promise<T | typeof timeUp> {
  const done = new AbortController();
  const late = timers.sleep(ms, done.signal).then((): typeof timeUp => timeUp);
  return Promise.race([work, late]).finally(() => done.abort());
}
