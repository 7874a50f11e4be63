import * as z from 'zod';
import { quotable } from '../bot/changes/clean-text.js';
import { propose } from '../bot/changes/proposals.js';
import { refusal } from '../bot/changes/refusal.js';
import { latestOf } from '../bot/changes/undo.js';
import { defineCommand } from '../bot/command.js';

/** `undo [CHANGE]`: proposes to take a change back, by default one's own latest. */
export const undo = defineCommand({
  name: 'undo',
  role: 'coordinator',
  mutates: true,
  schema: z.strictObject({ change: z.string().exactOptional() }),
  read: ({ text }) => (text === '' ? {} : { change: /\d+/.exec(text)?.[0] ?? text }),
  run(context, { change }) {
    const number = change ?? latestOf(context.store.view().all('changes'), context.person)?.id;
    if (number === undefined) throw refusal(context, context.language.t('changes:undo.nothing'));
    return propose(context, { command: 'undo', args: { change: quotable(number) } });
  },
});
