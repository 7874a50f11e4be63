import type { View } from '../presenter/view.js';
import { told } from '../presenter/words.js';
import type { Standing } from './roles.js';

/** "Coordinator of Yantai and Rome". */
export function describeStanding(view: View, { role, cities }: Standing): string {
  const { t, formats } = view.language;
  if (role !== 'coordinator' || cities === undefined) return t(`changes:people.role.${role}`);
  const names = cities.flatMap((id) => {
    const city = view.programme.cities.get(id);
    return city === undefined ? [] : [told(city.name, view)];
  });
  return t('changes:people.coordinatorOf', { cities: formats.list(names) });
}
