import { proposalArgs } from '../bot/changes/drafters.js';
import { propose } from '../bot/changes/proposals.js';
import { incomplete } from '../bot/changes/refusal.js';
import { waitingReply } from '../bot/changes/waiting-reply.js';
import { defineCommand } from '../bot/command.js';

/** `translate CHANGE TEXT`: proposes the other language of a text; alone it lists what waits for its translation. */
export const translate = defineCommand({
  name: 'translate',
  role: 'coordinator',
  mutates: true,
  schema: proposalArgs.translate,
  read(_, typed) {
    const [change = ''] = typed.split(/\s/u);
    return { change: change.normalize('NFKC').replace(/^#/u, ''), text: typed.slice(change.length).trim() };
  },
  run(context, args) {
    if (args.change === '') return waitingReply(context);
    if (args.text === '')
      throw incomplete(context, 'translate', context.language.t('changes:missing.translation'));
    return propose(context, { command: 'translate', args });
  },
});
