/** Time as those know it who wait; tests bring their own. */
export interface Timers {
  now(): Date;
  /** Resolves after `ms` milliseconds, or at once when `signal` is aborted. Never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemTimers: Timers = { now: () => new Date(), sleep: (ms, signal) => sleep(ms, signal, true) };

/** Waits that do not keep a process from ending. */
export const unheldTimers: Timers = {
  now: () => new Date(),
  sleep: (ms, signal) => sleep(ms, signal, false),
};

/** By the global clock: no test can stand in for that of `node:timers/promises`. */
function sleep(ms: number, signal: AbortSignal | undefined, held: boolean): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    if (!held) timer.unref();
    if (signal?.aborted) end();
    else signal?.addEventListener('abort', end);
  });
}
