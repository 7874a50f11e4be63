import * as z from 'zod';
import { quotable } from '../bot/changes/clean-text.js';
import { propose } from '../bot/changes/proposals.js';
import { refusal } from '../bot/changes/refusal.js';
import { readNumber } from '../bot/changes/typed.js';
import { latestOf } from '../bot/changes/undo.js';
import { defineCommand } from '../bot/command.js';

/** `undo [CHANGE]`: proposes to take a change back, by default one's own latest. */
export const undo = defineCommand({
  name: 'undo',
  role: 'coordinator',
  mutates: true,
  schema: z.strictObject({ change: z.string().exactOptional() }),
  read: ({ text }) => (text === '' ? {} : { change: text }),
  run(context, { change: typed }) {
    const { t } = context.language;
    if (typed === undefined) {
      const latest = latestOf(context.store.view().all('changes'), context.person);
      if (latest === undefined) throw refusal(context, t('changes:undo.nothing'));
      return propose(context, { command: 'undo', args: { change: latest.id } });
    }
    const change = readNumber(context.languages, typed);
    if (change === undefined) throw refusal(context, t('changes:undo.noNumber', { word: quotable(typed) }));
    return propose(context, { command: 'undo', args: { change } });
  },
});
