import type { Languages } from '../../i18n/languages.js';
import { isWord } from '../changes/vocabulary.js';
import { type Person, Role } from '../state.js';
import type { Reader, Tx } from '../store.js';

/** A person's role, and the cities that a coordinator is for; absent means all of them. */
export interface Standing {
  role: Role;
  cities?: string[];
}

/** The role that a word names, in either language. */
export function roleNamed(languages: Languages, word: string): Role | undefined {
  return Role.options.find(
    (role) => role === word.toLowerCase() || isWord(languages, `bot:role.names.${role}`, word),
  );
}

/** Gives a person a role in place of the one that they had. */
export function putStanding(tx: Tx, person: Person, { role, cities }: Standing): void {
  const { cities: _, ...rest } = person;
  tx.put('people', { ...rest, role, ...(cities === undefined ? {} : { cities }) });
}

export function standingOf({ role, cities }: Person): Standing {
  return cities === undefined ? { role } : { role, cities };
}

/** Whether somebody is an admin by configuration, whatever the state says. */
export function isConfiguredAdmin(person: Person, admins: ReadonlySet<string>): boolean {
  return person.identities.some((id) => admins.has(id));
}

/** Whether somebody is on the list of people, where admins have seen the name beside the id. */
export function hasRole(person: Person, admins: ReadonlySet<string>): boolean {
  return person.role !== 'delegate' || isConfiguredAdmin(person, admins);
}

/** Whether nobody would be an admin any more without this person. Admins by configuration count. */
export function isLastAdmin(reader: Reader, person: Person, admins: ReadonlySet<string>): boolean {
  if (person.role !== 'admin' && !isConfiguredAdmin(person, admins)) return false;
  const others = reader.all('people').some(({ id, role }) => id !== person.id && role === 'admin');
  const configured = [...admins].some((id) => !person.identities.some((own) => own === id));
  return !others && !configured;
}
