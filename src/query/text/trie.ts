/** A place in a trie: what may follow, and the values of the phrase that ends here. */
export interface TrieNode<T> {
  next: Map<string, TrieNode<T>> | undefined;
  values: T[] | undefined;
}

/** Phrases by their atoms, to be walked atom by atom for those that begin at a place. */
export class Trie<T> {
  readonly root: TrieNode<T> = { next: undefined, values: undefined };

  add(keys: readonly string[], value: T): void {
    if (keys.length === 0) return;
    let node = this.root;
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
}
