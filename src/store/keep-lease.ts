import { performance } from 'node:perf_hooks';
import type { Store } from '../bot/store.js';

export interface KeptLease {
  /** Whether this holder has the lease now; to be asked before each act that only the holder may do. */
  held(): boolean;
  /** Gives the lease back and stops asking for it. */
  stop(): Promise<void>;
}

/**
 * Keeps asking for a lease and renews it while it is held, three times in its span. When its holder is killed another one has it
 * after `ms` and a third at most. Time runs from before the request, on the monotonic clock, so this side never believes in a
 * lease longer than the store does; while the store can't be reached the lease ends by itself.
 * @param ms the lease's span in milliseconds
 * @param changed called when the lease was gained, and when it was lost
 */
export function keepLease(
  store: Pick<Store, 'lease' | 'release'>,
  name: string,
  holder: string,
  ms: number,
  changed: (held: boolean) => void,
): KeptLease {
  let until = Number.NEGATIVE_INFINITY;
  let told = false;
  let stopped = false;
  let asking: Promise<void> | undefined;
  const held = () => !stopped && performance.now() < until;

  const tell = () => {
    if (held() === told) return;
    told = held();
    changed(told);
  };
  const ask = async () => {
    const before = performance.now();
    try {
      const granted = await store.lease(name, holder, ms);
      until = granted ? before + ms : Number.NEGATIVE_INFINITY;
    } catch {
      // The store is away, as its health says: what was granted before still holds until its end.
    }
    asking = undefined;
    tell();
  };
  const tick = () => {
    tell();
    asking ??= ask();
  };
  const timer = setInterval(tick, ms / 3);
  tick();

  return {
    held,
    async stop() {
      clearInterval(timer);
      await asking;
      stopped = true;
      tell();
      await store.release(name, holder).catch(() => undefined); // Then it ends by itself.
    },
  };
}
