import type { Aliases, Localized } from '../../programme/localized.js';
import type { Programme } from '../../programme/programme.js';
import { phraseKeys } from '../text/atoms.js';
import { normalise } from '../text/normalise.js';
import { Trie } from '../text/trie.js';

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

interface Entry extends NameSense {
  /** The record as it was when the names were read: a changed record is another object. */
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

const NAMED_TABLES = ['cities', 'countries', 'groups', 'themes', 'topics', 'organisations'] as const;
const KIND_OF = {
  cities: 'city',
  countries: 'country',
  groups: 'group',
  themes: 'theme',
  topics: 'topic',
  organisations: 'organisation',
} as const;

function* namesOf(
  programme: Programme,
): Generator<{ kind: NameKind; id: string; record: object; phrases: () => string[] }> {
  for (const table of NAMED_TABLES) {
    for (const [id, record] of programme[table] as ReadonlyMap<string, Named>) {
      const own = table === 'countries' ? [] : [id];
      yield {
        kind: KIND_OF[table],
        id,
        record,
        phrases: () => [...own, ...spoken(record.name, record.aliases)],
      };
    }
  }
  for (const [id, pilot] of programme.pilots) {
    yield { kind: 'pilot', id, record: pilot, phrases: () => [id, ...spoken(pilot.title, pilot.aliases)] };
  }
  // A mission's title tells who went where, in words that have their own meaning; only its proper names name it.
  for (const [id, mission] of programme.missions) {
    const events = () => mission.events.flatMap((event) => spoken(event.name, event.aliases));
    yield {
      kind: 'mission',
      id,
      record: mission,
      phrases: () => [id, ...spoken({}, mission.aliases), ...events()],
    };
  }
  const { overview } = programme;
  const whole = () => [...spoken(overview.name, overview.aliases), ...spoken(overview.shortName)];
  yield { kind: 'programme', id: 'programme', record: overview, phrases: whole };
  for (const goal of overview.goals) {
    yield {
      kind: 'goal',
      id: String(goal.number),
      record: goal,
      phrases: () => spoken(goal.name, goal.aliases),
    };
  }
  for (const topic of overview.urbanAgenda) {
    yield {
      kind: 'urban-agenda',
      id: topic.id,
      record: topic,
      phrases: () => spoken(topic.name, topic.aliases),
    };
  }
  yield {
    kind: 'contact',
    id: 'contact',
    record: overview.contact,
    phrases: () => spoken(overview.contact.name),
  };
}

/**
 * The names of a programme's records in both languages. Immutable: `with` makes the names of a changed programme, and
 * adds only what is new or changed.
 */
export class Names {
  readonly #tries: readonly Trie<Entry>[];
  readonly #known: ReadonlyMap<string, object>;
  /** Normalised phrases that were added last, and those of all layers before. */
  readonly #phrases: readonly ReadonlyMap<string, Entry>[];

  private constructor(
    tries: readonly Trie<Entry>[],
    phrases: readonly ReadonlyMap<string, Entry>[],
    known: ReadonlyMap<string, object>,
  ) {
    this.#tries = tries;
    this.#phrases = phrases;
    this.#known = known;
  }

  static of(programme: Programme): Names {
    return new Names([], [], new Map()).with(programme);
  }

  with(programme: Programme): Names {
    const trie = new Trie<Entry>();
    const known = new Map<string, object>();
    const phrases = new Map<string, Entry>();
    for (const { kind, id, record, phrases: read } of namesOf(programme)) {
      const key = `${kind}:${id}`;
      known.set(key, record);
      if (this.#known.get(key) === record) continue;
      const entry = { kind, id, record };
      const texts = new Set(
        read()
          .flatMap(variants)
          .map((phrase) => normalise(phrase).text),
      );
      for (const text of texts) {
        trie.add(phraseKeys(text), entry);
        phrases.set(text, entry);
      }
    }
    if (phrases.size === 0 && known.size === this.#known.size) return this;
    // Many small layers would slow every look-up; one rebuild in sixteen changes costs little.
    if (this.#tries.length >= 16) return new Names([], [], new Map()).with(programme);
    return new Names([...this.#tries, trie], [...this.#phrases, phrases], known);
  }

  #isCurrent(entry: Entry): boolean {
    return this.#known.get(`${entry.kind}:${entry.id}`) === entry.record;
  }

  /** Calls `found` for every name that begins with the atom at `from`. */
  match(
    atoms: Parameters<Trie<Entry>['match']>[0],
    from: number,
    found: (to: number, senses: readonly NameSense[]) => void,
  ): void {
    for (const trie of this.#tries) {
      trie.match(atoms, from, (to, entries) => {
        const current = entries.every((entry) => this.#isCurrent(entry))
          ? entries
          : entries.filter((entry) => this.#isCurrent(entry));
        if (current.length > 0) found(to, current);
      });
    }
  }

  /** Layers of normalised phrases, oldest first; a layer never changes, so what is derived from it can be kept. */
  get layers(): readonly ReadonlyMap<string, NameSense>[] {
    return this.#phrases;
  }
}
