import type { Change } from '../../programme/change.js';
import { type Context, Refused } from '../command.js';
import { whoIs } from '../people.js';
import { putRefusal } from '../refusals.js';
import { roleNeeded, text, toPerson } from '../replies.js';
import type { Block, Reply } from '../reply.js';
import type { Person, Proposal } from '../state.js';
import type { Tx } from '../store.js';
import { announce } from './announcing.js';
import { barTo, citiesBarred } from './authority.js';
import { stillFits } from './conflicts.js';
import { describeConflicts, postedMeanwhile } from './describe-conflicts.js';
import { doneReply } from './done-reply.js';
import { type Desk, Draft, deskOf } from './draft.js';
import { redraft } from './drafters.js';
import { previewOf } from './preview.js';
import { findProposal, newProposal, putProposal } from './proposals.js';

/**
 * Carries a proposal out, if its proposer still may and nobody was faster; else it changes nothing and says why. All of
 * it is one transaction, and what it replies is told after that is on disk.
 */
export async function confirmProposal(context: Context, id: string | undefined): Promise<Reply> {
  const told = await context.transact((tx) => confirmIn(tx, context, id));
  return told();
}

/** Takes a proposal off the table. */
export async function discardProposal(context: Context, id: string | undefined): Promise<Reply> {
  const { t } = context.language;
  return context.transact((tx) => {
    const found = findProposal(tx, context, asker(tx, context), id);
    if (found.kind === 'none' || found.kind === 'not-yours')
      return toPerson(context, text(t(`changes:proposal.${found.kind}`)));
    tx.remove('proposals', found.proposal.id);
    return toPerson(context, text(t('changes:proposal.discarded')));
  });
}

/** Shows what waits for somebody whose words behind `confirm` or `discard` may have meant something else. */
export function showProposal(context: Context, command: 'confirm' | 'discard'): Reply {
  const { t } = context.language;
  const found = findProposal(context.store.view(), context, context.person, undefined);
  if (found.kind === 'none' || found.kind === 'not-yours')
    return toPerson(context, text(t(`changes:proposal.${found.kind}`)));
  if (found.kind === 'expired') return expired(context, found.proposal);
  const draft = Draft.parse(found.proposal.changes[0]);
  return previewOf(context, found.proposal.id, draft, text(t(`changes:proposal.alone.${command}`)));
}

function confirmIn(tx: Tx, context: Context, id: string | undefined): () => Reply {
  const { t } = context.language;
  const person = asker(tx, context);
  const found = findProposal(tx, context, person, id);
  if (found.kind === 'none' || found.kind === 'not-yours') {
    return () => toPerson(context, text(t(`changes:proposal.${found.kind}`)));
  }
  const { proposal } = found;
  const desk = deskOf(context, tx);
  const draft = Draft.parse(proposal.changes[0]);
  if (found.kind === 'elsewhere') {
    return () => previewOf(context, proposal.id, draft, text(t('changes:proposal.elsewhere')));
  }
  tx.remove('proposals', proposal.id);
  if (found.kind === 'expired') return () => expired(context, proposal);
  const bar = barTo(person, draft, desk);
  // What is gone concerns no city any more: that it went is then what has to be told.
  const isGone = bar === 'cities' && !stillFits(desk, draft);
  if (bar !== undefined && !isGone) {
    putRefusal(tx, context, proposal.invocation.command, 'target' in draft ? draft.target : undefined);
    return () => (bar === 'role' ? roleLost(context, proposal) : citiesBarred(desk, person, draft).reply);
  }
  if (!stillFits(desk, draft)) return overtaken(tx, context, desk, person, proposal, draft);
  const meanwhile = postedMeanwhile(context, desk, proposal, draft);
  const change = commit(tx, context, person, draft);
  const conversations =
    change.kind === 'announce' && change.undoes === undefined ? announce(tx, change, context.now) : 0;
  return () => {
    const done = doneReply(context, change, conversations);
    return { ...done, blocks: [...done.blocks, ...meanwhile] };
  };
}

/** The person as the transaction knows them: their role may have been taken away a moment ago. */
function asker(tx: Tx, { inbound, admins }: Context): Person {
  return whoIs(tx, inbound.person, inbound.personName, admins);
}

function commit(tx: Tx, { now }: Context, { id, name, cities, role }: Person, draft: Draft): Change {
  const change: Change = {
    ...draft,
    id: String(tx.nextChangeNumber()),
    at: now.toISOString(),
    by: id,
    byName: name,
    ...(cities === undefined || role === 'admin' ? {} : { byCities: cities }),
  };
  tx.put('changes', change);
  return change;
}

/** Somebody was faster: nothing is changed, and what was asked for is drafted anew on what there is now. */
function overtaken(
  tx: Tx,
  context: Context,
  desk: Desk,
  person: Person,
  { invocation }: Proposal,
  draft: Draft,
): () => Reply {
  const lead = describeConflicts(context, desk, draft);
  const anew = tryRedraft(desk, invocation);
  if (anew instanceof Refused) return () => toPerson(context, ...lead, ...anew.reply.blocks);
  if (barTo(person, anew, desk) !== undefined) {
    return () => toPerson(context, ...lead, ...citiesBarred(desk, person, anew).reply.blocks);
  }
  const proposal = newProposal(context, person, invocation, anew);
  putProposal(tx, proposal, context.now);
  const blocks: Block[] = [...lead, text(context.language.t('changes:conflict.again'))];
  return () => previewOf({ ...context, programme: desk.programme }, proposal.id, anew, ...blocks);
}

function tryRedraft(desk: Desk, invocation: Proposal['invocation']): Draft | Refused {
  try {
    return redraft(desk, invocation);
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}

function expired(context: Context, { invocation }: Proposal): Reply {
  const { t } = context.language;
  return toPerson(context, text(t('changes:proposal.expired')), {
    kind: 'choices',
    choices: [{ label: t('changes:choice.again'), invocation }],
  });
}

/** The role was taken away between the proposal and its confirmation. */
function roleLost(context: Context, { invocation }: Proposal): Reply {
  const command = context.commands.get(invocation.command);
  const unchanged = text(context.language.t('bot:usage.nothingChanged'));
  const blocks = command === undefined ? [] : roleNeeded(context, command).blocks;
  return toPerson(context, ...blocks, unchanged);
}
