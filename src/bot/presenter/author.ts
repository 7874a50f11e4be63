import type { Change } from '../../programme/change.js';
import type { View } from './view.js';
import { told, withAside } from './words.js';

/** Who posted a change, with the cities that they coordinated: "Li Wei (Yantai)". */
export function authorOf({ byName, byCities = [] }: Pick<Change, 'byName' | 'byCities'>, view: View): string {
  const cities = byCities.flatMap((id) => view.programme.cities.get(id) ?? []);
  return withAside(
    byName,
    cities.map(({ name }) => told(name, view)),
    view,
  );
}
