import * as z from 'zod';
import { defineCommand } from '../bot/command.js';
import { includesRole } from '../bot/people.js';
import { text, toPerson } from '../bot/replies.js';
import { changeSettings, takeHere } from '../bot/settings.js';
import { findTimezone } from '../bot/timezone.js';

/** `timezone ZONE [here]`: one's own time zone, or with `here` the conversation's. */
export const timezone = defineCommand({
  name: 'timezone',
  role: 'delegate',
  mutates: false,
  schema: z.strictObject({ zone: z.string() }),
  read: ({ text }) => ({ zone: text }),
  async run(context, { zone: typed }) {
    const { t, formats } = context.language;
    const { here, rest } = takeHere(context, typed);
    const before = (here ? context.conversation?.timezone : undefined) ?? context.timezone;
    if (rest === '') {
      const time = formats.moment(context.now, before);
      return toPerson(context, text(t('bot:timezone.current', { zone: before, time })));
    }
    const zone = findTimezone(rest, context.programme);
    if (zone === undefined) return toPerson(context, text(t('bot:timezone.unknown', { word: rest })));
    if (here && !includesRole(context.person.role, 'coordinator')) {
      return toPerson(context, text(t('bot:timezone.hereNeedsCoordinator', { zone })));
    }
    await changeSettings(context, here, { timezone: zone });
    const time = formats.moment(context.now, zone);
    return toPerson(
      context,
      text(t(here ? 'bot:timezone.here' : 'bot:timezone.set', { zone, before, time })),
    );
  },
});
