import { quotable } from '../changes/clean-text.js';
import type { PersonId } from '../identity.js';
import { findPerson, nameless, newcomer } from '../people.js';
import type { Person } from '../state.js';
import type { Reader, Tx } from '../store.js';
import { hashOf, newCode } from './link-code.js';
import { isLastAdmin } from './roles.js';

/** How long a code works, and how long wrong tries count, in milliseconds. */
const WORKS_MS = 10 * 60_000;
/** Wrong codes that a contact may try within that time. */
const TRIES = 5;
/** Open codes that a person may have: one for each of several contacts. */
export const OPEN_CODES = 5;

/** Makes a code for a person, who comes to be known with it. `undefined` when they have too many open ones. */
export function issueCode(tx: Tx, person: Person, now: Date): string | undefined {
  prune(tx, now);
  const open = tx.all('linkCodes').filter((code) => code.person === person.id);
  if (open.length >= OPEN_CODES) return undefined;
  if (findPerson(tx, person.id) === undefined) tx.put('people', person);
  const code = newCode();
  tx.put('linkCodes', { id: hashOf(code), person: person.id, expires: later(now) });
  return code;
}

/** What became of a code that a contact sent. */
export type Linked =
  | { kind: 'linked' | 'own' | 'last-admin'; person: Person }
  | { kind: 'wrong'; triesLeft: number }
  | { kind: 'blocked' };

/**
 * Joins a contact to the person whose code it sent. That person keeps role and settings; what the contact had by itself is
 * gone. A code works once; after five wrong ones the contact has to wait.
 */
export function useCode(
  tx: Tx,
  { contact, shownAs }: { contact: PersonId; shownAs: string },
  code: string,
  admins: ReadonlySet<string>,
  now: Date,
): Linked {
  prune(tx, now);
  const tries = tx.get('linkAttempts', contact)?.tries ?? 0;
  if (tries >= TRIES) return { kind: 'blocked' };
  const open = tx.get('linkCodes', hashOf(code));
  const person = open && findPerson(tx, open.person);
  if (open === undefined || person === undefined) {
    tx.put('linkAttempts', { id: contact, tries: tries + 1, until: later(now) });
    return { kind: 'wrong', triesLeft: TRIES - tries - 1 };
  }
  if (person.identities.includes(contact)) return { kind: 'own', person };
  if (endsTheAdmins(tx, contact, person, admins)) return { kind: 'last-admin', person };
  tx.remove('linkCodes', open.id);
  tx.remove('linkAttempts', contact);
  takeContact(tx, contact, shownAs);
  const joined = { ...person, identities: [...person.identities, contact] };
  tx.put('people', joined);
  return { kind: 'linked', person: joined };
}

/**
 * Takes a contact out of the person that it belongs to, and its name with it. Returns that person without it; `undefined`
 * when the contact stands by itself already.
 */
export function unlinkContact(tx: Tx, contact: PersonId, shownAs: string): Person | undefined {
  const person = findPerson(tx, contact);
  if (person === undefined || person.identities.length === 1) return undefined;
  return takeContact(tx, contact, shownAs);
}

/** Whether joining would leave nobody an admin: the contact's person loses it, and the other one has no such role. */
function endsTheAdmins(
  reader: Reader,
  contact: PersonId,
  joins: Person,
  admins: ReadonlySet<string>,
): boolean {
  const person = findPerson(reader, contact) ?? newcomer(contact, contact);
  return (
    joins.role !== 'admin' &&
    person.identities.length === 1 &&
    !admins.has(contact) &&
    isLastAdmin(reader, person, admins)
  );
}

/**
 * Removes a contact from its person; a person without any contact is gone, and one known by it is known by the next. A name
 * that was the contact's own goes along: the person's is learnt anew when they speak.
 */
function takeContact(tx: Tx, contact: PersonId, shownAs: string): Person | undefined {
  const person = findPerson(tx, contact);
  if (person === undefined) return undefined;
  const [next, ...others] = person.identities.filter((id) => id !== contact);
  if (person.id === contact) tx.remove('people', contact);
  if (next === undefined) return undefined;
  const id = person.id === contact ? next : person.id;
  const isContacts = person.name === quotable(shownAs) || person.name === nameless(contact);
  const name = isContacts ? nameless(id) : person.name;
  const left = { ...person, id, identities: [next, ...others], name };
  tx.put('people', left);
  return left;
}

function prune(tx: Tx, now: Date): void {
  const at = now.toISOString();
  for (const { id, expires } of tx.all('linkCodes')) if (expires <= at) tx.remove('linkCodes', id);
  for (const { id, until } of tx.all('linkAttempts')) if (until <= at) tx.remove('linkAttempts', id);
}

function later(now: Date): string {
  return new Date(now.getTime() + WORKS_MS).toISOString();
}
