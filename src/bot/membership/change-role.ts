import { refusal } from '../changes/refusal.js';
import type { Context } from '../command.js';
import type { PersonId } from '../identity.js';
import type { Invocation } from '../invocation.js';
import { partyName } from '../presenter/words.js';
import { text, toPerson } from '../replies.js';
import type { Reply } from '../reply.js';
import type { Person } from '../state.js';
import { describeStanding } from './describe-standing.js';
import { readPerson } from './find-person.js';
import { isConfiguredAdmin, isLastAdmin, putStanding, type Standing, standingOf } from './roles.js';

/**
 * Gives a person a role at once, in one transaction with all that must hold for it, and says how to take it back. `retry`
 * is the same with an id.
 * @throws Refused when the last admin would be gone, or an admin's own role, or the role is the configuration's, or a name
 * alone tells who it is
 */
export async function changeRole(
  context: Context,
  typed: string,
  standing: Standing,
  retry: (id: PersonId) => Invocation,
): Promise<Reply> {
  const { t } = context.language;
  const before = await context.transact((tx) => {
    const person = readPerson(context, tx, typed, retry);
    check(context, person, standing, isLastAdmin(tx, person, context.admins));
    putStanding(tx, person, standing);
    return person;
  });
  const undo = commandFor(context, before);
  const { name } = before;
  if (standing.role === 'delegate')
    return toPerson(context, text(t('changes:people.revoked', { name, undo })));
  const role = describeStanding(context, standing);
  return toPerson(context, text(t('changes:people.granted', { name, role, undo })));
}

function check(context: Context, person: Person, standing: Standing, isLast: boolean): void {
  const { t } = context.language;
  const { name } = person;
  if (standing.role !== 'admin' && isConfiguredAdmin(person, context.admins)) {
    throw refusal(context, t('changes:people.byConfiguration', { name }));
  }
  if (standing.role !== 'admin' && isLast) throw refusal(context, t('changes:people.lastAdmin', { name }));
  // Only admins give roles: nobody could take this back themselves.
  if (standing.role !== 'admin' && person.id === context.person.id)
    throw refusal(context, t('changes:people.ownRole', { id: person.id, role: inCommandLine(standing) }));
  const role = describeStanding(context, standing);
  if (role !== describeStanding(context, standingOf(person))) return;
  const same =
    standing.role === 'delegate'
      ? t('changes:people.noRole', { name })
      : t('changes:people.already', { name, role });
  throw refusal(context, same);
}

/** A role as the server's own shell is told it. */
function inCommandLine({ role, cities = [] }: Standing): string {
  return [role, cities.join(',')].join(' ').trim();
}

/** The command that gives a person back the role that they had. */
function commandFor(context: Context, { id, role, cities = [] }: Person): string {
  const { t, locale } = context.language;
  const wordOf = (command: string) => context.commands.words(command, locale).words[0] ?? command;
  if (role === 'delegate') return `${wordOf('revoke')} ${id}`;
  const names = cities.map((city) => partyName(city, context)).join(t('answers:list.separator'));
  return `${wordOf('grant')} ${id} ${t(`bot:role.names.${role}`)} ${names}`.trim();
}
