import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type SessionListener, Supervisor } from '../../../src/adapters/wechat/supervisor.js';

const second = 1000;
let lives: { listener: SessionListener; at: number; ended: boolean; pings: number }[];
let told: string[];
let answersPings: boolean;
let supervisor: Supervisor;
const latest = () => {
  const life = lives.at(-1);
  if (life === undefined) throw new Error('no session was opened');
  return life;
};

beforeEach(() => {
  vi.useFakeTimers();
  lives = [];
  told = [];
  answersPings = true;
  supervisor = new Supervisor({
    open: async (listener) => {
      const life = { listener, at: Date.now(), ended: false, pings: 0 };
      lives.push(life);
      return {
        ping: () => {
          life.pings += 1;
          if (answersPings) listener.alive();
        },
        hangUp: async () => {
          life.ended = true;
        },
      };
    },
    onOnline: () => told.push('online'),
    onOffline: () => told.push('offline'),
    onError: (error) => told.push(String(error)),
    onTrouble: (trouble) => told.push(trouble),
  });
  supervisor.start();
});
afterEach(async () => {
  await supervisor.stop();
  vi.useRealTimers();
});

test('it is up when logged in, and not before', async () => {
  expect(supervisor.state()).toMatchObject({ state: 'starting' });
  latest().listener.alive();
  expect(supervisor.state()).toMatchObject({ state: 'starting' });
  latest().listener.login();
  expect(supervisor.state()).toMatchObject({ state: 'up' });
  await vi.advanceTimersByTimeAsync(600 * second);
  expect(supervisor.state()).toMatchObject({ state: 'up' });
  expect(lives).toHaveLength(1);
});

test('a refused token is said once, and tried again with growing waits', async () => {
  for (let life = 1; life <= 8; life += 1) {
    latest().listener.failed('tokenRefused');
    while (lives.length === life) await vi.advanceTimersByTimeAsync(second);
  }
  expect(told).toEqual(['tokenRefused']);
  expect(supervisor.state()).toMatchObject({ state: 'down', trouble: 'tokenRefused' });
  const waits = lives.slice(1).map(({ at }, index) => at - (lives[index]?.at ?? 0));
  expect(waits[0]).toBeLessThanOrEqual(second);
  expect(waits.at(-1)).toBeGreaterThanOrEqual(15 * second);
  expect(lives.slice(0, -1).every(({ ended }) => ended)).toBe(true);
});

test('no login within the deadline is said within thirty seconds and tried anew', async () => {
  latest().listener.alive();
  await vi.advanceTimersByTimeAsync(30 * second);
  expect(told).toEqual(['noLogin']);
  expect(lives.length).toBeGreaterThan(1);
});

test('a gateway that sends nothing at all is called silent', async () => {
  answersPings = false;
  await vi.advanceTimersByTimeAsync(30 * second);
  expect(told).toEqual(['silent']);
});

test('a code that waits to be scanned is given time, but not for ever', async () => {
  latest().listener.scan();
  await vi.advanceTimersByTimeAsync(30 * second);
  expect(told).toEqual(['scanNeeded']);
  await vi.advanceTimersByTimeAsync(200 * second);
  expect(lives).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(120 * second);
  expect(lives.length).toBeGreaterThan(1);
});

describe('when it was online', () => {
  beforeEach(async () => {
    latest().listener.login();
    await vi.advanceTimersByTimeAsync(20 * second);
  });

  test('a broken stream is replaced within a second, and what was thrown away is not heard', async () => {
    const old = latest();
    old.listener.failed('unreachable');
    expect(told).toEqual(['online', 'offline', 'unreachable']);
    await vi.advanceTimersByTimeAsync(second);
    expect(lives).toHaveLength(2);
    old.listener.login();
    expect(supervisor.state().state).toBe('down');
    latest().listener.login();
    expect(supervisor.state()).toMatchObject({ state: 'up', reconnects: 1 });
  });

  test('silence for thirty seconds is a failure', async () => {
    answersPings = false;
    await vi.advanceTimersByTimeAsync(45 * second);
    expect(told).toContain('silent');
    expect(lives.length).toBeGreaterThan(1);
  });

  test('a logout is said, and the next login needs no new session', async () => {
    latest().listener.logout();
    expect(supervisor.state()).toMatchObject({ state: 'down', trouble: 'loggedOut' });
    latest().listener.scan();
    latest().listener.login();
    expect(supervisor.state()).toMatchObject({ state: 'up' });
    expect(lives).toHaveLength(1);
  });

  test('it comes back within thirty seconds of the gateway, however long the outage', async () => {
    latest().listener.failed('unreachable');
    const returns = Date.now() + 180 * second;
    while (Date.now() < returns) {
      await vi.advanceTimersByTimeAsync(100);
      const life = latest();
      if (!life.ended && Date.now() > life.at) life.listener.failed('unreachable');
    }
    const before = lives.length;
    await vi.advanceTimersByTimeAsync(30.1 * second);
    expect(lives.length).toBeGreaterThan(before);
  });
});

test('after stop nothing is opened', async () => {
  latest().listener.failed('unreachable');
  await supervisor.stop();
  await vi.advanceTimersByTimeAsync(120 * second);
  expect(lives).toHaveLength(1);
});
