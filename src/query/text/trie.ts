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

/** What begins with one atom. */
interface Start<T> extends TrieNode<T> {
  /** Phrases that are not laid out yet. */
  waiting: [phrase: string, value: T][];
}

/** Gives the phrases that begin with the same two letters (or one character). */
type More<T> = (prefix: string) => Iterable<readonly [phrase: string, value: T]>;

/**
 * Phrases by their atoms, to be walked atom by atom for those that begin at a place. Thousands are known and a question
 * needs a few, so the phrases that begin with an atom are laid out when one is first looked for.
 */
export class Trie<T> {
  readonly #more: More<T> | undefined;
  readonly #asked = new Set<string>();
  readonly #starts = new Map<string, Start<T>>();

  /** `more` is asked once for each prefix of a word that is looked for. */
  constructor(more?: More<T>) {
    this.#more = more;
  }

  /** Adds a normalised phrase. */
  add(phrase: string, value: T): void {
    const first = firstKey(phrase);
    if (first === undefined) return;
    const start = this.#starts.get(first);
    if (start !== undefined) start.waiting.push([phrase, value]);
    else this.#starts.set(first, { next: undefined, values: undefined, waiting: [[phrase, value]] });
  }

  /** The place after a first atom. */
  start(key: string): TrieNode<T> | undefined {
    let start = this.#starts.get(key);
    if (start === undefined && this.#more !== undefined) {
      this.#ask(prefixOf(key), this.#more);
      start = this.#starts.get(key);
    }
    if (start !== undefined && start.waiting.length > 0) layOut(start);
    return start;
  }

  #ask(prefix: string, more: More<T>): void {
    if (this.#asked.has(prefix)) return;
    this.#asked.add(prefix);
    for (const [phrase, value] of more(prefix)) this.add(phrase, value);
  }
}

function layOut<T>(start: Start<T>): void {
  const { waiting } = start;
  start.waiting = [];
  for (const [phrase, value] of waiting) {
    let node: TrieNode<T> = start;
    for (const key of phraseKeys(phrase).slice(1)) {
      node.next ??= new Map();
      let next = node.next.get(key);
      if (next === undefined) {
        next = { next: undefined, values: undefined };
        node.next.set(key, next);
      }
      node = next;
    }
    if (node.values === undefined) node.values = [value];
    else node.values.push(value);
  }
}
