import type { Atom } from './atoms.js';

interface Node<T> {
  next: Map<string, Node<T>> | undefined;
  values: T[] | undefined;
}

/** Phrases by their atoms, for the longest ones that begin at a place. */
export class Trie<T> {
  readonly #root: Node<T> = { next: undefined, values: undefined };

  add(keys: readonly string[], value: T): void {
    if (keys.length === 0) return;
    let node = this.#root;
    for (const key of keys) {
      node.next ??= new Map();
      let child = node.next.get(key);
      if (child === undefined) {
        child = { next: undefined, values: undefined };
        node.next.set(key, child);
      }
      node = child;
    }
    if (node.values === undefined) node.values = [value];
    else node.values.push(value);
  }

  /**
   * Calls `found` for every phrase that begins with the atom at `from`, shortest first, with the index after its last atom.
   * A hyphen or slash inside a phrase does not count ("city-to-city").
   */
  match(atoms: readonly Atom[], from: number, found: (to: number, values: readonly T[]) => void): void {
    let node = this.#root;
    for (let i = from; i < atoms.length; i++) {
      const atom = atoms[i] as Atom; // i is within bounds
      if (atom.kind === 'joint') continue;
      const child = node.next?.get(atom.text);
      if (child === undefined) return;
      node = child;
      if (node.values !== undefined) found(i + 1, node.values);
    }
  }

  get(keys: readonly string[]): readonly T[] {
    let node: Node<T> | undefined = this.#root;
    for (const key of keys) node = node?.next?.get(key);
    return node?.values ?? [];
  }
}
