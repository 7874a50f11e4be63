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
  /** Latin words, and pairs of Han characters, to the records that hold them. Only ever added to. */
  readonly #places = new Map<string, Entry[]>();
  readonly #seen = new WeakSet<object>();
  #synced: Programme | undefined;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** Records that hold a Latin word, or a run of at least two Han characters, as they are in `programme`. */
  of(word: string, programme: Programme): NameSense[] {
    this.#sync(programme);
    const keys = LATIN.test(word) ? [word] : keysOf(word);
    const lists = keys.map((key) => this.#places.get(key) ?? []);
    if (lists.some((list) => list.length >= TOO_COMMON)) return [];
    const [first = [], ...others] = lists;
    const found = first
      .filter((entry) => others.every((list) => list.some((other) => other.record === entry.record)))
      .filter((entry) => recordOf(programme, entry) === entry.record);
    const named = found.filter(({ inName }) => inName);
    return named.length > 0 ? named : found;
  }

  /** Reads the records that are new since the last question that needed them. */
  #sync(programme: Programme): void {
    if (this.#synced === programme) return;
    this.#synced = programme;
    for (const [id, pilot] of programme.pilots) this.#add('pilot', id, pilot, pilot.title, pilot.about);
    for (const [id, partner] of programme.organisations)
      this.#add('organisation', id, partner, partner.name, partner.about);
    for (const [id, mission] of programme.missions) this.#add('mission', id, mission, mission.title);
  }

  #add(kind: NameSense['kind'], id: string, record: object, name: Localized, about?: Localized): void {
    if (this.#seen.has(record)) return;
    this.#seen.add(record);
    const names = new Set(keysOfText(name));
    for (const key of names) this.#put(key, { kind, id, record, inName: true });
    for (const key of new Set(keysOfText(about ?? {}))) {
      if (!names.has(key)) this.#put(key, { kind, id, record, inName: false });
    }
  }

  #put(key: string, entry: Entry): void {
    if (this.#vocabulary.en.phrases.has(key) || this.#vocabulary.zh.phrases.has(key)) return;
    const entries = this.#places.get(key);
    if (entries === undefined) this.#places.set(key, [entry]);
    else if (entries.length < TOO_COMMON) entries.push(entry);
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
