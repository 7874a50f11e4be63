import { expect, it } from 'vitest';
import { ConversationId, PersonId } from '../../src/bot/identity.js';
import { ConversationMemory } from '../../src/bot/memory.js';
import type { Reply } from '../../src/bot/reply.js';

const ann = {
  conversation: ConversationId.parse('console:local:chat'),
  person: PersonId.parse('console:local:ann'),
};
const MINUTE = 60_000;

function memoryWithClock() {
  let time = 1;
  return { memory: new ConversationMemory(() => time), passes: (ms: number) => (time += ms) };
}

const offering: Reply = {
  locale: 'zh',
  audience: 'conversation',
  blocks: [{ kind: 'choices', choices: [{ label: 'help', invocation: { command: 'help', args: {} } }] }],
};

it('claims an event once, until it is released', () => {
  const { memory } = memoryWithClock();
  expect(memory.claim('e1')).toBe(true);
  expect(memory.claim('e1')).toBe(false);
  memory.release('e1');
  expect(memory.claim('e1')).toBe(true);
});

it('keeps an event for as long as a platform may repeat it', () => {
  const { memory, passes } = memoryWithClock();
  memory.claim('e1');
  passes(60 * MINUTE);
  expect(memory.claim('e1')).toBe(false);
  passes(10 * MINUTE);
  expect(memory.claim('e1')).toBe(true);
});

it('keeps an offer ten minutes, for its person in its conversation only', () => {
  const { memory, passes } = memoryWithClock();
  memory.offer(ann, offering);
  expect(memory.offered(ann)).toMatchObject({ locale: 'zh', invocations: [{ command: 'help' }] });
  expect(memory.offered({ ...ann, person: PersonId.parse('console:local:bo') })).toBeUndefined();
  passes(10 * MINUTE + 1);
  expect(memory.offered(ann)).toBeUndefined();
});

it('adds what is offered later behind what is open, once', () => {
  const { memory } = memoryWithClock();
  const later: Reply = { ...offering, locale: 'en', firstNumber: 2 };
  memory.extend(ann, later);
  expect(memory.offered(ann)).toBeUndefined();
  memory.offer(ann, offering);
  memory.extend(ann, later);
  memory.extend(ann, later);
  memory.extend(ann, { ...later, blocks: [] });
  expect(memory.offered(ann)).toMatchObject({ first: 1, invocations: { length: 2 }, locale: 'en' });
});
