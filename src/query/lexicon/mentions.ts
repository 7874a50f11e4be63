import type { Localized } from '../../programme/localized.js';
import type { Programme } from '../../programme/programme.js';
import { atomise } from '../text/atoms.js';
import { normalise } from '../text/normalise.js';
import type { NameSense } from './names.js';
import type { Vocabulary } from './vocabulary.js';

const LATIN = /^[a-z]{3,}$/;

interface Entry extends NameSense {
  record: object;
  /** Whether the word is in its name, and not only in what is told of it. */
  inName: boolean;
}

/** A word that more records hold says nothing of any of them. */
const TOO_COMMON = 50;

/** Words that are in no lexicon, but in what the records say: a pilot's description, a partner's name. */
export class Mentions {
  readonly #vocabulary: Vocabulary;
  /** Latin words, and pairs of Han characters, to the records that hold them, by kind and id; `undefined` of one that is too common. */
  readonly #places = new Map<string, Map<string, Entry> | undefined>();
  /** What was read of each record. A changed record is another object, and is read anew. */
  readonly #read = new Map<string, { record: object; words: readonly string[] }>();
  #synced: Programme | undefined;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** Records that hold a Latin word, or a run of at least two Han characters, as they are in `programme`. */
  of(word: string, programme: Programme): NameSense[] {
    this.#sync(programme);
    const keys = LATIN.test(word) ? [word] : keysOf(word);
    const [first, ...others] = keys.map((key) => this.#places.get(key));
    const found = [...(first ?? [])]
      .filter(([key, entry]) => others.every((places) => places?.get(key)?.record === entry.record))
      .map(([, entry]) => entry)
      .filter((entry) => recordOf(programme, entry) === entry.record);
    const named = found.filter(({ inName }) => inName);
    return named.length > 0 ? named : found;
  }

  /** Reads the records that are new or changed since the last question that needed them. */
  #sync(programme: Programme): void {
    if (this.#synced === programme) return;
    this.#synced = programme;
    for (const [id, pilot] of programme.pilots) this.#add('pilot', id, pilot, pilot.title, pilot.about);
    for (const [id, partner] of programme.organisations)
      this.#add('organisation', id, partner, partner.name, partner.about);
    for (const [id, mission] of programme.missions) this.#add('mission', id, mission, mission.title);
  }

  #add(kind: NameSense['kind'], id: string, record: object, name: Localized, about?: Localized): void {
    const key = `${kind}:${id}`;
    const before = this.#read.get(key);
    if (before?.record === record) return;
    for (const word of before?.words ?? []) this.#places.get(word)?.delete(key);
    const names = new Set(keysOfText(name));
    const words = [...new Set([...names, ...keysOfText(about ?? {})])];
    for (const word of words) this.#put(word, key, { kind, id, record, inName: names.has(word) });
    this.#read.set(key, { record, words });
  }

  #put(word: string, key: string, entry: Entry): void {
    if (this.#vocabulary.en.phrases.has(word) || this.#vocabulary.zh.phrases.has(word)) return;
    const places = this.#places.get(word);
    if (places !== undefined) {
      places.set(key, entry);
      if (places.size >= TOO_COMMON) this.#places.set(word, undefined);
    } else if (!this.#places.has(word)) this.#places.set(word, new Map([[key, entry]]));
  }
}

const keysOfText = ({ en, zh }: Localized) => [...keysOf(en ?? ''), ...keysOf(zh ?? '')];

function recordOf(programme: Programme, { kind, id }: NameSense): object | undefined {
  if (kind === 'pilot') return programme.pilots.get(id);
  return kind === 'mission' ? programme.missions.get(id) : programme.organisations.get(id);
}

/** What a text is found by: its Latin words of three letters and more, and each pair of neighbouring Han characters. */
function keysOf(text: string): string[] {
  const atoms = atomise(normalise(text).text);
  return atoms.flatMap((atom, i) => {
    if (atom.kind === 'word') return atom.text.length > 2 ? [atom.text] : [];
    const next = atoms[i + 1];
    return atom.kind === 'han' && next?.kind === 'han' && next.from === atom.to
      ? [atom.text + next.text]
      : [];
  });
}
