import * as z from 'zod';
import { incomplete, refusal } from '../bot/changes/refusal.js';
import { readCities } from '../bot/changes/values.js';
import { type Context, defineCommand } from '../bot/command.js';
import { changeRole } from '../bot/membership/change-role.js';
import { roleNamed } from '../bot/membership/roles.js';
import { Role } from '../bot/state.js';

/** `grant PERSON ROLE [city,…]`: gives a role at once; a coordinator's may be for certain cities. */
export const grant = defineCommand({
  name: 'grant',
  role: 'admin',
  mutates: true,
  schema: z.strictObject({ text: z.string() }),
  read: ({ text }) => ({ text }),
  run(context, { text }) {
    const { t } = context.language;
    const { person, role, cities } = splitGrant(context, text);
    if (person === '') throw incomplete(context, 'grant', t('changes:missing.person'));
    if (role === undefined) {
      const allowed = context.language.formats.either(
        Role.options.map((option) => t(`bot:role.names.${option}`)),
      );
      throw incomplete(context, 'grant', t('changes:missing.role', { allowed }));
    }
    const retry = (id: string) => ({ command: 'grant', args: { text: `${id} ${role} ${cities}`.trim() } });
    if (cities === '') return changeRole(context, person, { role }, retry);
    if (role !== 'coordinator') throw refusal(context, t('changes:people.cityOnlyForCoordinators'));
    return changeRole(context, person, { role, cities: readCities(context, cities) }, retry);
  },
});

/** A person's name may have several words: it ends where the role's word stands. */
function splitGrant({ languages }: Context, text: string): { person: string; role?: Role; cities: string } {
  const words = text.trim().split(/\s+/u);
  for (const [index, word] of words.entries()) {
    const role = roleNamed(languages, word);
    if (role === undefined || index === 0) continue;
    return { person: words.slice(0, index).join(' '), role, cities: words.slice(index + 1).join(' ') };
  }
  return { person: words.join(' '), cities: '' };
}
