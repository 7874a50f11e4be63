import * as z from 'zod';
import { confirmProposal } from '../bot/changes/confirmation.js';
import { defineCommand } from '../bot/command.js';

/** `confirm`: carries out what one has proposed. A button names the proposal; the word alone means the latest here. */
export const confirm = defineCommand({
  name: 'confirm',
  role: 'delegate',
  mutates: true,
  schema: z.strictObject({ proposal: z.string().exactOptional() }),
  read: () => ({}),
  run: (context, { proposal }) => confirmProposal(context, proposal),
});
