import * as z from 'zod';
import { quotable } from '../bot/changes/clean-text.js';
import { itemOfPast, namesItem } from '../bot/changes/find-item.js';
import { changesReply, historyReply } from '../bot/changes/history-reply.js';
import { startOf } from '../bot/changes/since.js';
import { defineCommand } from '../bot/command.js';
import { text, toPerson } from '../bot/replies.js';

const historyOf = (item: string) => ({ command: 'history', args: { item } });

/** `changes [since]`: what was changed lately, or since a date in any words. */
export const changes = defineCommand({
  name: 'changes',
  role: 'delegate',
  mutates: false,
  schema: z.strictObject({ since: z.string().exactOptional() }),
  read: ({ text }) => (text === '' ? {} : { since: text }),
  run(context, { since }) {
    if (since === undefined) return changesReply(context, undefined);
    const day = startOf(context, since);
    if (day !== undefined) return changesReply(context, day);
    // "What changed in the … pilot?" asks for that record's history.
    if (namesItem(context, since)) return historyReply(context, itemOfPast(context, since, historyOf));
    return toPerson(context, text(context.language.t('changes:changes.date', { word: quotable(since) })));
  },
});
