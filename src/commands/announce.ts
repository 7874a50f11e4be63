import { proposalArgs } from '../bot/changes/drafters.js';
import { propose } from '../bot/changes/proposals.js';
import { incomplete } from '../bot/changes/refusal.js';
import { defineCommand } from '../bot/command.js';

/** `announce TEXT`: proposes news for every conversation with a digest. */
export const announce = defineCommand({
  name: 'announce',
  role: 'coordinator',
  mutates: true,
  schema: proposalArgs.announce,
  read: (_, text) => ({ text }),
  run(context, args) {
    if (args.text.trim() === '')
      throw incomplete(context, 'announce', context.language.t('changes:missing.text'));
    return propose(context, { command: 'announce', args });
  },
});
