import type { Names } from '../lexicon/names.js';
import type { Vocabulary } from '../lexicon/vocabulary.js';
import { loadTable } from '../text/load-table.js';

let read: ((text: string) => string[]) | undefined;

/** The toneless reading of each Han character, as it is typed: lü is lu. */
export function readingOf(han: string): string[] {
  if (read === undefined) {
    const { pinyin } = loadTable('pinyin-pro') as typeof import('pinyin-pro'); // the package of that name
    read = (text) =>
      pinyin(text, { toneType: 'none', type: 'array' }).map((syllable) => syllable.replaceAll('ü', 'u'));
  }
  return read(han);
}

/** A Chinese phrase of the lexicon or the programme. */
export interface Sounding {
  phrase: string;
  syllables: readonly string[];
  isName: boolean;
  /** Whether it says what a question is about, and does not only hold it together. */
  isContent: boolean;
}

/** Phrases by their sound, syllables joined: "shidian". */
export interface Sounds {
  phrases: ReadonlyMap<string, Sounding>;
  /** What any of the sounds begins with. */
  beginnings: ReadonlySet<string>;
}

const UNITS: ReadonlySet<string> = new Set('年月日号周季');

const HAN_ONLY = /^[\u4e00-\u9fff]+$/;

/** Characters with another common reading than the one in books. */
const ALSO_READ = new Map([
  ['谁', ['shui', 'shei']],
  ['哪', ['na', 'nei']],
  ['这', ['zhe', 'zhei']],
]);

/** The readings of a phrase: one, and another where people say it otherwise. */
function readingsOf(phrase: string): string[][] {
  const syllables = readingOf(phrase);
  const at = [...phrase].findIndex((character) => ALSO_READ.has(character));
  if (at < 0) return [syllables];
  return (ALSO_READ.get(phrase.charAt(at)) ?? []).map((reading) => syllables.with(at, reading));
}

function soundsOf(phrases: Iterable<string>, content: ReadonlySet<string> | undefined): Sounds {
  const sounds = new Map<string, Sounding>();
  for (const phrase of phrases) {
    if (!HAN_ONLY.test(phrase)) continue;
    const isContent = content === undefined || content.has(phrase);
    for (const syllables of readingsOf(phrase)) {
      const key = syllables.join('');
      const known = sounds.get(key);
      // Among single syllables only a unit of time is worth more than the first: 4 yue is April.
      const better = isContent && known?.isContent === false && (phrase.length > 1 || UNITS.has(phrase));
      if (known === undefined || better)
        sounds.set(key, { phrase, syllables, isName: content === undefined, isContent });
    }
  }
  const beginnings = new Set<string>();
  for (const sound of sounds.keys())
    for (let length = 1; length <= sound.length; length += 1) beginnings.add(sound.slice(0, length));
  return { phrases: sounds, beginnings };
}

const ofVocabulary = new WeakMap<Vocabulary, Sounds>();
const ofLayer = new WeakMap<ReadonlyMap<string, unknown>, Sounds>();

/** All phrases by sound, in layers: names added last come first, ordinary words last. Made when first needed. */
export function soundLayers(vocabulary: Vocabulary, names: Names): Sounds[] {
  const layers = names.layers.map((layer) => {
    const sounds = ofLayer.get(layer) ?? soundsOf(layer.keys(), undefined);
    ofLayer.set(layer, sounds);
    return sounds;
  });
  const words = ofVocabulary.get(vocabulary) ?? soundsOf(vocabulary.zh.phrases, vocabulary.zh.content());
  ofVocabulary.set(vocabulary, words);
  return [...layers.reverse(), words];
}

/** Whether any phrase sounds so or begins so. */
export function beginsSound(sound: string, layers: readonly Sounds[]): boolean {
  for (const { beginnings } of layers) if (beginnings.has(sound)) return true;
  return false;
}

export function soundingAs(sound: string, layers: readonly Sounds[]): Sounding | undefined {
  for (const layer of layers) {
    const found = layer.phrases.get(sound);
    if (found !== undefined) return found;
  }
  return undefined;
}
