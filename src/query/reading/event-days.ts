import type { Interval } from '../../programme/partial-date.js';
import { missionInterval, type Programme } from '../../programme/programme.js';
import { NAMED } from '../filter/matching.js';
import type { MissionIndex } from '../filter/mission-index.js';
import type { Token } from '../text/tokens.js';
import { rangesOf } from './asked-days.js';
import { forMissions } from './conditions.js';
import type { Scene } from './scene.js';

export function eventDays(token: Token, programme: Programme): Interval | undefined {
  const name = token.names.find(({ kind }) => kind === 'mission');
  const mission = name === undefined ? undefined : programme.missions.get(name.id);
  return mission === undefined ? undefined : missionInterval(mission);
}

export function isPlaceOf(place: Token, event: Token, programme: Programme): boolean {
  const cities = event.names.flatMap(({ kind, id }) =>
    kind === 'mission' ? (programme.missions.get(id)?.hosts ?? []) : [],
  );
  return place.names.some(({ kind, id }) => kind === 'city' && cities.includes(id));
}

export function sinceSubject(token: Token, missions: MissionIndex): Interval | undefined {
  const topic = token.names.find(({ kind }) => kind === 'topic');
  const from = topic === undefined ? undefined : missions.first(`topic:${topic.id}`)?.days.from;
  return from === undefined ? undefined : { from, to: '9999-12-31' };
}

/** The days of the only mission that meets what a clause says; of several that share them as well. */
export function daysOfOne(scene: Scene, missions: MissionIndex): Interval | undefined {
  const { clauses, unused } = forMissions(scene);
  if (unused.length > 0 || scene.tokens.some(({ kind }) => kind === 'unknown')) return undefined;
  let days: Interval | undefined;
  let isOne = true;
  missions.each(clauses, rangesOf(scene.dates), (entry, degree) => {
    if (degree !== NAMED) return;
    isOne &&= days === undefined || (days.from === entry.days.from && days.to === entry.days.to);
    days = entry.days;
  });
  return isOne ? days : undefined;
}
