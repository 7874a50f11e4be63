import type { Context } from '../command.js';
import { text } from '../replies.js';
import type { Block } from '../reply.js';
import type { Proposal } from '../state.js';
import { subjectOf } from './describe-change.js';
import { Draft } from './draft.js';
import { proposalArgs } from './drafters.js';
import { findProposal } from './proposals.js';

/** Whether a command proposes a change. */
export function proposes(command: string): boolean {
  return Object.hasOwn(proposalArgs, command);
}

/** What waits in this conversation for the asker's word. */
export function openProposal(context: Context): Proposal | undefined {
  const found = findProposal(context.store.view(), context, context.person, undefined);
  return found.kind === 'open' ? found.proposal : undefined;
}

/** Says what still waits and for which words; nothing when nothing does. */
export function stillWaits(context: Context): Block[] {
  const proposal = openProposal(context);
  if (proposal === undefined) return [];
  const { t } = context.language;
  const subject = subjectOf(context, Draft.parse(proposal.changes[0]));
  return [
    text(subject === undefined ? t('changes:proposal.waits') : t('changes:proposal.waitsFor', { subject })),
  ];
}
