import { expect, test } from 'vitest';
import { TalkerLimit } from '../../../src/adapters/wechat/talker-limit.js';

test('a talker is answered so many times a minute, told once, then ignored until it was quiet', () => {
  const limit = new TalkerLimit(3);
  const verdicts = [0, 1, 2, 3, 4, 5].map((second) => limit.admit('bot', second * 1000));
  expect(verdicts).toEqual(['yes', 'yes', 'yes', 'last', 'no', 'no']);
  expect(limit.admit('ann', 5000)).toBe('yes');
  expect(limit.admit('bot', 64_000)).toBe('yes');
});
