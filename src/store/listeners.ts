/** Those who want to know of each commit. */
export class Listeners {
  readonly #listeners = new Set<() => void>();

  /** Returns how to stop listening. */
  add(listener: () => void): () => void {
    const own = () => listener(); // The same function may listen twice, and stop once.
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  /** Calls everybody, soon: a listener that throws must not look like a commit that failed. */
  tell(): void {
    for (const listener of this.#listeners) queueMicrotask(listener);
  }
}
