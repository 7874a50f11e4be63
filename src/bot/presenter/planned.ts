import type { Mission } from '../../programme/schema.js';
import type { Found } from '../../query/answer.js';
import { looksAhead } from '../../query/filter/ahead.js';
import { NAMED } from '../../query/filter/matching.js';
import type { Block } from '../reply.js';
import { linkedRecords } from './linked-records.js';
import { missionName } from './mission-account.js';
import type { View } from './view.js';

/** "Planned: April 2027 · Oslo visits Lyon": missions that are still to be held, apart from those that were. */
export function plannedLine(missions: readonly Mission[], view: View): Block[] {
  if (missions.length === 0) return [];
  const { t } = view.language;
  const names = missions.map((mission) => missionName(mission, view)).join(t('answers:clause-separator'));
  return [{ kind: 'text', text: t('answers:mission.planned', { names }) }];
}

/** Of cities that are asked for by their missions, those missions that are only planned. */
export function plannedBehind({ query }: Found, view: View): Block[] {
  if (query.linked?.by !== 'missions' || query.pick !== 'all' || looksAhead(query, view.today)) return [];
  const planned = linkedRecords(query, view.programme).flatMap(({ mission, degree }) =>
    mission?.status === 'planned' && degree === NAMED ? [mission] : [],
  );
  return plannedLine(planned, view);
}
