import { StoreUnavailable } from '../bot/store.js';

interface Job<B> {
  run(batch: B): void;
  end(): void;
  fail(error: unknown): void;
}

/** Commits what `run` does to a batch, or rejects and leaves no trace of it. It may call `run` again on a fresh batch. */
export type Commit<B> = (run: (batch: B) => void) => Promise<void>;

/** More than this in one batch would hold up the answers to questions. */
const BATCH_LIMIT = 256;

/**
 * Lets callers that wait at the same time share one commit: while one is being written the next ones gather. No caller
 * hears of its outcome, not even of its own error, before what it saw is on disk.
 */
export class GroupCommit<B> {
  #waiting: Job<B>[] = [];
  #running: Promise<void> | undefined;

  constructor(private readonly commit: Commit<B>) {}

  /** Runs `work` in the next batch. Resolves with its result when the batch is committed. */
  submit<R>(work: (batch: B) => R): Promise<R> {
    return new Promise((resolve, reject) => {
      let end = () => {};
      const run = (batch: B) => {
        try {
          const result = work(batch);
          end = () => resolve(result);
        } catch (error) {
          end = () => reject(error);
        }
      };
      this.#waiting.push({ run, end: () => end(), fail: reject });
      this.#running ??= this.#drain();
    });
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #drain(): Promise<void> {
    await Promise.resolve(); // Callers of the same moment join the first batch.
    while (this.#waiting.length > 0) await this.#commitTogether(this.#waiting.splice(0, BATCH_LIMIT));
    this.#running = undefined;
  }

  async #commitTogether(jobs: Job<B>[]): Promise<void> {
    try {
      await this.commit((batch) => {
        for (const job of jobs) job.run(batch);
      });
      for (const job of jobs) job.end();
    } catch (error) {
      await this.#failTogether(jobs, error);
    }
  }

  /** What the engine can't store is one job's fault, and the others must not suffer for it: each is tried by itself. */
  async #failTogether(jobs: Job<B>[], error: unknown): Promise<void> {
    if (jobs.length === 1 || error instanceof StoreUnavailable) {
      for (const job of jobs) job.fail(error);
    } else {
      for (const job of jobs) await this.#commitTogether([job]);
    }
  }
}
