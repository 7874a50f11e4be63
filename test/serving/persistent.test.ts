import { expect, it, vi } from 'vitest';
import { PlatformAway } from '../../src/bot/channel.js';
import { persistent } from '../../src/serving/persistent.js';
import type { PlatformService } from '../../src/serving/platform-service.js';
import { silentLog } from '../support/silent-log.js';
import { fastTimers } from '../timing/fast-timers.js';

/** A platform whose starts end so, one after the other. */
function platform(...starts: (Error | 'up')[]) {
  const start = vi.fn(async () => {
    const end = starts.shift();
    if (end instanceof Error) throw end;
  });
  const stop = vi.fn(async () => {});
  const service: PlatformService = { name: 'slack', health: () => ({ state: 'up' }), start, stop };
  const complain = vi.fn();
  const onHopeless = vi.fn();
  const kept = persistent(service, { log: silentLog, onHopeless, complain, timers: fastTimers(200) });
  return { kept, start, stop, complain, onHopeless };
}
const away = () => new PlatformAway('It can’t be reached.', 'ENOTFOUND');

it('is tried again until it is there, and complains once', async () => {
  const { kept, start, complain } = platform(away(), away(), away(), 'up');
  await kept.start();
  expect(kept.health()).toEqual({ state: 'down', reason: 'it can’t be reached (ENOTFOUND)' });
  await expect.poll(() => kept.health().state, { interval: 5 }).toBe('up');
  expect(start).toHaveBeenCalledTimes(4);
  expect(complain.mock.calls).toEqual([['It can’t be reached.']]);
});

it('that refuses is not tried again', async () => {
  const refusal = new Error('The token is refused.');
  await expect(platform(refusal).kept.start()).rejects.toBe(refusal);
  const { kept, start, onHopeless } = platform(away(), refusal);
  await kept.start();
  await expect.poll(() => onHopeless.mock.calls, { interval: 5 }).toEqual([['The token is refused.']]);
  expect(start).toHaveBeenCalledTimes(2);
});

it('is not tried again once it was stopped', async () => {
  const { kept, start, stop } = platform(away(), 'up');
  await kept.start();
  await kept.stop();
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(start).toHaveBeenCalledTimes(1);
  expect(stop).toHaveBeenCalledTimes(1);
});

it('that comes up while it is stopped ends all the same', async () => {
  const { kept, start, stop } = platform(away());
  await kept.start();
  let comesUp = () => {};
  start.mockReturnValue(
    new Promise((resolve) => {
      comesUp = () => resolve();
    }),
  );
  await expect.poll(() => start.mock.calls.length, { interval: 1 }).toBe(2);
  await kept.stop();
  comesUp();
  await expect.poll(() => stop.mock.calls.length, { interval: 1 }).toBe(2);
});
