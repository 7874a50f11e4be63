import type { Programme } from '../../programme/programme.js';
import { type Degree, NAMED, NO } from './matching.js';
import type { MissionIndex } from './mission-index.js';
import type { PilotIndex } from './pilot-index.js';

/** Ids that answer a query, and those that belong to the answer only through a named group. */
export interface Records {
  items: readonly string[];
  optional: readonly string[];
}

/** Whether there is no record, not even through a group. */
export const hasNone = ({ items, optional }: Records) => items.length + optional.length === 0;

/** What queries are run over. */
export interface Indexes {
  programme: Programme;
  missions: MissionIndex;
  pilots: PilotIndex;
}

export const NONE: Records = { items: [], optional: [] };

export function sorted(ids: Iterable<[string, Degree]>): Records {
  const items: string[] = [];
  const optional: string[] = [];
  for (const [id, degree] of ids) {
    if (degree === NAMED) items.push(id);
    else if (degree !== NO) optional.push(id);
  }
  return { items, optional };
}
