import type { Atom } from '../text/atoms.js';
import { beginsSound, type Sounding, type Sounds, soundingAs } from './pinyin.js';

/** What can be one or more syllables of pinyin; most English words cannot. */
const SYLLABLES =
  /^(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|[aeio]ng|u?ai|i?ao|i?an|uan|[eiu]n|ei|ou|i[aeu]|u[aoie]|er|[aeiou]))+$/;

interface Piece {
  /** Letters of the run. */
  from: number;
  to: number;
  as: Sounding | undefined;
}

interface Way {
  cost: number;
  piece: Piece | undefined;
  next: number;
}

/** Consecutive Latin words, with the letters they make and where each begins. */
interface Run {
  atoms: readonly Atom[];
  letters: string;
  starts: readonly number[];
}

function runOf(atoms: readonly Atom[]): Run {
  const starts: number[] = [];
  let letters = '';
  for (const atom of atoms) {
    starts.push(letters.length);
    letters += atom.text.replaceAll('v', 'u');
  }
  return { atoms, letters, starts };
}

/** Whether each word that begins within the phrase begins with one of its syllables, and single syllables stay whole words. */
function fits(run: Run, from: number, as: Sounding): boolean {
  const edges = new Set<number>();
  let at = from;
  for (const syllable of as.syllables) {
    edges.add(at);
    at += syllable.length;
  }
  const crossed = run.starts.filter((start) => start > from && start < at);
  if (crossed.some((start) => !edges.has(start))) return false;
  // A phrase of several typed words takes them whole.
  if (
    crossed.length > 0 &&
    !(run.starts.includes(from) && (run.starts.includes(at) || at === run.letters.length))
  )
    return false;
  if (as.syllables.length > 1) return true;
  const word = run.starts.findLastIndex((start) => start <= from);
  const begin = run.starts[word] as number; // `from` lies in some word
  const end = begin + (run.atoms[word] as Atom).text.length;
  return at <= end && (end - begin === at - from || end - begin > 6);
}

/** The cheapest way to read the letters as phrases; words for which `keep` holds may stay as they are. */
function read(
  run: Run,
  layers: readonly Sounds[],
  keep: (index: number) => number | undefined,
): Piece[] | undefined {
  const { letters, starts } = run;
  const ways: (Way | undefined)[] = new Array(letters.length + 1);
  ways[letters.length] = { cost: 0, piece: undefined, next: letters.length };
  for (let i = letters.length - 1; i >= 0; i--) {
    const word = starts.indexOf(i);
    const keeping = word < 0 ? undefined : keep(word);
    if (keeping !== undefined) {
      const to = i + (run.atoms[word] as Atom).text.length; // `word` is an index of the run
      const rest = ways[to];
      if (rest !== undefined)
        ways[i] = { cost: keeping + rest.cost, piece: { from: i, to, as: undefined }, next: to };
    }
    for (let to = i + 1; to <= letters.length; to++) {
      const sound = letters.slice(i, to);
      if (!beginsSound(sound, layers)) break;
      const rest = ways[to];
      const as = rest === undefined ? undefined : soundingAs(sound, layers);
      if (rest === undefined || as === undefined || !fits(run, i, as)) continue;
      const cost = (as.isName ? 9 : 10) + rest.cost;
      // Of two that cost the same the longer phrase; what stays as it was typed, before any.
      const found = ways[i];
      if (found === undefined || cost < found.cost || (cost === found.cost && found.piece?.as !== undefined))
        ways[i] = { cost, piece: { from: i, to, as }, next: to };
    }
  }
  const pieces: Piece[] = [];
  for (let way = ways[0]; way !== undefined; way = way.piece === undefined ? undefined : ways[way.next]) {
    if (way.piece === undefined) return pieces;
    pieces.push(way.piece);
  }
  return undefined;
}

/** A word that is only made of single syllables ("made" as ma de) is no pinyin, nor is a foreign name a common word. */
function isPlausible(run: Run, pieces: readonly Piece[], isProper: (index: number) => boolean): boolean {
  return run.atoms.every((atom, word) => {
    const from = run.starts[word] as number; // one start for each word
    const inside = pieces.filter((piece) => piece.from < from + atom.text.length && piece.to > from);
    if (inside.some((piece) => piece.as === undefined)) return true;
    if (isProper(word)) return inside.length === 1 && inside[0]?.as?.isName === true;
    return inside.length === 1 || inside.some((piece) => (piece.as?.syllables.length ?? 0) > 1);
  });
}

function atomsOf(run: Run, piece: Piece): Atom[] {
  const place = (letter: number) => {
    const word = run.starts.findLastIndex((start) => start <= letter);
    return { atom: run.atoms[word] as Atom, offset: letter - (run.starts[word] as number) };
  };
  if (piece.as === undefined) return [place(piece.from).atom];
  let letter = piece.from;
  return [...piece.as.phrase].map((text, i): Atom => {
    const { atom, offset } = place(letter);
    const { length } = piece.as?.syllables[i] ?? '';
    letter += length;
    return { kind: 'han', text, from: atom.from + offset, to: atom.from + offset + length };
  });
}

/**
 * Reads Latin words as pinyin, with or without spaces: "luoma", "jing zhun nong ye". `isKnown` tells the words that
 * have a meaning as they stand, `isName` those that name a record, `isProper` those written as a name. A run of words is read as pinyin throughout when it
 * can be, else only where a word has no other meaning.
 */
export function repairPinyin(
  atoms: readonly Atom[],
  isKnown: (index: number) => boolean,
  isName: (index: number) => boolean,
  isProper: (index: number) => boolean,
  layers: readonly Sounds[],
): Atom[] | undefined {
  const repaired: Atom[] = [];
  let changed = false;
  for (let i = 0; i < atoms.length; ) {
    let end = i;
    while (atoms[end]?.kind === 'word') end++;
    if (end === i) {
      repaired.push(atoms[i] as Atom); // i is within bounds
      i++;
      continue;
    }
    const at = i;
    const run = runOf(atoms.slice(i, end));
    const strange = run.atoms.filter((_, k) => !isKnown(at + k));
    const needed = strange.some((atom) => SYLLABLES.test(atom.text.replaceAll('v', 'u')));
    const throughout = run.atoms.every(
      (atom, k) => isName(at + k) || SYLLABLES.test(atom.text.replaceAll('v', 'u')),
    );
    const plausible = (pieces: Piece[] | undefined) =>
      pieces !== undefined && isPlausible(run, pieces, (k) => isProper(at + k)) ? pieces : undefined;
    const pieces = needed
      ? ((throughout ? plausible(read(run, layers, (k) => (isName(at + k) ? 9 : undefined))) : undefined) ??
        plausible(read(run, layers, (k) => (isKnown(at + k) ? 5 : 1000))))
      : undefined;
    if (pieces?.some((piece) => piece.as !== undefined)) changed = true;
    repaired.push(...(pieces === undefined ? run.atoms : pieces.flatMap((piece) => atomsOf(run, piece))));
    i = end;
  }
  return changed ? repaired : undefined;
}
