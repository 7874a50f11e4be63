import { expect, test } from 'vitest';
import { reconnecting, waitAfter } from '../../src/timing/back-off.js';

test('waits for a link grow from half a second to thirty', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 50].map((tried) => waitAfter(tried, reconnecting, 1))).toEqual([
    1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000,
  ]);
  expect(waitAfter(0, reconnecting, 0)).toBe(500);
});

test('chance spreads the waits of those that failed together', () => {
  const waits = Array.from({ length: 50 }, () => waitAfter(3, reconnecting));
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(4000);
  expect(Math.max(...waits)).toBeLessThanOrEqual(8000);
  expect(new Set(waits).size).toBeGreaterThan(1);
});
