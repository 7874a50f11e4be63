import type { Sent } from '../bot/channel.js';
import type { Delivery, Settlement, Withdrawal } from '../bot/delivery.js';
import type { OwnReason } from '../bot/delivery-reason.js';
import { type BackOff, waitAfter } from '../timing/back-off.js';

/** What became of an attempt; `withdrawn`: there is no longer a reason to send it. */
export type Outcome =
  | Sent
  | { outcome: 'withdrawn'; reason: Withdrawal }
  /** `detail` is for the log. */
  | { outcome: 'failed' | 'unknown'; reason: OwnReason; detail: string };

/** After so many failures a delivery is dead: by the growing waits, after some five hours. */
export const MOST_ATTEMPTS = 16;

const SECOND = 1_000;
/** 5 s, 15 s, 45 s … half an hour, each shorter or longer by up to a fifth. */
export const retrying: BackOff = {
  first: 5 * SECOND,
  factor: 3,
  longest: 30 * 60 * SECOND,
  spread: [0.8, 1.2],
};
/** A message that Slack has taken shows in its history within seconds. */
const LOOK_AFTER = 10 * SECOND;

/**
 * How an attempt is entered in the outbox. Being asked to wait is no failure: it costs no attempt.
 *
 * @param random 0 to 1, to keep what failed together from coming back together
 */
export function settlementOf(outcome: Outcome, delivery: Delivery, now: Date, random: number): Settlement {
  switch (outcome.outcome) {
    case 'sent':
      return { state: 'sent', at: now };
    case 'dead':
    case 'withdrawn':
      return { state: 'dead', at: now, error: outcome.reason };
    case 'wait':
      return {
        state: 'waiting',
        notBefore: later(now, outcome.retryAfterMs),
        error: 'wait' satisfies OwnReason,
        uncertain: false,
        countsAsAttempt: false,
      };
    case 'failed':
    case 'unknown': {
      if (delivery.attempts + 1 >= MOST_ATTEMPTS) return { state: 'dead', at: now, error: outcome.reason };
      const uncertain = outcome.outcome === 'unknown';
      const wait = waitAfter(delivery.attempts, retrying, random);
      return {
        state: 'waiting',
        notBefore: later(now, uncertain ? Math.max(wait, LOOK_AFTER) : wait),
        error: outcome.reason,
        uncertain,
        countsAsAttempt: true,
      };
    }
  }
}

/** Gives a claim back untouched. */
export function unclaimed(delivery: Delivery, now: Date): Settlement {
  const { uncertain, lastError = 'not-tried' satisfies OwnReason } = delivery;
  return { state: 'waiting', notBefore: now, error: lastError, uncertain, countsAsAttempt: false };
}

function later(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms);
}
