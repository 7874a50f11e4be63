import { performance } from 'node:perf_hooks';

/** Leases among the parts of one process; the folder's lock keeps other processes out. */
export class LocalLeases {
  readonly #leases = new Map<string, { holder: string; until: number }>();

  /** Takes or renews a lease for `ms` milliseconds. Times are monotonic: setting the clock ends no lease. */
  take(name: string, holder: string, ms: number): boolean {
    const now = performance.now();
    const lease = this.#leases.get(name);
    if (lease !== undefined && lease.holder !== holder && lease.until > now) return false;
    this.#leases.set(name, { holder, until: now + ms });
    return true;
  }

  release(name: string, holder: string): void {
    if (this.#leases.get(name)?.holder === holder) this.#leases.delete(name);
  }
}
