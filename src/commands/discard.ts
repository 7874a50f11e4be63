import * as z from 'zod';
import { discardProposal, showProposal } from '../bot/changes/confirmation.js';
import { isCourtesy } from '../bot/changes/typed.js';
import { defineCommand } from '../bot/command.js';

/** `discard`: takes back what one has proposed, before it changes anything. */
export const discard = defineCommand({
  name: 'discard',
  role: 'delegate',
  mutates: false,
  schema: z.strictObject({ proposal: z.string().exactOptional(), words: z.string().exactOptional() }),
  read: ({ text }) => (text === '' ? {} : { words: text }),
  run: (context, { proposal, words }) =>
    words === undefined || isCourtesy(context, words)
      ? discardProposal(context, proposal)
      : showProposal(context, 'discard'),
});
