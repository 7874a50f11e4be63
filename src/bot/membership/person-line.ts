import type { Context } from '../command.js';
import type { ListItem } from '../reply.js';
import type { Person } from '../state.js';
import { describeStanding } from './describe-standing.js';
import { isConfiguredAdmin, standingOf } from './roles.js';

/** A person's name and role, with every contact by its id. */
export function personLine(context: Context, person: Person): ListItem {
  const { t } = context.language;
  const role = isConfiguredAdmin(person, context.admins)
    ? t('changes:people.configured')
    : describeStanding(context, standingOf(person));
  const text = t('changes:people.line', { name: person.name, role });
  return { text, detail: person.identities.join(' · ') };
}
