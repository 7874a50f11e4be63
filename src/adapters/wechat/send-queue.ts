import type { OwnReason } from '../../bot/delivery-reason.js';
import { wordsOf } from '../../bot/error-words.js';
import { withinTime } from '../../timing/within-time.js';

/** Something to say in one WeChat conversation: its messages, in order. */
export interface Outgoing<M> {
  conversation: string;
  messages: readonly M[];
}

/** A reply answers somebody who waits for it; the rest is unasked and keeps a person's pace. */
export type SendLane = 'reply' | 'unasked';

export type SendOutcome =
  | { outcome: 'sent' }
  /** Not said; it may be handed in again after a while. */
  | { outcome: 'wait'; retryAfterMs: number }
  | { outcome: 'failed'; reason: string }
  /** One of its messages was said, or may have been. */
  | { outcome: 'unknown'; reason: string };

export interface SendQueueOptions<M> {
  /** Says one message; rejects when WeChat or the gateway refuses. */
  say(conversation: string, message: M): Promise<void>;
  /** Whether an error means that the link is gone, rather than that this message was refused. */
  isLinkError(error: unknown): boolean;
  /** Least milliseconds between two unasked messages; up to two thirds more are added by chance. */
  gap: number;
  /** Called with the conversation's id and the reason, in English, when a reply is given up. */
  onLost(conversation: string, reason: string): void;
}

const mostReplies = 200;
const mostUnasked = 5;
const mostAttempts = 3;
/** So many are said at the same time, each in another conversation: a slow gateway must not hold up the others. */
const mostAtOnce = 16;
/** An answer that comes later than this puzzles more than it helps. */
const longestWait = 10 * 60_000;
/** A gateway that has not confirmed by then is not going to. */
const longestSay = 15_000;

const givenBack = { outcome: 'wait', retryAfterMs: 0 } as const;
const brokenOff = { outcome: 'unknown', reason: 'link-broken' satisfies OwnReason } as const;

interface Entry<M> extends Outgoing<M> {
  lane: SendLane;
  next: number;
  attempts: number;
  since: number;
  notBefore: number;
  settle(outcome: SendOutcome): void;
}

/**
 * The one way out to WeChat, at a person's pace: replies first, then what is unasked with a gap between; each
 * conversation's messages stay in order. It holds while the link is down and goes on where it stopped when the link is back.
 */
export class SendQueue<M> {
  readonly #options: SendQueueOptions<M>;
  #entries: Entry<M>[] = [];
  #open = false;
  #givenUp = false;
  readonly #saying = new Set<Entry<M>>();
  #timer: NodeJS.Timeout | undefined;
  #replyFrom = 0;
  #unaskedFrom = 0;
  #idle: (() => void)[] = [];

  constructor(options: SendQueueOptions<M>) {
    this.#options = options;
  }

  /** Takes something to say. Resolves when it was said or given up. */
  push(lane: SendLane, outgoing: Outgoing<M>): Promise<SendOutcome> {
    const waiting = this.#entries.filter((entry) => entry.lane === lane).length;
    if (this.#givenUp) return Promise.resolve(givenBack);
    if (lane === 'unasked' && (!this.#open || waiting >= mostUnasked)) {
      return Promise.resolve({
        outcome: 'wait',
        retryAfterMs: Math.max(5000, this.#options.gap * mostUnasked),
      });
    }
    if (waiting >= mostReplies)
      return Promise.resolve(this.#lost(outgoing.conversation, 'too many replies are waiting'));
    if (outgoing.messages.length === 0) return Promise.resolve({ outcome: 'sent' });
    return new Promise((settle) => {
      const now = Date.now();
      this.#entries.push({ ...outgoing, lane, next: 0, attempts: 0, since: now, notBefore: 0, settle });
      this.#advance();
    });
  }

  /** The link is up: what waits goes out. */
  open(): void {
    this.#open = true;
    this.#advance();
  }

  /** The link is down. Replies are kept; what is unasked goes back to whoever keeps it. */
  close(): void {
    this.#open = false;
    for (const entry of this.#entries.filter(
      (other) => other.lane === 'unasked' && !this.#saying.has(other),
    )) {
      this.#finish(entry, entry.next === 0 ? { outcome: 'wait', retryAfterMs: 5000 } : brokenOff);
    }
  }

  /** Resolves when nothing waits and nothing is being said. */
  async whenIdle(): Promise<void> {
    if (this.#entries.length === 0) return;
    await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  /** Takes nothing more, and gives back what was not said to the end: it will be said again from its beginning. */
  giveUp(): void {
    this.#givenUp = true;
    this.close();
    clearTimeout(this.#timer);
    for (const entry of this.#entries) this.#finish(entry, entry.lane === 'reply' ? givenBack : brokenOff);
  }

  #advance(): void {
    clearTimeout(this.#timer);
    const now = Date.now();
    for (const entry of this.#entries.filter(({ since }) => now - since > longestWait)) {
      this.#finish(entry, this.#lost(entry.conversation, 'the link to WeChat was down for too long'));
    }
    if (this.#entries.length === 0) {
      for (const resolve of this.#idle.splice(0)) resolve();
      return;
    }
    if (!this.#open) {
      this.#timer = setTimeout(() => this.#advance(), longestWait).unref();
      return;
    }
    this.#sayWhatIsDue(now);
  }

  #sayWhatIsDue(now: number): void {
    for (;;) {
      const next = this.#saying.size < mostAtOnce ? this.#startable() : [];
      const due = next.filter((entry) => this.#dueAt(entry) <= now);
      const entry = due.find(({ lane }) => lane === 'reply') ?? due[0];
      if (entry !== undefined) {
        void this.#say(entry);
        continue;
      }
      const soonest = Math.min(...next.map((other) => this.#dueAt(other)));
      if (next.length > 0) this.#timer = setTimeout(() => this.#advance(), soonest - now);
      return;
    }
  }

  /** The first of each conversation's replies and unasked messages, where nothing is being said. */
  #startable(): Entry<M>[] {
    const saying = [...this.#saying];
    const busy = new Set(saying.map(({ conversation }) => conversation));
    const unaskedUnderWay = saying.some(({ lane }) => lane === 'unasked');
    const taken = new Set<string>();
    return this.#entries.filter(({ conversation, lane }) => {
      const key = `${lane} ${conversation}`;
      if (taken.has(key)) return false;
      taken.add(key);
      return !busy.has(conversation) && !(lane === 'unasked' && unaskedUnderWay);
    });
  }

  #dueAt({ lane, notBefore }: Entry<M>): number {
    return Math.max(notBefore, this.#replyFrom, lane === 'unasked' ? this.#unaskedFrom : 0);
  }

  async #say(entry: Entry<M>): Promise<void> {
    const message = entry.messages[entry.next];
    if (message === undefined) throw new Error('an entry without a message left was not finished');
    this.#saying.add(entry);
    this.#pace(entry.lane);
    try {
      const saying = this.#options.say(entry.conversation, message);
      await withinTime(longestSay, saying, 'no-answer' satisfies OwnReason);
      entry.next += 1;
      entry.attempts = 0;
    } catch (error) {
      this.#refused(entry, error);
    } finally {
      this.#saying.delete(entry);
    }
    // The gap is counted from when it was said, however long that took.
    if (entry.lane === 'unasked') this.#pace('unasked');
    if (entry.next >= entry.messages.length) this.#finish(entry, { outcome: 'sent' });
    this.#advance();
  }

  #refused(entry: Entry<M>, error: unknown): void {
    const isLink = this.#options.isLinkError(error);
    if (isLink && entry.lane === 'unasked') {
      this.#finish(entry, brokenOff);
      return;
    }
    if (!isLink) entry.attempts += 1;
    entry.notBefore = Date.now() + 500 * 2 ** entry.attempts;
    if (entry.attempts < mostAttempts) return;
    const reason = wordsOf(error);
    const outcome =
      entry.lane === 'reply'
        ? this.#lost(entry.conversation, reason)
        : ({ outcome: 'failed', reason } as const);
    this.#finish(entry, entry.next > 0 ? { outcome: 'unknown', reason } : outcome);
  }

  #pace(lane: SendLane): void {
    const by = (gap: number) => Date.now() + gap * (1 + Math.random() * (2 / 3));
    // A reply waits no longer than a short breath, and so stays well within two seconds.
    this.#replyFrom = by(Math.min(this.#options.gap / 6, 500));
    if (lane === 'unasked') this.#unaskedFrom = by(this.#options.gap);
  }

  #lost(conversation: string, reason: string): SendOutcome {
    this.#options.onLost(conversation, reason);
    return { outcome: 'failed', reason };
  }

  #finish(entry: Entry<M>, outcome: SendOutcome): void {
    this.#entries = this.#entries.filter((other) => other !== entry);
    entry.settle(outcome);
  }
}
