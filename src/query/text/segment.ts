import type { NameEntry, NameSense, Names } from '../lexicon/names.js';
import type { Vocabulary } from '../lexicon/vocabulary.js';
import type { WordSense } from '../lexicon/word-class.js';
import type { Atom } from './atoms.js';
import type { Normalised } from './normalise.js';
import type { Token } from './tokens.js';
import type { TrieNode } from './trie.js';

// What a token costs: the cheapest way through the text wins. Something unknown costs more than any number of known
// words, fewer tokens are better, and of two ways with as many tokens the one with a name is better.
const UNKNOWN = 1000;
const NUMBER = 30;
const WORD = 10;
const NAME = 9;

interface Step {
  cost: number;
  to: number;
  words: readonly WordSense[];
  names: readonly NameSense[];
}

const NOTHING: readonly never[] = [];

/** Cuts atoms into the phrases that explain the most with the fewest words. */
export function segment(
  atoms: readonly Atom[],
  source: Normalised,
  vocabulary: Vocabulary,
  names: Names,
): Token[] {
  const best: Step[] = new Array(atoms.length + 1);
  best[atoms.length] = { cost: 0, to: atoms.length, words: NOTHING, names: NOTHING };
  for (let i = atoms.length - 1; i >= 0; i--) best[i] = stepAt(atoms, i, best, vocabulary, names);
  const tokens: Token[] = [];
  for (let i = 0; i < atoms.length; ) {
    const { to, words, names: senses } = best[i] as Step; // i is within bounds
    tokens.push(tokenOf(atoms, i, to, words, senses, source));
    i = to;
  }
  return tokens;
}

/** The cheapest way on from an atom, when those from all later ones are known. */
function stepAt(
  atoms: readonly Atom[],
  i: number,
  best: readonly Step[],
  vocabulary: Vocabulary,
  names: Names,
): Step {
  const { kind } = atoms[i] as Atom; // i is within bounds
  const after = (best[i + 1] as Step).cost; // filled from the end
  if (kind === 'joint' || kind === 'comma' || kind === 'stop') {
    return { cost: after, to: i + 1, words: NOTHING, names: NOTHING };
  }
  const step: Step = {
    cost: after + (kind === 'number' ? NUMBER : UNKNOWN),
    to: i + 1,
    words: NOTHING,
    names: NOTHING,
  };
  let node: TrieNode<WordSense> | undefined = vocabulary.trie.root;
  for (let to = i; to < atoms.length; to++) {
    const atom = atoms[to] as Atom; // to is within bounds
    // A hyphen or slash inside a phrase does not count ("city-to-city").
    if (atom.kind === 'joint') continue;
    node = node.next?.get(atom.text);
    if (node === undefined) break;
    if (node.values === undefined) continue;
    const cost = WORD + (best[to + 1] as Step).cost;
    if (cost <= step.cost) Object.assign(step, { cost, to: to + 1, words: node.values });
  }
  for (const trie of names.tries) {
    let place: TrieNode<NameEntry> | undefined = trie.root;
    for (let to = i; to < atoms.length; to++) {
      const atom = atoms[to] as Atom; // to is within bounds
      if (atom.kind === 'joint') continue;
      place = place.next?.get(atom.text);
      if (place === undefined) break;
      if (place.values !== undefined)
        takeNames(step, names.current(place.values), to + 1, NAME + (best[to + 1] as Step).cost);
    }
  }
  return step;
}

/** Goes on by a name where that is as cheap; a word that is as long stays a possible meaning. */
function takeNames(step: Step, senses: readonly NameSense[], to: number, cost: number): void {
  if (senses.length === 0) return;
  if (step.to === to) {
    step.cost = Math.min(cost, step.cost);
    step.names = step.names.length === 0 ? senses : [...step.names, ...senses];
  } else if (cost <= step.cost) Object.assign(step, { cost, to, words: NOTHING, names: senses });
}

function tokenOf(
  atoms: readonly Atom[],
  i: number,
  end: number,
  words: readonly WordSense[],
  names: readonly NameSense[],
  source: Normalised,
): Token {
  const first = atoms[i] as Atom; // a token has at least one atom
  const { from } = first;
  const { to } = atoms[end - 1] as Atom;
  const known = words.length > 0 || names.length > 0;
  const kind = known ? 'phrase' : first.kind === 'word' || first.kind === 'han' ? 'unknown' : first.kind;
  const text = end === i + 1 ? first.text : written(atoms.slice(i, end));
  return { kind, text, typed: typedWords(source, from, to), words, names, from, to };
}

/** Atoms as they are written: words apart, characters together. */
function written(atoms: readonly Atom[]): string {
  return atoms.reduce((text, atom, i) => {
    const apart = i > 0 && atom.kind === 'word' && atoms[i - 1]?.kind === 'word';
    return `${text}${apart ? ' ' : ''}${atom.text}`;
  }, '');
}

/** What was typed between two places of the normalised text. */
function typedWords(source: Normalised, from: number, to: number): string {
  const start = source.at[from] ?? 0;
  const last = source.at[to - 1] ?? start;
  const end = source.at[to] ?? last + 1;
  return source.typed.slice(start, end).trimEnd();
}
