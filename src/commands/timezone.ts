import * as z from 'zod';
import { type Context, defineCommand } from '../bot/command.js';
import { includesRole } from '../bot/people.js';
import { text, toPerson } from '../bot/replies.js';
import type { Reply } from '../bot/reply.js';
import { changeSettings, takeHere } from '../bot/settings.js';
import { findTimezone } from '../bot/timezone.js';

/** What is typed in place of a zone to have none of one's own. */
const AUTO = 'auto';

/** `timezone ZONE|auto [here]`: one's own time zone, or with `here` the conversation's. */
export const timezone = defineCommand({
  name: 'timezone',
  role: 'delegate',
  mutates: false,
  schema: z.strictObject({ zone: z.string() }),
  read: ({ text }) => ({ zone: text }),
  async run(context, { zone: typed }) {
    const { t, formats } = context.language;
    const { here, rest } = takeHere(context, typed);
    const set = (here ? context.conversation : context.person)?.timezone;
    if (rest === '') {
      const zone = (here ? set : undefined) ?? context.timezone;
      return toPerson(
        context,
        text(t('bot:timezone.current', { zone, time: formats.moment(context.now, zone) })),
      );
    }
    const isAuto = rest.toLowerCase() === AUTO;
    const zone = isAuto ? context.timezone : findTimezone(rest, context.programme);
    if (zone === undefined) return toPerson(context, text(t('bot:timezone.unknown', { word: rest })));
    if (here && !includesRole(context.person.role, 'coordinator')) {
      return toPerson(context, text(t('bot:timezone.hereNeedsCoordinator', { zone })));
    }
    if (isAuto) return takeAway(context, here, set);
    await changeSettings(context, here, { timezone: zone });
    const time = formats.moment(context.now, zone);
    const before = set ?? AUTO;
    return toPerson(
      context,
      text(t(here ? 'bot:timezone.here' : 'bot:timezone.set', { zone, before, time })),
    );
  },
});

/** Takes the setting away, so that the next one counts: the conversation's, the platform's hint, the default. */
async function takeAway(context: Context, here: boolean, before: string | undefined): Promise<Reply> {
  const { t } = context.language;
  if (before === undefined) {
    const { timezone: zone } = context;
    return toPerson(context, text(t(here ? 'bot:timezone.noneSetHere' : 'bot:timezone.noneSet', { zone })));
  }
  await changeSettings(context, here, { timezone: null });
  return toPerson(context, text(t(here ? 'bot:timezone.autoHere' : 'bot:timezone.auto', { before })));
}
