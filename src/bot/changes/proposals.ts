import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Context } from '../command.js';
import type { Invocation } from '../invocation.js';
import { putRefusal } from '../refusals.js';
import { text } from '../replies.js';
import type { Block, Reply } from '../reply.js';
import type { Person, Proposal } from '../state.js';
import type { Reader, Tx } from '../store.js';
import { barTo, citiesBarred } from './authority.js';
import { subjectOf } from './describe-change.js';
import { Draft, deskOf } from './draft.js';
import { draftOf, type ProposalInvocation } from './drafters.js';
import { previewOf } from './preview.js';

/** How long a proposal waits for its proposer's word, in milliseconds. */
const WAITS_MS = 10 * 60_000;
/** Expired proposals are kept this much longer, so that a late "confirm" learns why it did nothing. */
const REMEMBERED_MS = 24 * 3_600_000;

/**
 * Shows what a command would change, and keeps it for its proposer's `confirm`. Nothing is changed before that.
 * @throws Refused when it can't be done or is not theirs to do
 */
export async function propose(context: Context, invocation: ProposalInvocation): Promise<Reply> {
  const desk = deskOf(context, context.store.view());
  const draft = draftOf(desk, invocation);
  if (barTo(context.person, draft, desk) !== undefined) {
    const target = 'target' in draft ? draft.target : undefined;
    await context.transact((tx) => putRefusal(tx, context, invocation.command, target));
    throw citiesBarred(desk, context.person, draft);
  }
  const proposal = newProposal(context, context.person, invocation, draft);
  const replaced = await context.transact((tx) => putProposal(tx, proposal, context.now));
  return previewOf(
    context,
    proposal.id,
    draft,
    ...replaced.flatMap((other) => dropped(context, draft, other)),
  );
}

export function newProposal(
  context: Context,
  person: Person,
  invocation: Invocation,
  draft: Draft,
): Proposal {
  const { inbound, now, language } = context;
  return {
    id: randomUUID(),
    person: person.id,
    conversation: inbound.conversation,
    at: now.toISOString(),
    expires: new Date(now.getTime() + WAITS_MS).toISOString(),
    locale: language.locale,
    changes: [draft],
    invocation,
  };
}

/** Says that an earlier proposal, which asked for something else, waits no more. */
function dropped(context: Context, draft: Draft, { changes }: Proposal): Block[] {
  const earlier = Draft.parse(changes[0]);
  if (isDeepStrictEqual(earlier, draft)) return [];
  const { t } = context.language;
  const subject = subjectOf(context, earlier);
  return [
    text(
      subject === undefined ? t('changes:proposal.dropped') : t('changes:proposal.droppedAbout', { subject }),
    ),
  ];
}

/**
 * Keeps a proposal in place of the earlier one of this person in this conversation: "confirm" means one thing. Returns the
 * earlier one if it was still open.
 */
export function putProposal(tx: Tx, proposal: Proposal, now: Date): Proposal[] {
  const dropped: Proposal[] = [];
  for (const other of tx.all('proposals')) {
    const replaced = other.person === proposal.person && other.conversation === proposal.conversation;
    const forgotten = Date.parse(other.expires) + REMEMBERED_MS < now.getTime();
    if (replaced && other.expires > now.toISOString()) dropped.push(other);
    if (replaced || forgotten) tx.remove('proposals', other.id);
  }
  tx.put('proposals', proposal);
  return dropped;
}

/** What is found when a person confirms or discards. */
export type FoundProposal =
  | { kind: 'open' | 'expired' | 'elsewhere'; proposal: Proposal }
  | { kind: 'none' }
  | { kind: 'not-yours' };

/** The proposal with this id, or without one the person's latest in this conversation. */
export function findProposal(
  reader: Reader,
  context: Context,
  person: Person,
  id: string | undefined,
): FoundProposal {
  const isTheirs = (proposal: Proposal) => person.identities.includes(proposal.person);
  const isOpen = (proposal: Proposal) => proposal.expires > context.now.toISOString();
  if (id !== undefined) {
    const proposal = reader.get('proposals', id);
    if (proposal === undefined) return { kind: 'none' };
    if (!isTheirs(proposal)) return { kind: 'not-yours' };
    return { kind: isOpen(proposal) ? 'open' : 'expired', proposal };
  }
  const theirs = reader.all('proposals').filter(isTheirs);
  const here = theirs.findLast(({ conversation }) => conversation === context.inbound.conversation);
  if (here !== undefined && isOpen(here)) return { kind: 'open', proposal: here };
  const elsewhere = theirs.findLast(isOpen);
  if (elsewhere !== undefined) return { kind: 'elsewhere', proposal: elsewhere };
  return here === undefined ? { kind: 'none' } : { kind: 'expired', proposal: here };
}
