import * as z from 'zod';
import { defineCommand } from '../bot/command.js';
import { unlinkContact } from '../bot/membership/link.js';
import { text, toPerson } from '../bot/replies.js';

/** `unlink`: takes this contact out of the person that it was joined to. */
export const unlink = defineCommand({
  name: 'unlink',
  role: 'delegate',
  mutates: false,
  schema: z.strictObject({}),
  read: () => ({}),
  async run(context) {
    const { inbound, language } = context;
    const { t } = language;
    const person = await context.transact((tx) => unlinkContact(tx, inbound.person, inbound.personName));
    if (person === undefined) return toPerson(context, text(t('changes:unlink.alone')));
    return toPerson(context, text(t('changes:unlink.done', { name: person.name })));
  },
});
