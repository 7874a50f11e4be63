import type { NameSense, Names } from '../lexicon/names.js';
import type { Vocabulary } from '../lexicon/vocabulary.js';
import type { WordSense } from '../lexicon/word-class.js';
import type { Atom } from './atoms.js';
import type { Normalised } from './normalise.js';
import type { Token } from './tokens.js';
import type { Trie } from './trie.js';

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
  const has = (kind: Atom['kind']) => atoms.some((atom) => atom.kind === kind);
  // The words of a language that the text has no letter of are never read.
  const words = [...(has('word') ? [vocabulary.en.trie] : []), ...(has('han') ? [vocabulary.zh.trie] : [])];
  for (let i = atoms.length - 1; i >= 0; i--) best[i] = stepAt(atoms, i, best, words, names);
  const tokens: Token[] = [];
  for (let i = 0; i < atoms.length; ) {
    const { to, words, names: senses } = best[i] as Step; // i is within bounds
    tokens.push(tokenOf(atoms, i, to, words, senses, source));
    i = to;
  }
  return tokens;
}

/** The index of the atom that a phrase goes on with. A hyphen or slash inside a phrase does not count ("city-to-city"). */
function following(atoms: readonly Atom[], at: number): number {
  let next = at + 1;
  while (atoms[next]?.kind === 'joint') next++;
  return next;
}

/** The cheapest way on from an atom, when those from all later ones are known. */
function stepAt(
  atoms: readonly Atom[],
  i: number,
  best: readonly Step[],
  words: readonly Trie<WordSense>[],
  names: Names,
): Step {
  const { kind, text } = atoms[i] as Atom; // i is within bounds
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
  for (const trie of words) {
    let at = i;
    for (let node = trie.start(text); node !== undefined; node = node.next?.get(atoms[at]?.text ?? '')) {
      if (node.values !== undefined) takeWords(step, node.values, at + 1, best);
      at = following(atoms, at);
    }
  }
  for (const trie of names.tries) {
    let at = i;
    for (let node = trie.start(text); node !== undefined; node = node.next?.get(atoms[at]?.text ?? '')) {
      if (node.values !== undefined) takeNames(step, names.current(node.values), at + 1, best);
      at = following(atoms, at);
    }
  }
  return step;
}

/** Goes on by a word that explains as much for as little; another word as long is another meaning. */
function takeWords(step: Step, senses: readonly WordSense[], to: number, best: readonly Step[]): void {
  const cost = WORD + (best[to] as Step).cost;
  if (cost > step.cost) return;
  const isSame = to === step.to && step.words.length > 0;
  step.cost = cost;
  step.to = to;
  step.words = isSame ? [...step.words, ...senses] : senses;
}

/** Goes on by a name where that is as cheap; a word that is as long stays a possible meaning. */
function takeNames(step: Step, senses: readonly NameSense[], to: number, best: readonly Step[]): void {
  if (senses.length === 0) return;
  const cost = NAME + (best[to] as Step).cost;
  if (step.to === to) {
    step.cost = Math.min(cost, step.cost);
    step.names = step.names.length === 0 ? senses : [...step.names, ...senses];
  } else if (cost <= step.cost) {
    step.cost = cost;
    step.to = to;
    step.words = NOTHING;
    step.names = senses;
  }
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
  return {
    kind,
    text,
    typed: typedWords(source, from, to),
    words,
    names,
    from,
    to,
  };
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
