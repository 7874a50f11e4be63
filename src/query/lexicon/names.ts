import type { Aliases, Localized } from '../../programme/localized.js';
import type { Programme } from '../../programme/programme.js';
import { normalisedText } from '../text/normalise.js';
import { Trie } from '../text/trie.js';
import { titleNames } from './title-names.js';
import type { Vocabulary } from './vocabulary.js';

export type NameKind =
  | 'city'
  | 'country'
  | 'group'
  | 'organisation'
  | 'theme'
  | 'topic'
  | 'mission'
  | 'pilot'
  /** The programme itself, one of its goals, a topic of the Urban Agenda, its office. */
  | 'programme'
  | 'goal'
  | 'urban-agenda'
  | 'contact';

/** A record that a phrase names. */
export interface NameSense {
  kind: NameKind;
  id: string;
}

/** A name with the record as it was when the name was read: a changed record is another object. */
export interface NameEntry extends NameSense {
  record: object;
}

interface Named {
  name: Localized;
  aliases: Aliases;
}

function spoken(text: Localized, aliases?: Aliases): string[] {
  return [text.en, text.zh, ...(aliases?.en ?? []), ...(aliases?.zh ?? [])].filter(
    (phrase) => phrase !== undefined,
  );
}

/** What a name is also called: without what stands in brackets, and that alone. */
function variants(name: string): string[] {
  const bracketed = /^(.*?)[(（]([^)）]+)[)）](.*)$/.exec(name);
  return bracketed === null ? [name] : [`${bracketed[1]}${bracketed[3]}`, bracketed[2] ?? ''];
}

const TABLES = [
  'cities',
  'countries',
  'groups',
  'themes',
  'topics',
  'organisations',
  'pilots',
  'missions',
] as const;
type Table = (typeof TABLES)[number];

const KIND_OF = {
  cities: 'city',
  countries: 'country',
  groups: 'group',
  themes: 'theme',
  topics: 'topic',
  organisations: 'organisation',
  pilots: 'pilot',
  missions: 'mission',
} as const satisfies Record<Table, NameKind>;

const TABLE_OF = new Map<NameKind, Table>(TABLES.map((table) => [KIND_OF[table], table]));

/** The phrases that name a record. A mission's title tells who went where; its names are its own and its events'. */
function phrasesOf(programme: Programme, table: Table, id: string): string[] {
  if (table === 'missions') {
    const mission = programme.missions.get(id);
    return mission === undefined
      ? []
      : [
          ...spoken({}, mission.aliases),
          ...mission.events.flatMap((event) => spoken(event.name, event.aliases)),
        ];
  }
  if (table === 'pilots') {
    const pilot = programme.pilots.get(id);
    return pilot === undefined ? [] : spoken(pilot.title, pilot.aliases);
  }
  const record: Named | undefined = programme[table].get(id);
  return record === undefined ? [] : spoken(record.name, record.aliases);
}

function* overviewNames({ overview }: Programme): Generator<NameSense & { phrases: string[] }> {
  const whole = [...spoken(overview.name, overview.aliases), ...spoken(overview.shortName)];
  yield { kind: 'programme', id: 'programme', phrases: whole };
  for (const { number, name, aliases } of overview.goals)
    yield { kind: 'goal', id: String(number), phrases: spoken(name, aliases) };
  for (const { id, name, aliases } of overview.urbanAgenda)
    yield { kind: 'urban-agenda', id, phrases: spoken(name, aliases) };
  yield { kind: 'contact', id: 'contact', phrases: spoken(overview.contact.name) };
}

// Titles of more missions than these are not searched for proper names: they follow a pattern by then.
const MOST_TITLES = 5000;

/**
 * The names of a programme's records in both languages. `with` makes the names of a changed programme, and adds a layer of
 * what is new or changed to those that it shares.
 */
export class Names {
  readonly #programme: Programme | undefined;
  readonly #vocabulary: Vocabulary;
  readonly #layers: readonly Layer[];
  readonly #tries: readonly Trie<NameEntry>[];

  private constructor(vocabulary: Vocabulary, programme?: Programme, layers: readonly Layer[] = []) {
    this.#vocabulary = vocabulary;
    this.#programme = programme;
    this.#layers = layers;
    this.#tries = layers.map(({ trie }) => trie);
  }

  static of(programme: Programme, vocabulary: Vocabulary): Names {
    return new Names(vocabulary).with(programme);
  }

  with(programme: Programme): Names {
    // Many small layers would slow every look-up; one rebuild in sixteen changes costs little.
    if (this.#layers.length >= 16) return Names.of(programme, this.#vocabulary);
    const layer = new Layer();
    const titled: string[] = [];
    for (const table of TABLES) {
      const before = this.#programme?.[table];
      if (before === programme[table]) continue;
      for (const [id, record] of programme[table] as ReadonlyMap<string, object>) {
        if (before?.get(id) === record) continue;
        const entry = { kind: KIND_OF[table], id, record };
        if (table !== 'countries') layer.addId(id, entry);
        layer.add(phrasesOf(programme, table, id), entry);
        if (table === 'missions') titled.push(id);
      }
    }
    if (this.#programme?.overview !== programme.overview) {
      for (const { phrases, ...name } of overviewNames(programme))
        layer.add(phrases, { ...name, record: programme.overview });
    }
    const names = new Names(this.#vocabulary, programme, [...this.#layers, layer]);
    if (titled.length <= MOST_TITLES) layer.addLater(() => names.#addTitles(layer, titled));
    return names;
  }

  #addTitles(layer: Layer, ids: readonly string[]): void {
    for (const id of ids) {
      const mission = this.#programme?.missions.get(id);
      if (mission === undefined) continue;
      layer.add(titleNames(mission.title, this.#vocabulary, this), { kind: 'mission', id, record: mission });
    }
  }

  /**
   * Reads the names in the titles of missions, which only a text with an unknown word may need. True when there were any to
   * read: then the same words may name more.
   */
  readTitles(): boolean {
    return this.#layers.filter((layer) => layer.addWhatWaits()).length > 0;
  }

  #isCurrent({ kind, id, record }: NameEntry): boolean {
    const table = TABLE_OF.get(kind);
    return table === undefined
      ? this.#programme?.overview === record
      : this.#programme?.[table].get(id) === record;
  }

  /** Tries of names, of which some may be out of date; see `current`. */
  get tries(): readonly Trie<NameEntry>[] {
    return this.#tries;
  }

  /** Of a phrase's records those that still are as they were when it was read. */
  current(entries: readonly NameEntry[]): readonly NameSense[] {
    return this.#layers.length === 1 ? entries : entries.filter((entry) => this.#isCurrent(entry));
  }

  /** Layers of normalised phrases, oldest first, with those of titles: what is derived from a layer can be kept. */
  get layers(): readonly ReadonlyMap<string, NameSense>[] {
    this.readTitles();
    return this.#layers.map(({ phrases }) => phrases);
  }
}

/** Names that came with one change of the programme. */
class Layer {
  readonly trie = new Trie<NameEntry>();
  readonly phrases = new Map<string, NameSense>();
  #waiting: (() => void) | undefined;

  /** Puts off adding names until they are needed. */
  addLater(adding: () => void): void {
    this.#waiting = adding;
  }

  /** Adds the names that were put off; true when there were any. */
  addWhatWaits(): boolean {
    const adding = this.#waiting;
    this.#waiting = undefined;
    adding?.();
    return adding !== undefined;
  }

  /** An id is matched as it stands; nobody misspells or speaks it. */
  addId(id: string, entry: NameEntry): void {
    this.trie.add(id, entry);
  }

  add(phrases: readonly string[], entry: NameEntry): void {
    const texts = new Set(phrases.flatMap(variants).map(normalisedText));
    for (const text of texts) {
      // The name of many a record is its id, which is there already.
      const isId =
        TABLE_OF.has(entry.kind) && entry.kind !== 'country' && text.replaceAll(' ', '-') === entry.id;
      if (!isId) this.trie.add(text, entry);
      this.phrases.set(text, entry);
    }
  }
}
