import type { NameSense, Names } from '../lexicon/names.js';
import type { Vocabulary } from '../lexicon/vocabulary.js';
import { phraseKeys } from '../text/atoms.js';
import { slips } from './damerau.js';

interface Shelf {
  words: string[];
  /** One bit for each letter that the word holds: two words whose letters differ too much need no closer look. */
  letters: number[];
}

/** Words by their length and first letter: "6k". */
type Dictionary = ReadonlyMap<string, Shelf>;

function lettersOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
  return bits;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function dictionaryOf(phrases: Iterable<string>): Dictionary {
  const shelves = new Map<string, Shelf>();
  const words = new Set<string>();
  for (const phrase of phrases)
    for (const key of phraseKeys(phrase)) if (/^\p{L}{4,}$/u.test(key)) words.add(key);
  for (const word of words) {
    const key = `${word.length}${word[0]}`;
    const shelf = shelves.get(key) ?? { words: [], letters: [] };
    shelf.words.push(word);
    shelf.letters.push(lettersOf(word));
    shelves.set(key, shelf);
  }
  return shelves;
}

/** Slips that a word of this length may hold: none in short ones, where every slip makes another word. */
function allowed(length: number): number {
  return length < 4 ? 0 : length < 9 ? 1 : 2;
}

/**
 * The words that a misspelt one may stand for. A slip in the first letter is rare and makes another word (rice is no
 * misspelt name of five letters), unless the first two letters have changed places.
 */
function* shelvesFor(
  word: string,
  dictionary: Dictionary,
  within: number,
  shortest: number,
): Generator<Shelf> {
  for (let length = Math.max(word.length - within, shortest); length <= word.length + within; length++) {
    const shelf = dictionary.get(`${length}${word[0]}`);
    if (shelf !== undefined) yield shelf;
  }
  const swapped = word.length < shortest ? undefined : dictionary.get(`${word.length}${word[1]}`);
  if (swapped !== undefined && word[0] !== word[1]) yield swapped;
}

const swapsStart = (word: string, other: string) => word[0] === other[1] && word[1] === other[0];

function nearest(
  word: string,
  dictionary: Dictionary,
  within: number,
  shortest = 0,
): { word: string; slips: number } | undefined {
  const letters = lettersOf(word);
  let best: { word: string; slips: number } | undefined;
  let limit = within;
  for (const shelf of shelvesFor(word, dictionary, within, shortest)) {
    for (let i = 0; i < shelf.words.length; i++) {
      if (bitCount((shelf.letters[i] as number) ^ letters) > 2 * limit) continue; // one entry of letters a word
      const other = shelf.words[i] as string;
      if (word[0] !== other[0] && !swapsStart(word, other)) continue;
      const count = slips(word, other, limit);
      if (count > limit || (best !== undefined && count === best.slips)) continue;
      best = { word: other, slips: count };
      limit = count;
    }
  }
  return best;
}

const ofVocabulary = new WeakMap<Vocabulary, Dictionary>();
const ofLayer = new WeakMap<ReadonlyMap<string, unknown>, Dictionary>();

function remembered<K extends object>(
  cache: WeakMap<K, Dictionary>,
  key: K,
  phrases: () => Iterable<string>,
): Dictionary {
  let dictionary = cache.get(key);
  if (dictionary === undefined) {
    dictionary = dictionaryOf(phrases());
    cache.set(key, dictionary);
  }
  return dictionary;
}

/** A short word is some other word as easily as the part of a name: "tram" is no misspelt "team", but "Rone" may be a city. */
function isRepairable(word: string, layer: ReadonlyMap<string, NameSense>): boolean {
  return word.length > 4 || ['city', 'country', 'organisation'].includes(layer.get(word)?.kind ?? '');
}

/**
 * The known Latin word that a misspelt one stands for. Names come before ordinary words when they are as near; a word
 * written as a name (capital first) stands for a name only, so that an unknown city never becomes a common word.
 */
export function correct(
  word: string,
  writtenAsName: boolean,
  vocabulary: Vocabulary,
  names: Names,
): string | undefined {
  const within = allowed(word.length);
  if (within === 0) return undefined;
  let best: { word: string; slips: number } | undefined;
  for (const layer of names.layers) {
    const found = nearest(
      word,
      remembered(ofLayer, layer, () => layer.keys()),
      best === undefined ? within : best.slips - 1,
    );
    if (found !== undefined && isRepairable(found.word, layer)) best = found;
  }
  if (!writtenAsName && best?.slips !== 1) {
    const common = remembered(ofVocabulary, vocabulary, () => vocabulary.en.phrases);
    // Four letters make another word by one slip ("play" is no "plan"), unless one is missing ("ther").
    const found = nearest(word, common, best === undefined ? within : best.slips - 1, 5);
    if (found !== undefined) best = found;
  }
  return best?.word;
}
