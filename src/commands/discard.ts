import * as z from 'zod';
import { discardProposal } from '../bot/changes/confirmation.js';
import { defineCommand } from '../bot/command.js';

/** `discard`: takes back what one has proposed, before it changes anything. */
export const discard = defineCommand({
  name: 'discard',
  role: 'delegate',
  mutates: false,
  schema: z.strictObject({ proposal: z.string().exactOptional() }),
  read: () => ({}),
  run: (context, { proposal }) => discardProposal(context, proposal),
});
