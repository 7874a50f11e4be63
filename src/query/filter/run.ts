import type { Day } from '../../programme/partial-date.js';
import type { Query } from '../query.js';
import type { Degree } from './matching.js';
import type { PilotIndex } from './pilot-index.js';
import { type Indexes, NONE, type Records, sorted } from './records.js';
import { runCities } from './run-cities.js';
import { runMissions } from './run-missions.js';
import { runPartners } from './run-partners.js';

function runPilots(query: Query, index: PilotIndex): Records {
  const found: [string, Degree][] = [];
  index.each(query.clauses, (pilot, degree) => found.push([pilot.id, degree]));
  return sorted(found);
}

/** The records that a query asks for. An exact filter: it never guesses. */
export function recordsOf(query: Query, indexes: Indexes, today: Day): Records {
  switch (query.intent) {
    case 'missions':
      return runMissions(query, today, indexes.missions);
    case 'pilots':
    case 'status':
      return runPilots(query, indexes.pilots);
    case 'partners':
      return runPartners(query, indexes);
    case 'city':
      return runCities(query, indexes, today);
    default:
      return NONE;
  }
}
