import type { Interval } from '../../programme/partial-date.js';
import { missionInterval, type Programme } from '../../programme/programme.js';
import type { MissionIndex } from '../filter/mission-index.js';
import type { Token } from '../text/tokens.js';

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
