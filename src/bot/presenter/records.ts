import type { Mission, Organisation, Pilot } from '../../programme/schema.js';
import type { Intent } from '../../query/query.js';
import type { Shown } from './body.js';
import type { View } from './view.js';
import { told } from './words.js';

/** The intents whose answers are lists of records. */
export type RecordIntent = Extract<Intent, 'missions' | 'pilots' | 'partners' | 'status' | 'city'>;

/** The records of the ids, in their order. An id that was removed meanwhile is passed over. */
export function recordsOf<T>(map: ReadonlyMap<string, T>, ids: Iterable<string>): T[] {
  return [...ids].flatMap((id) => map.get(id) ?? []);
}

export function shownMission(mission: Mission, view: View): Shown {
  return shown(`mission:${mission.id}`, told(mission.title, view), mission);
}

export function shownPilot(pilot: Pilot, view: View): Shown {
  return shown(`pilot:${pilot.id}`, told(pilot.title, view), pilot);
}

export function shownPartner(organisation: Organisation, view: View): Shown {
  return shown(`partner:${organisation.id}`, told(organisation.name, view), organisation);
}

function shown(key: string, title: string, { source }: { source?: { document: string } }): Shown {
  return source === undefined ? { key, title } : { key, title, document: source.document };
}
