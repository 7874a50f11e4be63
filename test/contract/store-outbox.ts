import { describe, expect, test } from 'vitest';
import type { Lane, Message } from '../../src/bot/delivery.js';
import { ConversationId } from '../../src/bot/identity.js';
import type { Store } from '../../src/bot/store.js';
import { delivery, later, NOW, person } from './store-rows.js';

const answer: Message = {
  kind: 'answer',
  inReplyTo: '1.1',
  reply: {
    locale: 'zh',
    audience: 'conversation',
    firstNumber: 11,
    blocks: [
      { kind: 'heading', text: '南京' },
      { kind: 'facts', facts: [{ label: '状态', value: '已签约', before: '提议中' }] },
      {
        kind: 'list',
        numbered: true,
        items: [
          { text: '2019年6月', detail: '罗马', invocation: { command: 'missions', args: { text: '1' } } },
        ],
      },
      {
        kind: 'choices',
        choices: [{ label: '确认', invocation: { command: 'confirm', args: {} }, emphasis: 'primary' }],
      },
    ],
  },
};

/** What the outbox must do. `reopen` closes the store and opens its state again. */
export function outboxContract(store: () => Store, reopen: () => Promise<void>): void {
  const ids = () =>
    store()
      .view()
      .all('people')
      .map(({ id }) => id);

  describe('the outbox', () => {
    const enqueue = (...deliveries: ReturnType<typeof delivery>[]) =>
      store().transact((tx) => {
        for (const one of deliveries) tx.enqueue(one);
      });
    const claim = (limit = 10, now = NOW, leaseMs = 30_000) =>
      store().claim({ worker: 'w1', now, limit, leaseMs });
    const keys = async () => (await store().deliveries()).map(({ key }) => key);

    test('holds what was queued, as it was queued', async () => {
      await enqueue(delivery('a'), delivery('b', { to: 'wechat:default:1@chatroom', lane: 'digest' }));
      await enqueue(delivery('c', { lane: 'reply', message: answer }));
      await reopen();
      const [first, second, third] = await store().deliveries();
      expect(first).toEqual({
        ...delivery('a'),
        id: first?.id,
        state: 'waiting',
        attempts: 0,
        fence: 0,
        uncertain: false,
      });
      expect(second).toMatchObject({ key: 'b', lane: 'digest', conversation: 'wechat:default:1@chatroom' });
      expect(third?.message).toEqual(answer);
    });

    test('tells the rows of one lane, oldest first', async () => {
      expect(await store().deliveries('digest')).toEqual([]);
      const lanes = ['digest', 'reply', 'digest', 'announcement'] as const;
      await enqueue(
        ...lanes.map((lane, index) => delivery(`${lane}${index}`, { lane, to: `slack:T1:C${index}` })),
      );
      const keysOf = async (lane: Lane) => (await store().deliveries(lane)).map(({ key }) => key);
      expect(await keysOf('digest')).toEqual(['digest0', 'digest2']);
      expect(await keysOf('reply')).toEqual(['reply1']);
      expect(await keysOf('announcement')).toEqual(['announcement3']);
      const [reply] = await claim(1);
      await store().settle(reply?.id ?? '', reply?.fence ?? 0, { state: 'sent', at: NOW });
      const [, , digest] = await claim();
      await store().settle(digest?.id ?? '', digest?.fence ?? 0, { state: 'dead', at: NOW, error: 'stale' });
      expect(await keysOf('reply')).toEqual([]);
      expect(await store().deliveries('digest')).toMatchObject([
        { key: 'digest0', state: 'claimed' },
        { key: 'digest2', state: 'dead' },
      ]);
      expect(await keys()).toEqual(['digest0', 'digest2', 'announcement3']);
    });

    test('queues a key once: while it waits, when it was sent, and after a restart', async () => {
      await enqueue(delivery('a'), delivery('a'));
      await enqueue(delivery('a'));
      expect(await keys()).toEqual(['a']);
      const [row] = await claim();
      await store().settle(row?.id ?? '', row?.fence ?? 0, { state: 'sent', at: NOW });
      await enqueue(delivery('a'));
      expect(await keys()).toEqual([]);
      await reopen();
      await enqueue(delivery('a'), delivery('b'));
      expect(await keys()).toEqual(['b']);
    });

    test('counts what waits and for how long, and what could not be sent', async () => {
      expect(await store().outboxFigures(NOW)).toEqual({ waiting: 0, dead: 0, oldestSeconds: 0 });
      const rooms = ['C1', 'C2', 'C3', 'C4'].map((room) => `slack:T1:${room}`);
      await enqueue(...rooms.map((to) => delivery(to, { to })));
      await enqueue(delivery('tomorrow', { to: 'slack:T1:C5', notBefore: later(86_400_000).toISOString() }));
      const [first, second, third] = await claim();
      const settle = (row: typeof first, error: string) =>
        store().settle(row?.id ?? '', row?.fence ?? 0, { state: 'dead', at: NOW, error });
      await settle(first, 'is_archived');
      // There was no longer a reason to send it: that is no failure.
      await settle(second, 'stale');
      await store().settle(third?.id ?? '', third?.fence ?? 0, { state: 'sent', at: NOW });
      expect(await store().outboxFigures(NOW)).toEqual({ waiting: 2, dead: 1, oldestSeconds: 60 });
    });

    test('refuses an unsound delivery together with its transaction', async () => {
      const attempt = store().transact((tx) => {
        tx.put('people', person('slack:T1:U1'));
        tx.enqueue({ ...delivery('a'), key: '' });
      });
      await expect(attempt).rejects.toThrow();
      expect(ids()).toEqual([]);
    });

    test('gives out replies before announcements before digests, then the oldest', async () => {
      const lanes = ['digest', 'announcement', 'reply', 'announcement'] as const;
      await enqueue(
        ...lanes.map((lane, index) => delivery(`${lane}${index}`, { lane, to: `slack:T1:C${index}` })),
      );
      expect((await claim()).map(({ key }) => key)).toEqual([
        'reply2',
        'announcement1',
        'announcement3',
        'digest0',
      ]);
    });

    test('gives out no more than asked for, and nothing twice', async () => {
      await enqueue(...[1, 2, 3].map((index) => delivery(`k${index}`, { to: `slack:T1:C${index}` })));
      const both = await Promise.all([claim(2), claim(2)]);
      expect(
        both
          .flat()
          .map(({ key }) => key)
          .sort(),
      ).toEqual(['k1', 'k2', 'k3']);
      expect(Math.max(...both.map((part) => part.length))).toBe(2);
      expect(await claim()).toEqual([]);
    });

    test('gives out nothing before its time', async () => {
      await enqueue(delivery('a', { notBefore: later(90_000).toISOString() }));
      expect(await claim(10, later(89_999))).toEqual([]);
      expect(await claim(10, later(90_000))).toHaveLength(1);
    });

    test('has at most one delivery of a conversation in hand', async () => {
      await enqueue(delivery('a'), delivery('b'), delivery('c', { to: 'slack:T1:C2' }));
      expect((await claim()).map(({ key }) => key)).toEqual(['a', 'c']);
      expect(await claim()).toEqual([]);
      const [first] = await store().deliveries();
      expect(await store().settle(first?.id ?? '', first?.fence ?? 0, { state: 'sent', at: NOW })).toBe(true);
      expect((await claim()).map(({ key }) => key)).toEqual(['b']);
    });

    test('gives out only the platforms asked for, and no conversation that must rest', async () => {
      await enqueue(
        delivery('a'),
        delivery('b', { to: 'slack:T1:C2' }),
        delivery('c', { to: 'wechat:default:1@chatroom' }),
      );
      const wechat = await store().claim({
        worker: 'w1',
        now: NOW,
        limit: 10,
        leaseMs: 30_000,
        platforms: ['wechat'],
      });
      expect(wechat.map(({ key }) => key)).toEqual(['c']);
      const except = new Set([ConversationId.parse('slack:T1:C1')]);
      expect(
        (await store().claim({ worker: 'w1', now: NOW, limit: 10, leaseMs: 30_000, except })).map(
          ({ key }) => key,
        ),
      ).toEqual(['b']);
      expect(
        await store().claim({ worker: 'w1', now: NOW, limit: 10, leaseMs: 30_000, platforms: [] }),
      ).toEqual([]);
    });

    test('gives a delivery whose lease ended to the next worker, uncertain; the first can settle it no more', async () => {
      await enqueue(delivery('a'));
      const [first] = await claim();
      expect(first).toMatchObject({
        state: 'claimed',
        uncertain: false,
        attempts: 0,
        leaseUntil: later(90_000).toISOString(),
      });
      expect(await claim(10, later(89_999))).toEqual([]);
      const [second] = await store().claim({ worker: 'w2', now: later(90_000), limit: 10, leaseMs: 30_000 });
      expect(second).toMatchObject({ id: first?.id, uncertain: true, attempts: 0 });
      expect(second?.fence).toBeGreaterThan(first?.fence ?? 0);
      expect(await store().settle(first?.id ?? '', first?.fence ?? 0, { state: 'sent', at: NOW })).toBe(
        false,
      );
      expect(await store().settle(second?.id ?? '', second?.fence ?? 0, { state: 'sent', at: NOW })).toBe(
        true,
      );
      expect(await store().settle(second?.id ?? '', second?.fence ?? 0, { state: 'sent', at: NOW })).toBe(
        false,
      );
      expect(await store().deliveries()).toEqual([]);
    });

    test('lets a delivery wait and be tried again', async () => {
      await enqueue(delivery('a'));
      const [first] = await claim();
      const wait = { state: 'waiting', notBefore: later(120_000), error: 'asked to wait' } as const;
      await store().settle(first?.id ?? '', first?.fence ?? 0, {
        ...wait,
        uncertain: false,
        countsAsAttempt: false,
      });
      expect(await store().deliveries()).toMatchObject([
        { state: 'waiting', attempts: 0, lastError: 'asked to wait' },
      ]);
      expect(await claim()).toEqual([]);
      const [second] = await claim(10, later(120_000));
      await store().settle(second?.id ?? '', second?.fence ?? 0, {
        ...wait,
        uncertain: true,
        countsAsAttempt: true,
      });
      const [row] = await store().deliveries();
      expect(row).toMatchObject({ state: 'waiting', attempts: 1, uncertain: true });
      expect(row?.leaseUntil).toBeUndefined();
    });

    test('keeps a dead delivery until somebody has it tried again', async () => {
      await enqueue(delivery('a'));
      const [row] = await claim();
      const id = row?.id ?? '';
      expect(await store().retry(id)).toBe(false);
      await store().settle(id, row?.fence ?? 0, { state: 'dead', at: NOW, error: 'is_archived' });
      expect(await store().deliveries()).toMatchObject([
        { state: 'dead', attempts: 1, lastError: 'is_archived', settledAt: NOW.toISOString() },
      ]);
      expect(await claim(10, later(3_600_000))).toEqual([]);
      expect(await store().retry(id)).toBe(true);
      expect(await store().retry(id)).toBe(false);
      expect(await store().retry('999')).toBe(false);
      expect(
        await store().claim({ worker: 'w1', now: new Date(), limit: 10, leaseMs: 30_000 }),
      ).toMatchObject([{ id, attempts: 0, lastError: 'is_archived' }]);
    });
  });
}
