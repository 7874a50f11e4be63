import { tell } from '../../programme/localized.js';
import type { Programme } from '../../programme/programme.js';
import { includesRole, maySpeakFor } from '../people.js';
import type { Person } from '../state.js';
import type { Desk, Draft } from './draft.js';
import { citiesOf, findItem } from './record.js';
import { resultOf } from './references.js';
import { refusal } from './refusal.js';

/** Why a person may not make a change: for want of the role, or because it concerns none of their cities. */
export type Bar = 'role' | 'cities';

/**
 * Whether a person may make this change. A coordinator of some cities changes only what concerns one of them: the record
 * as it is, or a new one as it will be. One's own change may also be taken back when it took the record out of one's
 * cities and this brings it back. News and translations are every coordinator's.
 */
export function barTo(
  person: Person,
  draft: Draft,
  { programme, changes }: Pick<Desk, 'programme' | 'changes'>,
): Bar | undefined {
  if (!includesRole(person.role, 'coordinator')) return 'role';
  const cities = citiesConcerned(draft, programme);
  if (cities === undefined || maySpeakFor(person, cities)) return undefined;
  const undone = changes.find(({ id }) => id === draft.undoes);
  const restored = resultOf(programme, draft);
  const isOwn = undone !== undefined && person.identities.some((id) => id === undone.by);
  return isOwn && restored !== undefined && maySpeakFor(person, citiesOf(programme, restored))
    ? undefined
    : 'cities';
}

/** Says which cities a person speaks for, and what the change concerns. */
export function citiesBarred(desk: Desk, person: Person, draft: Draft) {
  const { t, formats, locale } = desk.language;
  const name = (id: string) => {
    const city = desk.programme.cities.get(id);
    return city === undefined ? id : tell(city.name, locale).text;
  };
  const own = formats.list((person.cities ?? []).map(name));
  const concerned = [...(citiesConcerned(draft, desk.programme) ?? [])];
  if (concerned.length === 0) return refusal(desk, t('changes:refused.allCities', { own }));
  return refusal(desk, t('changes:refused.cities', { own, cities: formats.list(concerned.map(name)) }));
}

/** The cities that a change concerns; `undefined` for one that is every coordinator's. */
function citiesConcerned(draft: Draft, programme: Programme): ReadonlySet<string> | undefined {
  if (!('target' in draft)) return undefined;
  const item = findItem(programme, draft.target) ?? resultOf(programme, draft);
  return item === undefined ? new Set() : citiesOf(programme, item);
}
