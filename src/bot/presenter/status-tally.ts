import { type Mission, MissionStatus, type Pilot, PilotStatus } from '../../programme/schema.js';
import type { View } from './view.js';

/** How many pilots stand where: "14 pilots: 12 proposed, 2 agreed". */
export function statusTally(pilots: readonly Pilot[], view: View): string {
  const { t, formats } = view.language;
  const total = t('answers:count.pilots', { count: pilots.length, number: formats.number(pilots.length) });
  const named = PilotStatus.options.map((is) => [is, t(`answers:status.${is}`)] as const);
  return tally(total, 'tally', pilots, named, view);
}

/** How many missions stand where: "3 missions: 2 held, 1 planned". */
export function missionTally(missions: readonly Mission[], view: View): string {
  const { t, formats } = view.language;
  const count = missions.length;
  const total = t('answers:count.missions', { count, number: formats.number(count) });
  const named = MissionStatus.options.map((is) => [is, t(`answers:mission-status.${is}`)] as const);
  return tally(total, 'tally-missions', missions, named, view);
}

function tally(
  total: string,
  each: 'tally' | 'tally-missions',
  records: readonly { status: string }[],
  named: readonly (readonly [string, string])[],
  { language: { t, formats } }: View,
): string {
  const counts = named.flatMap(([is, status]) => {
    const count = records.filter((record) => record.status === is).length;
    return count === 0 ? [] : [t(`answers:state.${each}`, { number: formats.number(count), status })];
  });
  return t('answers:state.many', { total, tally: counts.join(t('answers:list.separator')) });
}
