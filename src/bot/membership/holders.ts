import { PersonId } from '../identity.js';
import { nameless } from '../people.js';
import type { View } from '../presenter/view.js';
import { told } from '../presenter/words.js';
import type { Person } from '../state.js';
import type { Store } from '../store.js';
import { isConfiguredAdmin } from './roles.js';

/** Where people's roles are read from: the state, and the ids that are admins by the configuration. */
export interface RoleBook {
  store: Pick<Store, 'view'>;
  admins: ReadonlySet<string>;
}

/** Admins of the state and of the configuration, by the names that the list of people has. */
export function adminNames({ store, admins }: RoleBook): string[] {
  const people = store.view().all('people');
  const known = new Set<string>(people.flatMap(({ identities }) => identities));
  return [
    ...people.filter((person) => isAdmin(person, admins)).map(({ name }) => name),
    ...[...admins].filter((id) => !known.has(id)).map((id) => nameless(PersonId.parse(id))),
  ];
}

/** Coordinators by the same names, each with the cities that the role is limited to. */
export function coordinatorNames(context: RoleBook & View): string[] {
  const { store, admins, programme } = context;
  const { t, formats } = context.language;
  return store
    .view()
    .all('people')
    .filter((person) => person.role === 'coordinator' && !isAdmin(person, admins))
    .map(({ name, cities }) => {
      if (cities === undefined) return name;
      const own = cities.flatMap((id) => programme.cities.get(id) ?? []);
      return t('answers:aside', {
        text: name,
        aside: formats.list(own.map((city) => told(city.name, context))),
      });
    });
}

function isAdmin(person: Person, admins: ReadonlySet<string>): boolean {
  return person.role === 'admin' || isConfiguredAdmin(person, admins);
}
