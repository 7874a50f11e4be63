import { phraseKeys } from './atoms.js';
import { isHan } from './han.js';

/** A place in a trie: what may follow, and the values of the phrase that ends here. */
export interface TrieNode<T> {
  next: Map<string, TrieNode<T>> | undefined;
  values: T[] | undefined;
}

const NUMERALS = new Set('〇零一二三四五六七八九十两');
const LATIN_START = /^[a-z]+/;

/** Whether the first atom of a normalised phrase is what it begins with; a Han numeral may stand for a number. */
export function beginsAsWritten(phrase: string): boolean {
  const code = phrase.charCodeAt(0);
  return (code >= 0x61 && code <= 0x7a) || (isHan(code) && !NUMERALS.has(phrase.charAt(0)));
}

/** The first atom of a normalised phrase, without splitting the rest. */
function firstKey(phrase: string): string | undefined {
  if (!beginsAsWritten(phrase)) return phraseKeys(phrase)[0];
  return LATIN_START.exec(phrase)?.[0] ?? phrase.charAt(0);
}

/** What words are shelved by: the first two letters, else the first character. */
const prefixOf = (key: string) => (/^[a-z]{2}/.test(key) ? key.slice(0, 2) : key.slice(0, 1));

/** The shelf of a normalised phrase: that of its first word. */
export const shelfOf = (phrase: string) => prefixOf(firstKey(phrase) ?? '');

/**
 * Phrases by their atoms, to be walked atom by atom for those that begin at a place. Thousands are known and a question
 * needs a few, so the phrases that begin with an atom are laid out when one is first looked for.
 */
export class Trie<T> {
  readonly #more: ((prefix: string) => Iterable<readonly [phrase: string, value: T]>) | undefined;
  readonly #asked = new Set<string>();
  readonly #starts = new Map<string, TrieNode<T>>();
  readonly #waiting = new Map<string, [phrase: string, value: T][]>();
  /** Starts that nothing waits for: what nearly every look-up asks for. */
  readonly #ready = new Map<string, TrieNode<T>>();

  /** `more` gives the phrases that begin with the same two letters (or one character) as a word that is looked for, once. */
  constructor(more?: (prefix: string) => Iterable<readonly [phrase: string, value: T]>) {
    this.#more = more;
  }

  /** Adds a normalised phrase. */
  add(phrase: string, value: T): void {
    const first = firstKey(phrase);
    if (first === undefined) return;
    this.#ready.delete(first);
    const waiting = this.#waiting.get(first);
    if (waiting === undefined) this.#waiting.set(first, [[phrase, value]]);
    else waiting.push([phrase, value]);
  }

  /** The place after a first atom. */
  start(key: string): TrieNode<T> | undefined {
    const ready = this.#ready.get(key);
    if (ready !== undefined) return ready;
    const prefix = prefixOf(key);
    if (this.#more !== undefined && !this.#asked.has(prefix)) {
      this.#asked.add(prefix);
      for (const [phrase, value] of this.#more(prefix)) this.add(phrase, value);
    }
    const waiting = this.#waiting.get(key);
    if (waiting !== undefined) {
      this.#waiting.delete(key);
      for (const [phrase, value] of waiting) this.#layOut(phraseKeys(phrase), value);
    }
    const start = this.#starts.get(key);
    if (start !== undefined) this.#ready.set(key, start);
    return start;
  }

  #layOut(keys: readonly string[], value: T): void {
    let level = this.#starts;
    let node: TrieNode<T> | undefined;
    for (const key of keys) {
      if (node !== undefined) {
        node.next ??= new Map();
        level = node.next;
      }
      node = level.get(key);
      if (node === undefined) {
        node = { next: undefined, values: undefined };
        level.set(key, node);
      }
    }
    if (node?.values === undefined) {
      if (node !== undefined) node.values = [value];
    } else node.values.push(value);
  }
}
