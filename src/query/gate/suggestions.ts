import type { Day } from '../../programme/partial-date.js';
import type { Suggestion } from '../answer.js';
import { recordsOf } from '../filter/run.js';
import type { Query } from '../query.js';
import { readConditions } from '../reading/conditions.js';
import type { Knowledge, Reading } from '../reading/read.js';

const MOST = 3;
const OTHERS = ['missions', 'pilots', 'partners', 'status'] as const;

/** Ways to go on, best first: the readings of the question that have records, then other records of what it names. */
export function suggestionsFor(reading: Reading, knowledge: Knowledge, today: Day): Suggestion[] {
  const { programme } = knowledge;
  const queries: Query[] = [reading.best, ...reading.others()].flatMap((way) =>
    way === undefined ? [] : [way.query],
  );
  const { scene } = reading;
  if (scene.parties.length > 0 || scene.subjects.length > 0) {
    for (const intent of OTHERS) {
      if (queries.some((query) => query.intent === intent)) continue;
      const { clauses, linked } = readConditions(intent, scene, programme);
      if (clauses.length === 0 && linked === undefined) continue;
      queries.push({
        intent,
        ask: 'list',
        clauses,
        dates: [],
        pick: 'all',
        ...(linked === undefined ? {} : { linked }),
      });
    }
  }
  const suggestions: Suggestion[] = [];
  for (const query of queries) {
    // All cities of all missions are no way on.
    if (query.linked?.clauses.length === 0 && query.dates.length === 0) continue;
    if (suggestions.length === MOST) break;
    const { items } = recordsOf(query, knowledge, today);
    const tells = items.length > 0 || ['themes', 'overview', 'contact', 'help'].includes(query.intent);
    // What was asked with a word that is not known has no yes or no.
    if (tells)
      suggestions.push({ query: query.ask === 'whether' ? { ...query, ask: 'list' } : query, items });
  }
  return suggestions;
}
