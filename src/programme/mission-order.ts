import type { PartialDate } from './partial-date.js';
import type { Mission } from './schema.js';

/**
 * Missions by id in order of date. A mission of which only the month or the year is known stands after all those of
 * a known day (or month) within it; missions of one date stand in order of their ids, so that the order does not
 * depend on how the missions came to be.
 */
export function inOrderOfDate(missions: Iterable<Mission>): Map<string, Mission> {
  const sorted = Array.from(missions, (mission) => ({ mission, end: endOf(mission.date) }));
  sorted.sort((a, b) => compare(a.end, b.end) || compare(a.mission.id, b.mission.id));
  return new Map(sorted.map(({ mission }) => [mission.id, mission]));
}

/** Orders by code units: ids and dates are ASCII, so that no language's collation is wanted. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** A text that sorts behind every date within the given one: 99 is no month and no day. */
function endOf(date: PartialDate): string {
  return date.length === 'YYYY-MM-DD'.length ? date : `${date}-99`;
}
