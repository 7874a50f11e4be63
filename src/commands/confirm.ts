import * as z from 'zod';
import { confirmProposal, showProposal } from '../bot/changes/confirmation.js';
import { isCourtesy } from '../bot/changes/typed.js';
import { defineCommand } from '../bot/command.js';

/**
 * `confirm`: carries out what one has proposed. A button names the proposal; the word alone means the latest here. Other words
 * confirm nothing.
 */
export const confirm = defineCommand({
  name: 'confirm',
  role: 'delegate',
  mutates: true,
  schema: z.strictObject({ proposal: z.string().exactOptional(), words: z.string().exactOptional() }),
  read: ({ text }) => (text === '' ? {} : { words: text }),
  run: (context, { proposal, words }) =>
    words === undefined || isCourtesy(context, words)
      ? confirmProposal(context, proposal)
      : showProposal(context, 'confirm'),
});
