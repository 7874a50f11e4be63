import { beforeEach, describe, expect, test } from 'vitest';
import type { Delivery } from '../../src/bot/delivery.js';
import type { DigestRecord } from '../../src/bot/state.js';
import { Covered, digestKey, endsOfDigests } from '../../src/digest/coverage.js';
import { OverlayTx } from '../../src/store/overlay-tx.js';
import { emptyTables } from '../../src/store/tables.js';
import { announce } from './changes.js';
import { coordinator, room, subscription } from './planner-rig.js';

let state: OverlayTx;
beforeEach(() => {
  state = new OverlayTx(emptyTables, 0);
});

const settle = (date: string, upTo: string, outcome: DigestRecord['outcome'] = 'queued') =>
  state.put('digests', {
    id: digestKey(room, date),
    conversation: room,
    date,
    at: `${date}T08:00:00.000Z`,
    outcome,
    upTo,
  });
const post = (id: number, at: string) => state.put('changes', { ...announce(id, { en: 'News' }), at });
/** A digest that waits in the outbox, or was given up there. */
const unsent = (date: string, after: string, upTo: string): Delivery => ({
  id: '1',
  key: digestKey(room, date),
  conversation: room,
  lane: 'digest',
  message: { kind: 'digest', date, after, upTo },
  notBefore: `${date}T08:00:00.000Z`,
  state: 'dead',
  attempts: 1,
  fence: 1,
  uncertain: false,
});
const covered = (...deliveries: Delivery[]) =>
  new Covered(state, new Map(deliveries.map((delivery) => [delivery.key, delivery])));
const begins = (date: string, ...deliveries: Delivery[]) =>
  covered(...deliveries).before(room, subscription, date);

describe('a digest begins', () => {
  test('with what was posted since the subscription, when it is the first', () => {
    post(1, '2021-03-07T23:59:59.000Z');
    post(2, '2021-03-08T00:00:00.000Z');
    post(3, '2021-03-08T00:00:01.000Z');
    expect(begins('2021-03-10')).toBe('2');
    expect(covered().isFirst(room, '2021-03-10')).toBe(true);
  });

  test('where the last one ended, whether that was sent, quiet or skipped', () => {
    settle('2021-03-08', '4');
    settle('2021-03-09', '6', 'nothing-to-say');
    expect(begins('2021-03-10')).toBe('6');
    settle('2021-03-10', '6', 'skipped');
    expect(begins('2021-03-11')).toBe('6');
    expect(covered().isFirst(room, '2021-03-11')).toBe(false);
  });

  test('where the last one began, when that one never went out', () => {
    settle('2021-03-09', '6');
    expect(begins('2021-03-10', unsent('2021-03-09', '4', '6'))).toBe('4');
    expect(begins('2021-03-10', unsent('2021-03-08', '2', '4'))).toBe('6');
  });

  test('where the last one of months ago ended', () => {
    settle('2020-12-01', '3');
    settle('2020-12-02', '5');
    expect(begins('2021-03-10')).toBe('5');
    expect(covered().isFirst(room, '2021-03-10')).toBe(false);
  });

  test('not where a later one of its own ended', () => {
    settle('2021-03-10', '9');
    expect(begins('2021-03-10')).toBe('0');
  });

  test('not where somebody was asked for translations', () => {
    const { id } = coordinator('slack:T1:U2');
    state.put('digests', {
      id: `translation:${id}:2021-03-09`,
      conversation: room,
      date: '2021-03-09',
      at: '2021-03-09T09:00:00.000Z',
      outcome: 'queued',
      upTo: '8',
    });
    expect(begins('2021-03-20')).toBe('0');
  });
});

test('a sign of life is due when nothing went out on the days before', () => {
  settle('2021-03-08', '4');
  settle('2021-03-09', '4', 'nothing-to-say');
  expect(covered().wasSentWithin(room, 2, '2021-03-10')).toBe(true);
  expect(covered().wasSentWithin(room, 2, '2021-03-11')).toBe(false);
  expect(covered().wasSentWithin(room, 2, '2021-03-08')).toBe(false);
});

test('where earlier digests ended is told from a week before the day on, oldest first', () => {
  settle('2021-02-20', '1');
  settle('2021-03-02', '2');
  settle('2021-03-08', '4');
  settle('2021-03-09', '6', 'nothing-to-say');
  settle('2021-03-10', '7');
  expect(endsOfDigests(state, room, '2021-03-08', '2021-03-10')).toEqual(['2', '4', '6']);
});
