import type { NameSense, Names } from '../lexicon/names.js';
import type { Vocabulary } from '../lexicon/vocabulary.js';
import type { WordSense } from '../lexicon/word-class.js';
import type { Atom } from './atoms.js';
import type { Normalised } from './normalise.js';
import type { Token } from './tokens.js';

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
  const costFrom = (at: number) => (best[at] as Step).cost; // filled from the end
  for (let i = atoms.length - 1; i >= 0; i--) {
    const { kind } = atoms[i] as Atom; // i is within bounds
    const sign = kind === 'joint' || kind === 'comma' || kind === 'stop';
    const alone = sign ? 0 : kind === 'number' ? NUMBER : UNKNOWN;
    let step: Step = { cost: alone + costFrom(i + 1), to: i + 1, words: NOTHING, names: NOTHING };
    if (!sign) {
      vocabulary.trie.match(atoms, i, (to, words) => {
        const cost = WORD + costFrom(to);
        if (cost <= step.cost) step = { cost, to, words, names: NOTHING };
      });
      names.match(atoms, i, (to, senses) => {
        const cost = NAME + costFrom(to);
        if (step.to === to)
          step = {
            cost: Math.min(cost, step.cost),
            to,
            words: step.words,
            names: [...step.names, ...senses],
          };
        else if (cost <= step.cost) step = { cost, to, words: NOTHING, names: senses };
      });
    }
    best[i] = step;
  }
  const tokens: Token[] = [];
  for (let i = 0; i < atoms.length; ) {
    const { to, words, names: senses } = best[i] as Step; // i is within bounds
    tokens.push(tokenOf(atoms, i, to, words, senses, source));
    i = to;
  }
  return tokens;
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
export function typedWords(source: Normalised, from: number, to: number): string {
  const start = source.at[from] ?? 0;
  const last = source.at[to - 1] ?? start;
  const end = source.at[to] ?? last + 1;
  return source.typed.slice(start, end).trimEnd();
}
