import * as z from 'zod';
import { type Context, defineCommand } from '../bot/command.js';
import { PersonId } from '../bot/identity.js';
import { personLine } from '../bot/membership/person-line.js';
import { hasRole, isConfiguredAdmin } from '../bot/membership/roles.js';
import { nameless, newcomer } from '../bot/people.js';
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
    .filter((person) => hasRole(person, context.admins))
    .toSorted((a, b) => rank(a) - rank(b))
    .map((person) => personLine(context, person));
}

/** Admins of the configuration who have not spoken yet. */
function configuredOnly(context: Context): ListItem[] {
  const known = new Set<string>(
    context.store
      .view()
      .all('people')
      .flatMap(({ identities }) => identities),
  );
  return [...context.admins]
    .filter((id) => !known.has(id))
    .map((admin) => {
      const id = PersonId.parse(admin);
      return personLine(context, newcomer(id, nameless(id)));
    });
}
