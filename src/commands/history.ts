import * as z from 'zod';
import { itemOfPast } from '../bot/changes/find-item.js';
import { changesReply, historyReply } from '../bot/changes/history-reply.js';
import { defineCommand } from '../bot/command.js';

/** `history [item]`: what was changed in a record, when and by whom; alone it tells the latest changes of everything. */
export const history = defineCommand({
  name: 'history',
  role: 'delegate',
  mutates: false,
  schema: z.strictObject({ item: z.string().exactOptional() }),
  read: ({ text }) => (text === '' ? {} : { item: text }),
  run(context, { item }) {
    if (item === undefined) return changesReply(context, undefined);
    return historyReply(
      context,
      itemOfPast(context, item, (key) => ({ command: 'history', args: { item: key } })),
    );
  },
});
