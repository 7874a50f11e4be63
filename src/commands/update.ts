import { proposalArgs } from '../bot/changes/drafters.js';
import { namesItem, resolveItem } from '../bot/changes/find-item.js';
import { propose } from '../bot/changes/proposals.js';
import { incomplete } from '../bot/changes/refusal.js';
import { readColonPairs, readPairs } from '../bot/changes/typed.js';
import { defineCommand } from '../bot/command.js';
import { recordKey } from '../programme/change.js';

/** `update ITEM key=value … note="…"`: proposes other values for a record, or a note on it. */
export const update = defineCommand({
  name: 'update',
  role: 'coordinator',
  mutates: true,
  schema: proposalArgs.update,
  read(_, typed) {
    const { words, pairs } = readPairs(typed);
    return { item: words, pairs };
  },
  run(context, { item: typed, pairs: signed }) {
    const { t } = context.language;
    const { words: item, pairs: others } = namesItem(context, typed)
      ? { words: typed, pairs: [] }
      : readColonPairs(context.languages, typed);
    const pairs = [...others.map(({ key, value }) => ({ key, value })), ...signed];
    if (item === '') throw incomplete(context, 'update', t('changes:missing.item'));
    const invocation = (key: string) => ({ command: 'update' as const, args: { item: key, pairs } });
    const key = recordKey(resolveItem(context, item, invocation));
    if (pairs.length === 0) throw incomplete(context, 'update', t('changes:missing.pairs'));
    return propose(context, invocation(key));
  },
});
