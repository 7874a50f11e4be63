import type { ConversationId, Platform } from './identity.js';
import type { Inbound } from './inbound.js';
import type { Reply } from './reply.js';

/** Answers one inbound; `undefined` when nothing is to be said (a duplicate). Never rejects: a fault becomes a reply with a reference. */
export type Handle = (inbound: Inbound) => Promise<Reply | undefined>;

/** What became of an attempt to send. */
export type Sent =
  | { outcome: 'sent' }
  /** The platform asks to wait; `retryAfterMs` holds for this conversation only. */
  | { outcome: 'wait'; retryAfterMs: number }
  /** It was not sent and may be tried again. */
  | { outcome: 'failed'; reason: string }
  /** It may or may not have been sent. */
  | { outcome: 'unknown'; reason: string }
  /** The conversation can't be reached any more: archived, left, removed. */
  | { outcome: 'dead'; reason: string };

export type ComponentState = 'up' | 'starting' | 'down';

/** One component's line in `/health`; `reason` says in English what is wrong. */
export interface ComponentHealth {
  state: ComponentState;
  reason?: string;
  /** How often its connection was made anew since the start, where it keeps one. */
  reconnects?: number;
}

/** A platform can't be reached for now. The message is a sentence for people. */
export class PlatformAway extends Error {
  override readonly name = 'PlatformAway';

  /** @param reason the system's name of the fault, or the platform's */
  constructor(
    sentence: string,
    readonly reason: string,
  ) {
    super(sentence);
  }
}

/** An answer that could not be brought while somebody waits for it. */
export interface UnsentAnswer {
  /** Made from the event that it answers, and carried by whatever of it was sent. */
  key: string;
  conversation: ConversationId;
  inReplyTo?: string | undefined;
  reply: Reply;
  /** The platform asks to wait until then. */
  notBefore: Date;
}

/** Puts an answer into the outbox, once for each key. Rejects when nothing can be written. */
export type KeepAnswer = (answer: UnsentAnswer) => Promise<void>;

/** A chat platform. One adapter implements it; the kernel and the outbox know no more of a platform than this. */
export interface ChannelPort {
  platform: Platform;
  /**
   * Resolves when it listens or keeps trying to; rejects with a sentence for people when it can never work as configured, and with
   * PlatformAway when it can't tell, since it is away. Then it may be started again.
   */
  start(handle: Handle): Promise<void>;
  /**
   * Sends unasked. `key` is the delivery's unique key, carried as metadata where the platform allows it; `inReplyTo` is what a kept
   * answer belongs to.
   */
  send(to: ConversationId, reply: Reply, key: string, inReplyTo?: string): Promise<Sent>;
  /**
   * Whether a message with this key is in the conversation; `undefined` where the platform can never tell. Rejects when it can't tell
   * for now.
   */
  find(to: ConversationId, key: string, inReplyTo?: string): Promise<boolean | undefined>;
  health(): ComponentHealth;
  /** Takes no new message, answers what was acknowledged, and resolves; within 8 s. */
  stop(): Promise<void>;
}
