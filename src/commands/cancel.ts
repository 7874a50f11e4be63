import { proposalArgs } from '../bot/changes/drafters.js';
import { resolveItem } from '../bot/changes/find-item.js';
import { propose } from '../bot/changes/proposals.js';
import { incomplete } from '../bot/changes/refusal.js';
import { readPairs } from '../bot/changes/typed.js';
import { digestWish, namesDigest } from '../bot/changes/wished-change.js';
import { defineCommand } from '../bot/command.js';
import { recordKey } from '../programme/change.js';

/** `cancel ITEM [note="…"]`: proposes that a mission or a pilot is cancelled. */
export const cancel = defineCommand({
  name: 'cancel',
  role: 'coordinator',
  mutates: true,
  schema: proposalArgs.cancel,
  read(_, typed) {
    const { words, pairs } = readPairs(typed);
    return { item: words, pairs };
  },
  run(context, { item, pairs }) {
    if (item === '') throw incomplete(context, 'cancel', context.language.t('changes:missing.cancelItem'));
    if (namesDigest(context, item)) return digestWish(context, 'off');
    const invocation = (key: string) => ({ command: 'cancel' as const, args: { item: key, pairs } });
    return propose(context, invocation(recordKey(resolveItem(context, item, invocation))));
  },
});
