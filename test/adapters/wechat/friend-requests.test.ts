import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { acceptedAnHour, FriendRequests } from '../../../src/adapters/wechat/friend-requests.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function requests(keyword?: string) {
  const accepted: string[] = [];
  const failures: unknown[] = [];
  const friends = new FriendRequests({
    keyword,
    onAccepted: ({ contactId }) => accepted.push(contactId),
    onFailed: (error) => failures.push(error),
  });
  const ask = (contactId: string, hello: string, accept = async () => {}) =>
    friends.receive({ contactId, hello, accept });
  return { accepted, failures, ask };
}

test('only with the keyword, in any width and case', async () => {
  const { accepted, ask } = requests('U-CAP');
  ask('ann', '我是柳州的安，ｕ－ｃａｐ项目');
  ask('bob', 'hello, u-cap partner here');
  ask('eve', '加个好友吧');
  await vi.advanceTimersByTimeAsync(0);
  expect(accepted).toEqual(['ann', 'bob']);
});

test('none without a keyword', async () => {
  const { accepted, ask } = requests();
  ask('ann', 'anything');
  await vi.advanceTimersByTimeAsync(0);
  expect(accepted).toEqual([]);
});

test('so many an hour; the rest wait for their turn', async () => {
  const { accepted, ask } = requests('ucap');
  for (let n = 0; n < 15; n += 1) ask(`c${n}`, 'ucap');
  await vi.advanceTimersByTimeAsync(0);
  expect(accepted).toHaveLength(acceptedAnHour);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(accepted).toHaveLength(15);
});

test('a refusal by WeChat is reported', async () => {
  const { accepted, failures, ask } = requests('ucap');
  ask('ann', 'ucap', async () => {
    throw new Error('too many');
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(accepted).toEqual([]);
  expect(failures).toHaveLength(1);
});
