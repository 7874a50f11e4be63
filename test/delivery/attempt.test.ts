import { expect, test } from 'vitest';
import { attempt, type Write } from '../../src/delivery/attempt.js';
import { fastTimers } from '../timing/fast-timers.js';
import { FakeChannel } from './fake-channel.js';
import { newDelivery } from './outbox-rig.js';

const timers = fastTimers(100);
const uncertain = {
  ...newDelivery('a', 'slack:T1:C1'),
  id: '1',
  state: 'claimed',
  attempts: 1,
  fence: 1,
  uncertain: true,
} as const;
const write: Write = () => ({ reply: { locale: 'en', blocks: [], audience: 'conversation' } });
const slack = (more: Partial<FakeChannel> = {}) => Object.assign(new FakeChannel('slack', timers), more);
const fails = () => Promise.reject(new Error('socket hang up'));

test.each([
  ['can’t be looked up', slack({ find: fails }), write, 'unknown', 'lookup-failed'],
  [
    'can’t be put into words',
    slack(),
    () => {
      throw new Error('socket hang up');
    },
    'failed',
    'unwritable',
  ],
  ['is never answered', slack({ send: fails }), write, 'unknown', 'no-answer'],
] as const)(
  'what %s has a reason of the bot’s own, and the log the rest',
  async (_, port, words, outcome, reason) => {
    const result = await attempt(port, uncertain, words, 1_000, timers);
    expect(result).toEqual({ outcome, reason, detail: 'socket hang up' });
  },
);
