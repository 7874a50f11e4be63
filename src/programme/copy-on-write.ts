/** A map on top of another that is never altered: the first write makes a copy, and without one there is none. */
export class CopyOnWrite<V> {
  readonly #original: ReadonlyMap<string, V>;
  #copy: Map<string, V> | undefined;

  constructor(original: ReadonlyMap<string, V>) {
    this.#original = original;
  }

  get(key: string): V | undefined {
    return this.current.get(key);
  }

  set(key: string, value: V): void {
    this.#writable().set(key, value);
  }

  delete(key: string): void {
    if (this.current.has(key)) this.#writable().delete(key);
  }

  /** The map with all writes so far: the original itself when there were none. */
  get current(): ReadonlyMap<string, V> {
    return this.#copy ?? this.#original;
  }

  #writable(): Map<string, V> {
    this.#copy ??= new Map(this.#original);
    return this.#copy;
  }
}
