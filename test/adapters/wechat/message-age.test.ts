import { expect, test } from 'vitest';
import { GatewayClock, inMilliseconds } from '../../../src/adapters/wechat/message-age.js';

const now = Date.UTC(2021, 2, 12, 9, 0, 0);

test('seconds and milliseconds are told apart', () => {
  expect(inMilliseconds(now / 1000)).toBe(now);
  expect(inMilliseconds(now)).toBe(now);
});

test('age is counted from either', () => {
  const clock = new GatewayClock();
  expect(clock.age(now / 1000 - 90, now)).toBe(90_000);
  expect(clock.age(now - 90_000, now)).toBe(90_000);
});

test('a gateway whose clock is five minutes behind is found out by the echo of what the bot said', () => {
  const clock = new GatewayClock();
  const theirs = (ours: number) => ours - 300_000;
  expect(clock.age(theirs(now), now)).toBe(300_000);
  clock.said(now);
  clock.echoed(theirs(now), now + 200);
  expect(clock.age(theirs(now + 1000), now + 1000)).toBe(0);
  expect(clock.age(theirs(now - 180_000), now)).toBe(180_000);
});

test('a clock ahead makes nothing look older', () => {
  const clock = new GatewayClock();
  expect(clock.age(now + 60_000, now)).toBeLessThan(0);
});

test('an own message from another device or from the past shows nothing', () => {
  const clock = new GatewayClock();
  clock.said(now - 60_000);
  clock.echoed(now - 3_600_000, now);
  expect(clock.age(now, now)).toBe(0);
});
