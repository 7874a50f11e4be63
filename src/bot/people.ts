import { quotable } from './changes/clean-text.js';
import { type PersonId, partsOf } from './identity.js';
import type { Person, Role } from './state.js';
import type { Reader, Tx } from './store.js';

const rank: Record<Role, number> = { delegate: 0, coordinator: 1, admin: 2 };

/** Whether a role includes what another may do. */
export function includesRole(role: Role, needed: Role): boolean {
  return rank[role] >= rank[needed];
}

/** The person who has this contact, or `undefined` when the state does not know it. */
export function findPerson(reader: Reader, contact: PersonId): Person | undefined {
  return (
    reader.get('people', contact) ??
    reader.all('people').find((person) => person.identities.includes(contact))
  );
}

/** What somebody is called of whom nothing but an id is known yet. */
export function nameless(contact: PersonId): string {
  return partsOf(contact).id;
}

/**
 * The person behind a contact. Somebody unknown is a delegate; a contact named by the configuration is an admin. The
 * name that the platform shows is only for showing.
 */
export function whoIs(
  reader: Reader,
  contact: PersonId,
  shownAs: string,
  admins: ReadonlySet<string>,
): Person {
  const name = nameOf(contact, shownAs);
  const found = findPerson(reader, contact) ?? newcomer(contact, name);
  const known = found.name === nameless(found.id) ? { ...found, name } : found;
  return known.identities.some((id) => admins.has(id)) ? { ...known, role: 'admin' } : known;
}

const visible = /[^\s\p{Default_Ignorable_Code_Point}]/u;

/** A shown name as others may read it beside a change: clean, and no longer than a name is. */
function nameOf(contact: PersonId, shownAs: string): string {
  const name = quotable(shownAs);
  return visible.test(name) ? name : nameless(contact);
}

/** Somebody without a role or a setting. */
export function newcomer(contact: PersonId, name: string): Person {
  return { id: contact, identities: [contact], name, role: 'delegate' };
}

/** Keeps the name of somebody who has a role, by the state or by the configuration, and was known by an id only. */
export function rememberName(tx: Tx, { id, identities, name }: Person, admins: ReadonlySet<string>): void {
  const known = tx.get('people', id);
  // An admin by configuration stays a delegate in the state: taking the configuration away takes the role away.
  if (known === undefined && name !== nameless(id) && identities.some((own) => admins.has(own)))
    tx.put('people', newcomer(id, name));
  if (known !== undefined && known.name === nameless(id) && name !== known.name)
    tx.put('people', { ...known, name });
}

/** Whether a person may change what concerns these cities: a coordinator of some cities, only what concerns one of them. */
export function maySpeakFor(person: Person, cities: Iterable<string>): boolean {
  if (!includesRole(person.role, 'coordinator')) return false;
  if (person.role === 'admin' || person.cities === undefined) return true;
  const own = new Set(person.cities);
  return [...cities].some((city) => own.has(city));
}
