import * as z from 'zod';
import { incomplete } from '../bot/changes/refusal.js';
import { defineCommand } from '../bot/command.js';
import { changeRole } from '../bot/membership/change-role.js';

/** `revoke PERSON`: takes a role away at once. What that person has proposed can't be confirmed any more. */
export const revoke = defineCommand({
  name: 'revoke',
  role: 'admin',
  mutates: true,
  schema: z.strictObject({ person: z.string() }),
  read: ({ text }) => ({ person: text }),
  run(context, { person }) {
    if (person === '') throw incomplete(context, 'revoke', context.language.t('changes:missing.person'));
    return changeRole(context, person, { role: 'delegate' }, (id) => ({
      command: 'revoke',
      args: { person: id },
    }));
  },
});
