import * as z from 'zod';
import { quotable } from '../bot/changes/clean-text.js';
import { refusal } from '../bot/changes/refusal.js';
import { type Context, defineCommand } from '../bot/command.js';
import { describeStanding } from '../bot/membership/describe-standing.js';
import { isNobody, readPerson } from '../bot/membership/find-person.js';
import { issueCode, type Linked, OPEN_CODES, useCode } from '../bot/membership/link.js';
import { readCode } from '../bot/membership/link-code.js';
import { standingOf } from '../bot/membership/roles.js';
import { text, toPerson } from '../bot/replies.js';
import type { Reply } from '../bot/reply.js';
import type { Person } from '../bot/state.js';
import type { Reader } from '../bot/store.js';

/**
 * `link`: a one-time code for joining another contact to oneself; `link CODE` joins this contact to the code's person. An
 * admin may ask for somebody else's code: `link PERSON`.
 */
export const link = defineCommand({
  name: 'link',
  role: 'delegate',
  mutates: false,
  schema: z.strictObject({ code: z.string().exactOptional() }),
  read: ({ text: typed }) => (typed === '' ? {} : { code: typed }),
  run(context, { code: typed }) {
    if (typed === undefined) return giveCode(context, undefined);
    const code = readCode(typed);
    if (code !== undefined) return takeCode(context, code);
    if (context.person.role === 'admin') return giveCode(context, typed);
    throw refusal(context, context.language.t('changes:link.notACode', { word: quotable(typed) }));
  },
});

async function giveCode(context: Context, somebody: string | undefined): Promise<Reply> {
  const { t } = context.language;
  // Slack shows a person's reply to that person alone; in a WeChat room everybody would read the code.
  if (!context.inbound.direct && context.inbound.platform === 'wechat')
    throw refusal(context, t('changes:link.direct'));
  const { person, code } = await context.transact((tx) => {
    const owner = somebody === undefined ? ownRow(context) : personMeant(context, tx, somebody);
    return { person: owner, code: issueCode(tx, owner, context.now) };
  });
  if (code === undefined) return toPerson(context, text(t('changes:link.tooMany', { count: OPEN_CODES })));
  const lead =
    somebody === undefined ? t('changes:link.send') : t('changes:link.sendFor', { name: person.name });
  return toPerson(context, text(lead), text(t('changes:link.words', { code })), {
    kind: 'note',
    text: t('changes:link.once'),
  });
}

/** Words that are no code name somebody for an admin, unless nobody is called that: then both may have been meant. */
function personMeant(context: Context, reader: Reader, typed: string): Person {
  const { t } = context.language;
  if (isNobody(reader, typed))
    throw refusal(context, t('changes:link.notAPerson', { word: quotable(typed) }));
  return readPerson(context, reader, typed, (id) => ({ command: 'link', args: { code: id } }));
}

/** The asker as the state may keep them: an admin by configuration stays one by configuration only. */
function ownRow({ person, admins }: Context): Context['person'] {
  return person.identities.some((id) => admins.has(id)) ? { ...person, role: 'delegate' } : person;
}

async function takeCode(context: Context, code: string): Promise<Reply> {
  const { inbound, admins, now } = context;
  const contact = { contact: inbound.person, shownAs: inbound.personName };
  const linked = await context.transact((tx) => useCode(tx, contact, code, admins, now));
  return toPerson(context, text(tell(context, linked)));
}

function tell(context: Context, linked: Linked): string {
  const { t } = context.language;
  switch (linked.kind) {
    case 'linked': {
      const { name } = linked.person;
      return t('changes:link.done', { name, role: describeStanding(context, standingOf(linked.person)) });
    }
    case 'own':
      return t('changes:link.own');
    case 'last-admin':
      return t('changes:link.lastAdmin', { name: linked.person.name });
    case 'wrong':
      return linked.triesLeft === 0
        ? t('changes:link.blocked')
        : t('changes:link.wrong', { count: linked.triesLeft });
    case 'blocked':
      return t('changes:link.blocked');
  }
}
