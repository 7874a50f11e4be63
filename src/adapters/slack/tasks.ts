import type { Log } from '../../bot/log.js';
import { waitAtMost } from '../../timing/within-time.js';

/** Work that was acknowledged and is not finished yet. */
export class Tasks {
  readonly #running = new Set<Promise<void>>();
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  /** Runs in the background; a rejection is logged, since nobody waits for it. */
  run(name: string, work: () => Promise<void>): void {
    const task = work()
      .catch((error: unknown) => this.#log.error({ task: name, err: reasonOf(error) }, 'Slack: work failed'))
      .finally(() => this.#running.delete(task));
    this.#running.add(task);
  }

  /** Resolves when all is done, or after `ms`. */
  async settled(ms: number): Promise<void> {
    await waitAtMost(ms, this.#drained());
  }

  async #drained(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }
}

/** An error as the log may hold it: its kind and code, and no text that a person wrote. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.name}${code}: ${error.message}`;
}
