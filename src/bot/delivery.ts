import * as z from 'zod';
import { ConversationId } from './identity.js';
import { Reply } from './reply.js';

/** Replies go before announcements, announcements before digests. */
export const Lane = z.enum(['reply', 'announcement', 'digest']);
export type Lane = z.infer<typeof Lane>;

/** An answer that could not be brought while somebody waited for it, in the words in which it was given. */
const Answer = z.strictObject({
  kind: z.literal('answer'),
  reply: Reply,
  /** What in the conversation it belongs to, as the platform names it: in Slack the root of a thread, in a WeChat room who asked. */
  inReplyTo: z.string().exactOptional(),
});

/** What a delivery says, as data: but for answers it is put into words when it is sent, in the language of that moment's settings. */
export const Message = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('announcement'), change: z.string() }),
  z.strictObject({ kind: z.literal('digest'), date: z.iso.date(), after: z.string(), upTo: z.string() }),
  z.strictObject({ kind: z.literal('translation-request'), changes: z.array(z.string()).min(1) }),
  z.strictObject({ kind: z.literal('resting'), conversation: ConversationId, reason: z.string() }),
  Answer,
]);
export type Message = z.infer<typeof Message>;

/** A message that must go out, once. */
export const NewDelivery = z.strictObject({
  /** What makes the message the same one: a second row with this key is not made within 400 days of the first. */
  key: z.string().min(1).max(300),
  conversation: ConversationId,
  lane: Lane,
  message: Message,
  /** Not before this instant. */
  notBefore: z.iso.datetime(),
});
export type NewDelivery = z.infer<typeof NewDelivery>;

/** A row of the outbox. `fence` grows with every claim, so that a worker whose lease ended can settle nothing. */
export const Delivery = NewDelivery.extend({
  id: z.string(),
  state: z.enum(['waiting', 'claimed', 'sent', 'dead']),
  attempts: z.int().min(0),
  fence: z.int().min(0),
  leaseUntil: z.iso.datetime().exactOptional(),
  /** The last attempt may have reached the platform: look before sending again. */
  uncertain: z.boolean(),
  lastError: z.string().exactOptional(),
  settledAt: z.iso.datetime().exactOptional(),
});
export type Delivery = z.infer<typeof Delivery>;

/** Why a message is not sent any more: since it was queued, the reason for sending it has gone. */
export const Withdrawal = z.enum(['stale', 'off', 'resting', 'nothing-to-say', 'undone', 'translated']);
export type Withdrawal = z.infer<typeof Withdrawal>;

/** Why a dead delivery was withdrawn; `undefined` for one that could not be sent, whose reason is the platform's own. */
export function withdrawalOf({
  state,
  lastError,
}: Pick<Delivery, 'state' | 'lastError'>): Withdrawal | undefined {
  return state === 'dead' ? Withdrawal.options.find((withdrawal) => withdrawal === lastError) : undefined;
}

/** Whether a delivery could not be sent. */
export function hasFailed(delivery: Pick<Delivery, 'state' | 'lastError'>): boolean {
  return delivery.state === 'dead' && withdrawalOf(delivery) === undefined;
}

/** How the outbox stands. */
export interface OutboxFigures {
  /** Deliveries that wait or are under way. */
  waiting: number;
  /** Those that could not be sent. */
  dead: number;
  /** How long the first of those that wait could have been sent. */
  oldestSeconds: number;
}

/** How an attempt ended, for `Store.settle`. */
export type Settlement =
  | { state: 'sent'; at: Date }
  | { state: 'waiting'; notBefore: Date; error: string; uncertain: boolean; countsAsAttempt: boolean }
  | { state: 'dead'; at: Date; error: string };
