/** Work in order within a lane; lanes do not wait for each other. Slack limits each channel by itself. */
export class Lanes {
  readonly #last = new Map<string, Promise<unknown>>();

  run<T>(lane: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(lane) ?? Promise.resolve();
    // The work before may have failed: that is its own caller's concern.
    const mine = before.then(work, work);
    this.#last.set(lane, mine);
    const done = () => {
      if (this.#last.get(lane) === mine) this.#last.delete(lane);
    };
    mine.then(done, done);
    return mine;
  }
}
