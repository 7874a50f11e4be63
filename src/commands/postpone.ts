import { proposalArgs } from '../bot/changes/drafters.js';
import { namesItem, resolveItem } from '../bot/changes/find-item.js';
import { propose } from '../bot/changes/proposals.js';
import { incomplete } from '../bot/changes/refusal.js';
import { readPairs, splitDate, splitWrongDate } from '../bot/changes/typed.js';
import { type Context, defineCommand } from '../bot/command.js';
import { recordKey } from '../programme/change.js';

/** `postpone ITEM DATE [note="…"]`: proposes a later date for a mission. Typed words are split when the command runs. */
export const postpone = defineCommand({
  name: 'postpone',
  role: 'coordinator',
  mutates: true,
  schema: proposalArgs.postpone,
  read(_, typed) {
    const { words, pairs } = readPairs(typed);
    return { item: words, date: '', pairs };
  },
  run(context, { item, date: given, pairs }) {
    const { t } = context.language;
    const { words, date } = given === '' ? split(context, item) : { words: item, date: given };
    if (words === '') throw incomplete(context, 'postpone', t('changes:missing.postponeItem'));
    const invocation = (key: string) => ({ command: 'postpone' as const, args: { item: key, date, pairs } });
    const key = recordKey(resolveItem(context, words, invocation));
    if (date === '') throw incomplete(context, 'postpone', t('changes:missing.date'));
    return propose(context, invocation(key));
  },
});

function split(context: Context, typed: string): { words: string; date: string } {
  const { languages } = context;
  const read = splitDate(languages, typed);
  if (read.date !== '' || namesItem(context, typed)) return read;
  return splitWrongDate(languages, typed, (words) => namesItem(context, words));
}
