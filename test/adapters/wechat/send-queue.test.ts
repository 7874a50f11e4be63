import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SendQueue } from '../../../src/adapters/wechat/send-queue.js';

class LinkGone extends Error {}

let said: { to: string; message: string; at: number }[];
let lost: string[];
let refuse: (message: string) => Error | undefined;
let started: number;

beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  lost = [];
  refuse = () => undefined;
  started = Date.now();
});
afterEach(() => vi.useRealTimers());

function openQueue(gap = 3000): SendQueue<string> {
  const queue = new SendQueue<string>({
    gap,
    say: async (to, message) => {
      const error = refuse(message);
      if (error !== undefined) throw error;
      said.push({ to, message, at: Date.now() - started });
    },
    isLinkError: (error) => error instanceof LinkGone,
    onLost: (conversation, reason) => lost.push(`${conversation}: ${reason}`),
  });
  queue.open();
  return queue;
}

const messages = () => said.map(({ message }) => message);
const gaps = () => said.slice(1).map(({ at }, index) => at - (said[index]?.at ?? 0));

describe('pace', () => {
  test('a reply goes out at once when nothing else waits', async () => {
    const queue = openQueue();
    await expect(queue.push('reply', { conversation: 'ann', messages: ['hello'] })).resolves.toEqual({
      outcome: 'sent',
    });
    expect(said[0]?.at).toBe(0);
  });

  test('unasked messages keep three to five seconds', async () => {
    const queue = openQueue();
    for (const to of ['a', 'b', 'c', 'd', 'e'])
      void queue.push('unasked', { conversation: to, messages: [to] });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(messages()).toEqual(['a', 'b', 'c', 'd', 'e']);
    for (const gap of gaps()) {
      expect(gap).toBeGreaterThanOrEqual(3000);
      expect(gap).toBeLessThanOrEqual(5001);
    }
    expect(new Set(gaps()).size).toBeGreaterThan(1);
  });

  test('a reply overtakes what is unasked, within two seconds', async () => {
    const queue = openQueue();
    for (const to of ['a', 'b', 'c']) void queue.push('unasked', { conversation: to, messages: [to] });
    await vi.advanceTimersByTimeAsync(100);
    void queue.push('reply', { conversation: 'ann', messages: ['answer'] });
    await vi.advanceTimersByTimeAsync(1900);
    expect(messages()).toEqual(['a', 'answer']);
  });

  test('no gap means no waiting', async () => {
    const queue = openQueue(0);
    await Promise.all(
      ['a', 'b', 'c'].map((message) => queue.push('unasked', { conversation: message, messages: [message] })),
    );
    expect(said.map(({ at }) => at)).toEqual([0, 0, 0]);
  });
});

describe('order', () => {
  test('the messages of one reply stay together, and replies in order', async () => {
    const queue = openQueue();
    void queue.push('reply', { conversation: 'ann', messages: ['1', '2', '3'] });
    void queue.push('reply', { conversation: 'ann', messages: ['4'] });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(messages()).toEqual(['1', '2', '3', '4']);
  });

  test('a refused message keeps back its own conversation only', async () => {
    let times = 2;
    refuse = (message) => (message === 'x1' && times-- > 0 ? new Error('refused') : undefined);
    const queue = openQueue();
    void queue.push('reply', { conversation: 'x', messages: ['x1'] });
    void queue.push('reply', { conversation: 'x', messages: ['x2'] });
    void queue.push('reply', { conversation: 'y', messages: ['y1'] });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(messages()).toEqual(['y1', 'x1', 'x2']);
  });
});

describe('refusal', () => {
  test('is tried three times and then reported', async () => {
    const attempts: string[] = [];
    refuse = (message) => {
      attempts.push(message);
      return new Error('refused');
    };
    const queue = openQueue();
    const outcome = queue.push('reply', { conversation: 'ann', messages: ['hello'] });
    await vi.advanceTimersByTimeAsync(20_000);
    await expect(outcome).resolves.toEqual({ outcome: 'failed', reason: 'refused' });
    expect(attempts).toHaveLength(3);
    expect(lost).toEqual(['ann: refused']);
  });

  test('of a later message leaves the outcome unknown, since one was said', async () => {
    refuse = (message) => (message === '2' ? new Error('refused') : undefined);
    const queue = openQueue();
    const outcome = queue.push('unasked', { conversation: 'ann', messages: ['1', '2'] });
    await vi.advanceTimersByTimeAsync(60_000);
    await expect(outcome).resolves.toMatchObject({ outcome: 'unknown' });
    expect(messages()).toEqual(['1']);
  });

  test('a gateway that never confirms counts as one', async () => {
    const queue = new SendQueue<string>({
      gap: 0,
      say: () => new Promise(() => {}),
      isLinkError: () => false,
      onLost: (conversation) => lost.push(conversation),
    });
    queue.open();
    void queue.push('reply', { conversation: 'ann', messages: ['hello'] });
    await vi.advanceTimersByTimeAsync(80_000);
    expect(lost).toEqual(['ann']);
  });
});

describe('an outage', () => {
  test('keeps replies and sends them once when it ends', async () => {
    const queue = openQueue();
    refuse = () => new LinkGone();
    const sent = queue.push('reply', { conversation: 'ann', messages: ['1', '2'] });
    await vi.advanceTimersByTimeAsync(0);
    queue.close();
    void queue.push('reply', { conversation: 'bob', messages: ['3'] });
    await vi.advanceTimersByTimeAsync(180_000);
    expect(said).toEqual([]);
    refuse = () => undefined;
    queue.open();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(messages().sort()).toEqual(['1', '2', '3']);
    await expect(sent).resolves.toEqual({ outcome: 'sent' });
  });

  test('gives back what is unasked', async () => {
    const queue = openQueue();
    const waiting = ['a', 'b', 'c'].map((to) => queue.push('unasked', { conversation: to, messages: [to] }));
    await vi.advanceTimersByTimeAsync(100);
    queue.close();
    const outcomes = await Promise.all(waiting);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['sent', 'wait', 'wait']);
    await expect(queue.push('unasked', { conversation: 'd', messages: ['d'] })).resolves.toMatchObject({
      outcome: 'wait',
    });
  });

  test('that lasts too long loses replies, and says so', async () => {
    const queue = openQueue();
    queue.close();
    const sent = queue.push('reply', { conversation: 'ann', messages: ['late'] });
    await vi.advanceTimersByTimeAsync(21 * 60_000);
    await expect(sent).resolves.toMatchObject({ outcome: 'failed' });
    expect(lost).toHaveLength(1);
  });

  test('while something unasked is being said leaves its outcome unknown', async () => {
    const queue = openQueue();
    refuse = () => new LinkGone();
    const sent = queue.push('unasked', { conversation: 'ann', messages: ['digest'] });
    await expect(sent).resolves.toMatchObject({ outcome: 'unknown' });
  });
});

describe('bounds', () => {
  test('more unasked messages than go out soon are sent back to wait', async () => {
    const queue = openQueue();
    const outcomes = Array.from({ length: 8 }, (_, n) =>
      queue.push('unasked', { conversation: `${n}`, messages: ['x'] }),
    );
    await vi.advanceTimersByTimeAsync(60_000);
    const counted = (await Promise.all(outcomes)).filter(({ outcome }) => outcome === 'wait');
    expect(counted.length).toBeGreaterThanOrEqual(2);
  });

  test('more replies than can be kept are reported', async () => {
    const queue = openQueue();
    queue.close();
    for (let n = 0; n < 201; n += 1) void queue.push('reply', { conversation: `${n}`, messages: ['x'] });
    expect(lost).toEqual(['200: too many replies are waiting']);
  });
});

describe('the end', () => {
  test('gives back what was not said to the end, and takes nothing more', async () => {
    const queue = openQueue();
    queue.close();
    const waiting = queue.push('reply', { conversation: 'ann', messages: ['1'] });
    queue.giveUp();
    await expect(waiting).resolves.toMatchObject({ outcome: 'wait' });
    queue.open();
    await expect(queue.push('reply', { conversation: 'bob', messages: ['2'] })).resolves.toMatchObject({
      outcome: 'wait',
    });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(said).toEqual([]);
    expect(lost).toEqual([]);
  });

  test('leaves in doubt what is being said unasked', async () => {
    const queue = openQueue();
    const sent = queue.push('unasked', { conversation: 'ann', messages: ['1', '2'] });
    queue.giveUp();
    await expect(sent).resolves.toMatchObject({ outcome: 'unknown' });
  });
});

test('whenIdle waits for the last word', async () => {
  const queue = openQueue();
  void queue.push('reply', { conversation: 'ann', messages: ['1', '2', '3'] });
  let idle = false;
  void queue.whenIdle().then(() => {
    idle = true;
  });
  await vi.advanceTimersByTimeAsync(100);
  expect(idle).toBe(false);
  await vi.advanceTimersByTimeAsync(5000);
  expect(idle).toBe(true);
});
