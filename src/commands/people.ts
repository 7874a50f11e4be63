import * as z from 'zod';
import { type Context, defineCommand } from '../bot/command.js';
import { PersonId } from '../bot/identity.js';
import { describeStanding } from '../bot/membership/describe-standing.js';
import { isConfiguredAdmin, standingOf } from '../bot/membership/roles.js';
import { nameless } from '../bot/people.js';
import { text, toPerson } from '../bot/replies.js';
import type { ListItem } from '../bot/reply.js';
import type { Person } from '../bot/state.js';

/** `people`: everyone with a role, and the contacts by which they are known. */
export const people = defineCommand({
  name: 'people',
  role: 'admin',
  mutates: false,
  schema: z.strictObject({}),
  read: () => ({}),
  run(context) {
    const { t } = context.language;
    const items = [...knownPeople(context), ...configuredOnly(context)];
    if (items.length === 0) return toPerson(context, text(t('changes:people.none')));
    return toPerson(
      context,
      { kind: 'heading', text: t('changes:people.title') },
      { kind: 'list', numbered: false, items },
    );
  },
});

function knownPeople(context: Context): ListItem[] {
  const rank = (person: Person) =>
    isConfiguredAdmin(person, context.admins) || person.role === 'admin' ? 0 : 1;
  return context.store
    .view()
    .all('people')
    .filter((person) => person.role !== 'delegate' || isConfiguredAdmin(person, context.admins))
    .toSorted((a, b) => rank(a) - rank(b))
    .map((person) => line(context, person.name, roleOf(context, person), person.identities));
}

/** Admins of the configuration who have not spoken yet. */
function configuredOnly(context: Context): ListItem[] {
  const known = new Set<string>(
    context.store
      .view()
      .all('people')
      .flatMap(({ identities }) => identities),
  );
  const role = context.language.t('changes:people.configured');
  return [...context.admins]
    .filter((id) => !known.has(id))
    .map((id) => line(context, nameless(PersonId.parse(id)), role, [id]));
}

function roleOf(context: Context, person: Person): string {
  return isConfiguredAdmin(person, context.admins)
    ? context.language.t('changes:people.configured')
    : describeStanding(context, standingOf(person));
}

function line({ language }: Context, name: string, role: string, identities: readonly string[]): ListItem {
  const text = language.t('changes:people.line', { name, role });
  return { text, detail: identities.join(' · ') };
}
