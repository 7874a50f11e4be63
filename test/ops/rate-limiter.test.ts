import { expect, it } from 'vitest';
import { ConversationId, PersonId } from '../../src/bot/identity.js';
import type { Inbound } from '../../src/bot/inbound.js';
import { createRateLimiter } from '../../src/ops/rate-limiter.js';

const from = (person: string): Inbound => ({
  id: 'e',
  platform: 'slack',
  conversation: ConversationId.parse('slack:T1:C1'),
  person: PersonId.parse(`slack:T1:${person}`),
  personName: person,
  content: { kind: 'words', text: 'help' },
  direct: false,
  at: new Date(),
});

it('tells a person once that it was too much, then passes them over, and goes on with others', async () => {
  const limiter = createRateLimiter();
  const admissions = [];
  for (let message = 0; message < 63; message += 1) admissions.push(await limiter.admit(from('U1')));
  expect(admissions.slice(0, 60).every((admission) => admission === 'admitted')).toBe(true);
  expect(admissions.slice(60)).toEqual(['notice', 'ignored', 'ignored']);
  expect(await limiter.admit(from('U2'))).toBe('admitted');
});

it('holds back a conversation in which many write at once', async () => {
  const limiter = createRateLimiter();
  const admissions = [];
  for (let message = 0; message < 302; message += 1)
    admissions.push(await limiter.admit(from(`U${message % 30}`)));
  expect(admissions.slice(299)).toEqual(['admitted', 'notice', 'ignored']);
});
