import { type Day, type Interval, intervalOf } from '../../programme/partial-date.js';
import type { Mission } from '../../programme/schema.js';
import type { DateRange, Query } from '../query.js';
import { type Degree, NAMED } from './matching.js';
import type { MissionIndex } from './mission-index.js';
import type { DatedMission } from './mission-list.js';
import { partition } from './postings.js';
import { type Records, sorted } from './records.js';

/**
 * Of missions in order of date: the first, or the last that have begun, or the next, `count` of them. Those of one date have
 * no order among each other, so with one of them come all.
 */
function pickOf(
  entries: readonly DatedMission[],
  pick: 'first' | 'last' | 'next',
  count: number,
  today: Day,
): string[] {
  const later = pick === 'first' ? 0 : partition(entries, ({ days }) => days.from <= today);
  const step = pick === 'last' ? -1 : 1;
  const picked: Mission[] = [];
  for (let i = pick === 'last' ? later - 1 : later; i >= 0 && i < entries.length; i += step) {
    const { mission } = entries[i] as DatedMission; // i is within bounds
    if (mission.status === 'cancelled') continue;
    if (picked.length >= count && mission.date !== picked.at(-1)?.date) break;
    picked.push(mission);
  }
  if (pick === 'last') picked.reverse();
  return picked.map(({ id }) => id);
}

/** Ids of missions that a source dates to one of the very days. */
export function onTheDay(
  { clauses, dates }: Pick<Query, 'clauses' | 'dates'>,
  index: MissionIndex,
): string[] {
  const ids: string[] = [];
  const isAsked = (days: DateRange) => dates.some(({ from, to }) => days.from === from && days.to === to);
  index.each(clauses, dates, ({ mission }, degree) => {
    if (degree === NAMED && exactDays(mission).some(isAsked)) ids.push(mission.id);
  });
  return ids;
}

/** The second, third … of the missions, those that belong through a group counted as well. */
function nthOf({ clauses, dates }: Query, nth: number, index: MissionIndex): Records {
  const found: [string, Degree][] = [];
  index.each(clauses, dates, ({ mission }, degree) => found.push([mission.id, degree]));
  return sorted(found.slice(nth - 1, nth));
}

/** The missions of a query; of those that it picks from, only the ones that are meant. */
export function runMissions(
  query: Query,
  today: Day,
  index: MissionIndex,
  isMeant: (mission: Mission) => boolean = () => true,
): Records {
  if (query.nth !== undefined) return nthOf(query, query.nth, index);
  const { clauses, dates, pick, count = 1 } = query;
  if (pick !== 'all') {
    const named: DatedMission[] = [];
    const grouped: DatedMission[] = [];
    index.each(clauses, dates, (entry, degree) => {
      if (isMeant(entry.mission)) (degree === NAMED ? named : grouped).push(entry);
    });
    return {
      items: pickOf(named, pick, count, today),
      optional: named.length > 0 ? [] : pickOf(grouped, pick, count, today),
    };
  }
  const { named, byGroup } = index.ids(clauses, dates);
  const isOneDay = dates.length > 0 && dates.every(({ from, to }) => from === to);
  const exact = isOneDay ? onTheDay(query, index) : [];
  return { items: exact.length > 0 ? exact : named, optional: byGroup };
}

/** The days that count for a question about days: an event's own day where the source gives one. */
function exactDays(mission: Mission): Interval[] {
  const dated = mission.events.flatMap((event) => (event.date === undefined ? [] : [intervalOf(event.date)]));
  return mission.date.length === 10 ? [intervalOf(mission.date), ...dated] : dated;
}
