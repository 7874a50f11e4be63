import type { Timers } from '../../src/timing/timers.js';
import { systemTimers } from '../../src/timing/timers.js';

/** Time that passes `factor` times as fast, from `start` on: a minute of it is over in 60 / `factor` seconds. */
export function fastTimers(factor: number, start = new Date('2026-03-11T08:00:00Z')): Timers {
  const began = performance.now();
  return {
    now: () => new Date(start.getTime() + (performance.now() - began) * factor),
    sleep: (ms, signal) => systemTimers.sleep(ms / factor, signal),
  };
}
