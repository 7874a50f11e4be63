import { type Pilot, PilotStatus } from '../../programme/schema.js';
import type { View } from './view.js';

/** How many pilots stand where: "14 pilots: 12 proposed, 2 agreed". */
export function statusTally(pilots: readonly Pilot[], { language: { t, formats } }: View): string {
  const counts = PilotStatus.options.flatMap((status) => {
    const count = pilots.filter((pilot) => pilot.status === status).length;
    const values = { number: formats.number(count), status: t(`answers:status.${status}`) };
    return count === 0 ? [] : [t('answers:state.tally', values)];
  });
  return t('answers:state.many', {
    total: t('answers:count.pilots', { count: pilots.length, number: formats.number(pilots.length) }),
    tally: counts.join(t('answers:list.separator')),
  });
}
