import type { Programme } from './programme.js';
import type { Salvaged } from './salvage.js';
import type { Mission } from './schema.js';

/** The ids that a reference may name, by what it refers to; cities and groups share one namespace as parties. */
export interface Known {
  source: ReadonlySet<string | undefined>;
  country: ReadonlySet<string | undefined>;
  city: ReadonlySet<string | undefined>;
  party: ReadonlySet<string | undefined>;
  organisation: Set<string | undefined>;
  theme: ReadonlySet<string | undefined>;
  topic: ReadonlySet<string | undefined>;
  /** Missions with the wrong shape are known, too, but their dates are not. */
  missions: Map<string, Mission | undefined>;
}

/** The ids of a dataset file, those of records of the wrong shape among them. */
export function knownOf({ ids, records: { missions } }: Salvaged): Known {
  return {
    source: new Set(ids.sources),
    country: new Set(ids.countries),
    city: new Set(ids.cities),
    party: new Set([...ids.cities, ...ids.groups]),
    organisation: new Set(ids.organisations),
    theme: new Set(ids.themes),
    topic: new Set(ids.topics),
    missions: new Map(ids.missions.flatMap((id, index) => (id === undefined ? [] : [[id, missions[index]]]))),
  };
}

/** The ids of a programme, to which those of new missions and organisations can be added. */
export function knownIn(programme: Programme): Known {
  const { sources, countries, cities, groups, organisations, themes, topics, missions } = programme;
  return {
    source: new Set(sources.keys()),
    country: new Set(countries.keys()),
    city: new Set(cities.keys()),
    party: new Set([...cities.keys(), ...groups.keys()]),
    organisation: new Set(organisations.keys()),
    theme: new Set(themes.keys()),
    topic: new Set(topics.keys()),
    missions: new Map(missions),
  };
}
