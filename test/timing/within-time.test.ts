import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { waitAtMost, withinTime } from '../../src/timing/within-time.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = new Promise<string>(() => {});
const endsAfter = (ms: number, end: () => string) =>
  new Promise<string>((resolve, reject) => {
    setTimeout(() => {
      try {
        resolve(end());
      } catch (error) {
        reject(error);
      }
    }, ms);
  });
const fails = () => {
  throw new Error('refused');
};

describe('work that is done in time', () => {
  test('gives its result, and no clock is left running', async () => {
    const both = [
      waitAtMost(
        100,
        endsAfter(50, () => 'done'),
      ),
      withinTime(
        100,
        endsAfter(50, () => 'done'),
        'too late',
      ),
    ];
    await vi.advanceTimersByTimeAsync(50);
    expect(await Promise.all(both)).toEqual(['done', 'done']);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('but fails, fails as it did', async () => {
    const both = Promise.allSettled([
      waitAtMost(100, endsAfter(50, fails)),
      withinTime(100, endsAfter(50, fails), 'too late'),
    ]);
    await vi.advanceTimersByTimeAsync(50);
    expect((await both).map((end) => 'reason' in end && end.reason.message)).toEqual(['refused', 'refused']);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('work that takes longer', () => {
  test('is waited for no longer', async () => {
    const ends: unknown[] = [];
    void waitAtMost(100, never).then((end) => ends.push(end));
    void withinTime(100, never, 'too late').catch((error: Error) => ends.push(error.message));
    await vi.advanceTimersByTimeAsync(99);
    expect(ends).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(ends).toEqual([undefined, 'too late']);
  });

  test('may fail afterwards, and nobody need listen', async () => {
    const unheard = vi.fn();
    process.on('unhandledRejection', unheard);
    try {
      const waited = waitAtMost(100, endsAfter(150, fails));
      await vi.advanceTimersByTimeAsync(200);
      expect(await waited).toBeUndefined();
      vi.useRealTimers();
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(unheard).not.toHaveBeenCalled();
    } finally {
      process.off('unhandledRejection', unheard);
    }
  });
});
