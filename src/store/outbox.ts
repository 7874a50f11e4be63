import { type Delivery, hasFailed, Lane, type OutboxFigures, type Settlement } from '../bot/delivery.js';
import { partsOf } from '../bot/identity.js';
import type { Claim } from '../bot/store.js';

/**
 * What becomes of a claim that nobody will settle: it waits, and whether it was sent must be looked up. It costs no attempt: a process
 * that is killed again and again must not use them up.
 */
export function released(delivery: Delivery): Delivery {
  if (delivery.state !== 'claimed') return delivery;
  const { leaseUntil: _, ...rest } = delivery;
  return { ...rest, state: 'waiting', uncertain: true };
}

/** A claimed delivery after its settlement; `undefined` when nothing more is to be done with it. */
export function settled(delivery: Delivery, settlement: Settlement): Delivery | undefined {
  if (settlement.state === 'sent') return undefined;
  const { leaseUntil: _, ...rest } = delivery;
  if (settlement.state === 'dead') {
    const { at, error } = settlement;
    return {
      ...rest,
      state: 'dead',
      attempts: rest.attempts + 1,
      lastError: error,
      settledAt: at.toISOString(),
    };
  }
  const { notBefore, error, uncertain, countsAsAttempt } = settlement;
  const attempts = rest.attempts + (countsAsAttempt ? 1 : 0);
  return {
    ...rest,
    state: 'waiting',
    attempts,
    uncertain,
    lastError: error,
    notBefore: notBefore.toISOString(),
  };
}

/** A dead delivery that is to be sent after all, from `now`. */
export function retried(delivery: Delivery, now: Date): Delivery {
  const { settledAt: _, ...rest } = delivery;
  return { ...rest, state: 'waiting', attempts: 0, notBefore: now.toISOString() };
}

type Rows = ReadonlyMap<string, Delivery>;

const before = (instant: string | undefined, now: Date) =>
  instant === undefined || Date.parse(instant) <= now.getTime();

/** Those of `rows` whose lease has ended at `now`. */
export function expired(rows: Rows, now: Date): Delivery[] {
  return [...rows.values()].filter((row) => row.state === 'claimed' && before(row.leaseUntil, now));
}

/** The deliveries that a worker may claim: replies first, oldest first, one of a conversation that has none claimed. */
export function claimable(rows: Rows, { now, limit, platforms, except }: Claim): Delivery[] {
  const busy = new Set<string>(except);
  for (const row of rows.values()) if (row.state === 'claimed') busy.add(row.conversation);
  const due = [...rows.values()].filter(
    (row) =>
      row.state === 'waiting' &&
      before(row.notBefore, now) &&
      (platforms?.includes(partsOf(row.conversation).platform) ?? true),
  );
  const picked: Delivery[] = [];
  for (const lane of Lane.options) {
    for (const row of due) {
      if (picked.length >= limit) return picked;
      if (row.lane !== lane || busy.has(row.conversation)) continue;
      busy.add(row.conversation);
      picked.push(row);
    }
  }
  return picked;
}

/** A delivery in the hands of a worker until `leaseUntil`. */
export function claimed(delivery: Delivery, leaseUntil: Date): Delivery {
  return { ...delivery, state: 'claimed', fence: delivery.fence + 1, leaseUntil: leaseUntil.toISOString() };
}

/** How the outbox stands at `now`. */
export function figuresOf(rows: Rows, now: Date): OutboxFigures {
  const all = [...rows.values()];
  const waiting = all.filter(({ state }) => state !== 'dead');
  const first = waiting.reduce((least, { notBefore }) => Math.min(least, Date.parse(notBefore)), Infinity);
  return {
    waiting: waiting.length,
    dead: all.filter(hasFailed).length,
    oldestSeconds: secondsSince(first, now),
  };
}

/** Seconds from an instant in milliseconds until `now`; none when it is still to come. */
export function secondsSince(instant: number, now: Date): number {
  return Math.max(0, (now.getTime() - instant) / 1000);
}
