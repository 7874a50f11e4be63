import type { Day } from '../../programme/partial-date.js';
import type { Mission } from '../../programme/schema.js';
import type { Query } from '../query.js';

const asksForStatus = ({ clauses, linked }: Query) =>
  [...clauses, ...(linked?.clauses ?? [])].some(({ any }) =>
    any.some(({ kind }) => kind === 'mission-status'),
  );

/** Whether a question asks for what is still to come, or for missions of a status: then more counts than what was held. */
export function looksAhead(query: Query, today: Day): boolean {
  const { pick, dates } = query;
  return (
    pick === 'next' || (dates.length > 0 && dates.every(({ from }) => from > today)) || asksForStatus(query)
  );
}

/** Whether somebody was somewhere by this mission: where they only mean to go, or did not go after all, they were not. */
export function counts({ status }: Mission, query: Query, today: Day): boolean {
  return status === 'held' || asksForStatus(query) || (status === 'planned' && looksAhead(query, today));
}
