import type { Atom } from '../text/atoms.js';
import { readingOf, type Sounding, type Sounds, soundingAs } from './pinyin.js';

const LONGEST = 8;

/** Han characters from `from` to `to` that read as the whole of a known phrase with as many characters. */
interface Homophone {
  from: number;
  to: number;
  as: Sounding;
}

/** A slip keeps some character of a longer word right; without any, another word is meant. */
function resembles(atoms: readonly Atom[], from: number, as: Sounding): boolean {
  return [...as.phrase].some((character, i) => atoms[from + i]?.text === character);
}

function homophoneAround(
  atoms: readonly Atom[],
  at: number,
  layers: readonly Sounds[],
): Homophone | undefined {
  let start = at;
  let end = at + 1;
  while (start > 0 && at - start < LONGEST && atoms[start - 1]?.kind === 'han') start--;
  while (end < atoms.length && end - at < LONGEST && atoms[end]?.kind === 'han') end++;
  const syllables = readingOf(
    atoms
      .slice(start, end)
      .map((atom) => atom.text)
      .join(''),
  );
  if (syllables.length !== end - start) return undefined;
  let best: Homophone | undefined;
  for (let from = start; from <= at; from++) {
    for (let to = Math.max(at + 1, from + 2); to <= Math.min(end, from + LONGEST); to++) {
      const as = soundingAs(syllables.slice(from - start, to - start).join(''), layers);
      if (
        as === undefined ||
        !as.isContent ||
        as.syllables.length !== to - from ||
        !resembles(atoms, from, as)
      )
        continue;
      const better =
        best === undefined ||
        (as.isName && !best.as.isName) ||
        (as.isName === best.as.isName && to - from > best.to - best.from);
      if (better) best = { from, to, as };
    }
  }
  return best;
}

/**
 * Replaces characters that sound like a known phrase, as slips of an input method do: 试点 for 是点. Only whole phrases
 * count, so that a city which shares a character with a known one never becomes it. `unknown` are the indices of atoms that nothing explains.
 */
export function repairHomophones(
  atoms: readonly Atom[],
  unknown: readonly number[],
  layers: readonly Sounds[],
): Atom[] | undefined {
  const repaired = [...atoms];
  let changed = false;
  for (const at of unknown) {
    const atom = atoms[at];
    if (atom?.kind !== 'han' || repaired[at] !== atom) continue;
    const found = homophoneAround(repaired, at, layers);
    if (found === undefined) continue;
    changed = true;
    for (let i = found.from; i < found.to; i++) {
      const original = repaired[i] as Atom; // a homophone lies within the atoms
      repaired[i] = { ...original, text: found.as.phrase.charAt(i - found.from) };
    }
  }
  return changed ? repaired : undefined;
}
