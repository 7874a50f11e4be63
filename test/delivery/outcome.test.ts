import { describe, expect, test } from 'vitest';
import type { Delivery } from '../../src/bot/delivery.js';
import { MOST_ATTEMPTS, retrying, settlementOf } from '../../src/delivery/outcome.js';
import { waitAfter } from '../../src/timing/back-off.js';
import { newDelivery } from './outbox-rig.js';

const now = new Date('2026-03-11T08:00:00Z');

const delivery = (attempts: number): Delivery => ({
  ...newDelivery('a', 'slack:T1:C1'),
  id: '1',
  state: 'claimed',
  attempts,
  fence: 1,
  uncertain: false,
});

const failed = { outcome: 'failed', reason: 'msg_too_long' } as const;
const unknown = { outcome: 'unknown', reason: 'no answer' } as const;

describe('how an attempt is entered in the outbox', () => {
  test('a failure waits and costs an attempt', () => {
    expect(settlementOf(failed, delivery(0), now, 0.5)).toEqual({
      state: 'waiting',
      notBefore: new Date('2026-03-11T08:00:05Z'),
      error: 'msg_too_long',
      uncertain: false,
      countsAsAttempt: true,
    });
  });

  test('what is unknown waits until a look-up can tell', () => {
    const settlement = settlementOf(unknown, delivery(0), now, 0.5);
    expect(settlement).toMatchObject({ uncertain: true, notBefore: new Date('2026-03-11T08:00:10Z') });
  });

  test('being asked to wait costs no attempt, however often', () => {
    const settlement = settlementOf(
      { outcome: 'wait', retryAfterMs: 60_000 },
      delivery(MOST_ATTEMPTS),
      now,
      0.5,
    );
    expect(settlement).toMatchObject({ notBefore: new Date('2026-03-11T08:01:00Z'), countsAsAttempt: false });
  });

  test('the last attempt buries it with its reason', () => {
    const last = delivery(MOST_ATTEMPTS - 1);
    expect(settlementOf(failed, last, now, 0.5)).toEqual({ state: 'dead', at: now, error: 'msg_too_long' });
    expect(settlementOf(unknown, last, now, 0.5)).toEqual({ state: 'dead', at: now, error: 'no answer' });
  });
});

test('waits grow threefold up to half an hour, give or take a fifth', () => {
  expect([0, 1, 2, 3, 12].map((attempts) => waitAfter(attempts, retrying, 0.5))).toEqual([
    5_000, 15_000, 45_000, 135_000, 1_800_000,
  ]);
  expect(waitAfter(0, retrying, 0)).toBeCloseTo(4_000);
  expect(waitAfter(0, retrying, 1)).toBeCloseTo(6_000);
});
