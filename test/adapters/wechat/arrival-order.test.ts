import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ArrivalOrder } from '../../../src/adapters/wechat/arrival-order.js';

let passed: string[];
let order: ArrivalOrder<string>;
beforeEach(() => {
  vi.useFakeTimers();
  passed = [];
  order = new ArrivalOrder((message) => passed.push(message));
});
afterEach(() => void vi.useRealTimers());

test('messages pass in the order of their arrival, however they are loaded', () => {
  for (const id of ['a', 'b', 'c']) order.arrived(id);
  order.loaded('c', 'third');
  order.loaded('b', 'second');
  expect(passed).toEqual([]);
  order.loaded('a', 'first');
  expect(passed).toEqual(['first', 'second', 'third']);
});

test('one that is never loaded keeps the others back for three seconds only', () => {
  order.arrived('lost');
  order.arrived('b');
  order.loaded('b', 'second');
  vi.advanceTimersByTime(3000);
  expect(passed).toEqual(['second']);
  order.loaded('lost', 'late');
  expect(passed).toEqual(['second', 'late']);
});

test('one that is delivered twice passes twice', () => {
  order.arrived('a');
  order.arrived('a');
  order.loaded('a', 'once');
  order.loaded('a', 'again');
  expect(passed).toEqual(['once', 'again']);
});
