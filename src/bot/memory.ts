import { LRUCache } from 'lru-cache';
import type { Locale } from '../programme/localized.js';
import type { Day } from '../programme/partial-date.js';
import type { Query } from '../query/query.js';
import type { ConversationId, PersonId } from './identity.js';
import type { Inbound } from './inbound.js';
import type { Invocation } from './invocation.js';
import { type Choice, choicesOf, numberedInvocations, type Reply } from './reply.js';

const MINUTE = 60_000;
/** A follow-up or a number belongs to the last ten minutes; what was asked before lunch is not continued after it. */
const CONVERSATION_MS = 10 * MINUTE;
/** Slack repeats an event for up to an hour (docs: Events API, retries). */
const EVENT_MS = 65 * MINUTE;

/** What a person's last reply in a conversation offered by number, and its language. */
export interface Offered {
  /** The number of the first invocation. */
  first: number;
  invocations: readonly Invocation[];
  /** The last of them that are no records: the ways on from there. */
  choices: readonly Choice[];
  /** Whether the reply asked which of them was meant. */
  asks: boolean;
  locale: Locale;
}

/** An answered question that a follow-up may continue. */
export interface PreviousQuestion {
  query: Query;
  /** The day as of which it was answered, when that was not now. */
  pastDay?: Day | undefined;
}

/**
 * What the kernel keeps in memory only: events under way or answered, and where each person's conversation stands. Reading
 * commands write nothing to the store, so this is lost with the process, and all it costs is a question asked again.
 */
export class ConversationMemory {
  private readonly events: LRUCache<string, true>;
  private readonly offers: LRUCache<string, Offered>;
  private readonly questions: LRUCache<string, PreviousQuestion>;

  /** `clock` tells milliseconds. */
  constructor(clock: () => number = Date.now) {
    const perf = { now: clock };
    const ttlResolution = 0;
    this.events = new LRUCache({ max: 50_000, ttl: EVENT_MS, perf, ttlResolution });
    this.offers = new LRUCache({ max: 10_000, ttl: CONVERSATION_MS, perf, ttlResolution });
    this.questions = new LRUCache({ max: 10_000, ttl: CONVERSATION_MS, perf, ttlResolution });
  }

  /** True for the first delivery of an event; false while it is worked on and after it was answered. */
  claim(event: string): boolean {
    if (this.events.has(event)) return false;
    this.events.set(event, true);
    return true;
  }

  /** Gives a claimed event back, so that its next delivery is answered. */
  release(event: string): void {
    this.events.delete(event);
  }

  /** Keeps what a reply offers by number. A reply that offers nothing ends the offer before it. */
  offer(inbound: Pick<Inbound, 'conversation' | 'person'>, reply: Reply): void {
    this.offers.set(keyOf(inbound), {
      first: reply.firstNumber ?? 1,
      invocations: numberedInvocations(reply),
      choices: choicesOf(reply),
      asks: reply.asks ?? false,
      locale: reply.locale,
    });
  }

  /** Keeps what a reply offers beside what is open, whose numbers go on from there. */
  extend(inbound: Pick<Inbound, 'conversation' | 'person'>, reply: Reply): void {
    const open = this.offered(inbound);
    const choices = choicesOf(reply);
    if (open === undefined || choices.length === 0) return;
    const shown = open.invocations.slice(0, (reply.firstNumber ?? 1) - open.first);
    const invocations = [...shown, ...numberedInvocations(reply)];
    this.offers.set(keyOf(inbound), { ...open, invocations, choices, locale: reply.locale });
  }

  offered(inbound: { conversation: ConversationId; person: PersonId }): Offered | undefined {
    return this.offers.get(keyOf(inbound));
  }

  remember(inbound: { conversation: ConversationId; person: PersonId }, question: PreviousQuestion): void {
    this.questions.set(keyOf(inbound), question);
  }

  previous(inbound: { conversation: ConversationId; person: PersonId }): PreviousQuestion | undefined {
    return this.questions.get(keyOf(inbound));
  }
}

function keyOf({ conversation, person }: { conversation: ConversationId; person: PersonId }): string {
  return `${conversation} ${person}`;
}
