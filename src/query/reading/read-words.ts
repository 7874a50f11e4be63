import type { Names } from '../lexicon/names.js';
import type { Vocabulary } from '../lexicon/vocabulary.js';
import { repairHomophones } from '../repair/homophones.js';
import { soundLayers } from '../repair/pinyin.js';
import { correct } from '../repair/spelling.js';
import { repairPinyin } from '../repair/typed-pinyin.js';
import { type Atom, atomise } from '../text/atoms.js';
import { type Normalised, normalise } from '../text/normalise.js';
import { segment } from '../text/segment.js';
import { simplify } from '../text/simplify.js';
import type { Token } from '../text/tokens.js';
import type { Knowledge } from './read.js';

export interface Words {
  tokens: readonly Token[];
  source: Normalised;
}

interface Draft {
  atoms: readonly Atom[];
  tokens: Token[];
}

function unknownAtoms({ atoms, tokens }: Draft): number[] {
  const unknown: number[] = [];
  let at = 0;
  for (const token of tokens) {
    if (token.kind !== 'unknown') continue;
    while ((atoms[at]?.from ?? token.from) < token.from) at++;
    unknown.push(at);
  }
  return unknown;
}

/** Whether a Latin word is written as a name is: with a capital, not at the start of a sentence, not all in capitals. */
function isProper(draft: Draft, i: number, source: Normalised): boolean {
  const atom = draft.atoms[i];
  if (atom === undefined) return false;
  if (i === 0 || draft.atoms[i - 1]?.kind === 'stop') return false;
  const typed = source.typed.charAt(source.at[atom.from] ?? 0);
  return typed !== typed.toLowerCase();
}

/** Corrects misspelt Latin words one by one. */
function respell(
  draft: Draft,
  unknown: readonly number[],
  source: Normalised,
  vocabulary: Vocabulary,
  names: Names,
): Atom[] | undefined {
  let changed = false;
  const misspelt = new Set(unknown);
  const atoms = draft.atoms.map((atom, i) => {
    if (!misspelt.has(i) || atom.kind !== 'word') return atom;
    const right = correct(atom.text, isProper(draft, i, source), vocabulary, names);
    if (right === undefined) return atom;
    changed = true;
    return { ...atom, text: right };
  });
  return changed ? atoms : undefined;
}

/** Marks what was repaired, with the text that it was taken for. */
function markRepaired(tokens: Token[], source: Normalised): Token[] {
  return tokens.map((token) => {
    if (token.kind !== 'phrase') return token;
    const written = source.text.slice(token.from, token.to);
    return token.text === written ? token : { ...token, meant: token.text };
  });
}

const latest = new WeakMap<Knowledge, { typed: string; words: Words }>();

/** The words of a text. The latest stay: a text is read for its language, and then for what it asks. */
export function readWords(typed: string, knowledge: Knowledge): Words {
  const before = latest.get(knowledge);
  if (before?.typed === typed) return before.words;
  const words = cutIntoWords(typed, knowledge);
  latest.set(knowledge, { typed, words });
  return words;
}

/**
 * Cuts a text into words and phrases, and repairs what stays unknown: traditional characters, characters that sound
 * alike, pinyin, misspelt Latin words, in this order, each only where it explains more.
 */
function cutIntoWords(typed: string, knowledge: Knowledge): Words {
  const { vocabulary, names, mentions, programme } = knowledge;
  let source = normalise(typed);
  const cut = (atoms: readonly Atom[]): Draft => ({
    atoms,
    tokens: segment(atoms, source, vocabulary, names),
  });
  let draft = cut(atomise(source.text));
  let unknown = unknownAtoms(draft);
  if (unknown.length > 0 && names.readTitles()) {
    draft = cut(draft.atoms);
    unknown = unknownAtoms(draft);
  }
  if (unknown.length === 0) return { tokens: draft.tokens, source };
  if (unknown.some((i) => draft.atoms[i]?.kind === 'han')) {
    const simplified = simplify(source);
    if (simplified !== undefined) {
      source = simplified;
      draft = cut(atomise(source.text));
      unknown = unknownAtoms(draft);
    }
  }
  const isMentioned = (atom: Atom | undefined) =>
    atom !== undefined && mentions.of(atom.text, programme).length > 0;
  unknown = unknown.filter((i) => !isMentioned(draft.atoms[i]));
  const attempt = (atoms: readonly Atom[] | undefined) => {
    if (atoms === undefined) return;
    const next = cut(atoms);
    const left = unknownAtoms(next).filter((i) => !isMentioned(next.atoms[i]));
    if (left.length >= unknown.length) return;
    draft = next;
    unknown = left;
  };
  const kinds = new Set(unknown.map((i) => draft.atoms[i]?.kind));
  if (kinds.has('han')) attempt(repairHomophones(draft.atoms, unknown, soundLayers(vocabulary, names)));
  if (kinds.has('word')) {
    // A slip of the pen in a word is likelier than a Chinese word, unless the whole run reads as pinyin.
    const known = new Set(draft.atoms.keys());
    for (const i of unknown) known.delete(i);
    const named = new Set(draft.tokens.filter((token) => token.names.length > 0).map((token) => token.from));
    attempt(
      repairPinyin(
        draft.atoms,
        (i) => known.has(i),
        (i) => named.has(draft.atoms[i]?.from ?? -1),
        (i) => isProper(draft, i, source),
        soundLayers(vocabulary, names),
      ),
    );
    if (unknown.length > 0) attempt(respell(draft, unknown, source, vocabulary, names));
  }
  return { tokens: markRepaired(draft.tokens, source), source };
}
