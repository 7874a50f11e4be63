import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentOf } from '../../../src/adapters/slack/buttons.js';
import { limits } from '../../../src/adapters/slack/limits.js';
import { render, renderForView } from '../../../src/adapters/slack/render.js';
import { type Block, numberedInvocations, type Reply } from '../../../src/bot/reply.js';
import { checkMessageBlocks, checkViewBlocks, textsOf } from '../../support/slack/block-check.js';

const words = { open: 'Open' };
const reply = (...blocks: Block[]): Reply => ({ locale: 'en', blocks, audience: 'conversation' });
const rendered = (...blocks: Block[]) => render(reply(...blocks), words);

const text = fc.oneof(
  { weight: 5, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }) },
  { weight: 1, arbitrary: fc.constantFrom('字'.repeat(7000), '<&>'.repeat(3000), 'word '.repeat(4000)) },
);
const line = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 });
const invocation = fc.record({
  command: fc.constantFrom('status', 'confirm', 'missions'),
  args: fc.oneof(fc.constant({ id: 'a' }), fc.constant({ words: 'x'.repeat(2100) })),
});
const fact = fc.record({ label: line, value: text }, { requiredKeys: ['label', 'value'] });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), text }),
  fc.record({ kind: fc.constant('text' as const), text }),
  fc.record({ kind: fc.constant('note' as const), text }),
  fc.record({ kind: fc.constant('facts' as const), facts: fc.array(fact, { maxLength: 15 }) }),
  fc.record({
    kind: fc.constant('list' as const),
    numbered: fc.boolean(),
    items: fc.array(fc.record({ text, invocation }, { requiredKeys: ['text'] }), { maxLength: 12 }),
  }),
  fc.record({
    kind: fc.constant('choices' as const),
    choices: fc.array(fc.record({ label: line, invocation }), { maxLength: 40 }),
  }),
);

test('whatever a reply holds, Slack takes every message of it', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 30 }), fc.integer({ min: 0, max: 2 }), (blocks, spare) => {
      for (const message of render(reply(...blocks), words, spare)) {
        expect(checkMessageBlocks(message.blocks)).toBeUndefined();
        expect(message.blocks.length).toBeLessThanOrEqual(limits.messageBlocks - spare);
        expect(message.text.length).toBeLessThanOrEqual(limits.fallbackText);
      }
    }),
    { numRuns: 60 },
  );
});

test('a list longer than a message goes on in the next', () => {
  const items = Array.from({ length: 120 }, (_, index) => ({ text: `Mission ${index}` }));
  const messages = rendered({ kind: 'list', numbered: false, items });
  expect(messages.map(({ blocks }) => blocks.length)).toEqual([50, 50, 20]);
});

test('nothing that was written is lost in a long reply', () => {
  const paragraphs = Array.from(
    { length: 80 },
    (_, index) => `Paragraph ${index}: ${'烟台 & 罗马。'.repeat(60)}`,
  );
  const messages = rendered(...paragraphs.map((text) => ({ kind: 'text', text }) as const));
  expect(messages.length).toBeGreaterThan(2);
  const shown = textsOf(messages.map(({ blocks }) => blocks)).join('');
  for (const paragraph of paragraphs) expect(shown).toContain(paragraph.replaceAll('&', '&amp;'));
});

test('every message has a text of its own', () => {
  const [message] = rendered(
    { kind: 'heading', text: 'Missions of Yantai' },
    { kind: 'list', numbered: true, items: [{ text: 'R&D workshop', detail: 'June 2019' }] },
  );
  expect(message?.text).toBe('Missions of Yantai\n• R&amp;D workshop\nJune 2019');
});

test('numbers mean the same as on every platform', () => {
  const open = (id: string) => ({ command: 'status', args: { id } });
  const list = (...ids: string[]): Block => ({
    kind: 'list',
    numbered: true,
    items: ids.map((id) => ({ text: id, invocation: open(id) })),
  });
  const both = reply(list('a', 'b'), list('c'));
  expect(textsOf(render(both, words)[0]?.blocks)).toEqual(['1. a', 'Open', '2. b', 'Open', '3. c', 'Open']);
  expect(numberedInvocations(both)).toEqual([open('a'), open('b'), open('c')]);
  const next = render({ ...both, firstNumber: 11 }, words);
  expect(textsOf(next[0]?.blocks).filter((text) => text !== 'Open')).toEqual(['11. a', '12. b', '13. c']);
});

test('a button carries its invocation whole', () => {
  const invocation = {
    command: 'missions',
    args: { clauses: [{ city: '烟台', words: '<R&D>' }], negated: false },
  };
  const [message] = rendered({
    kind: 'choices',
    choices: [{ label: 'Others', invocation, emphasis: 'primary' }],
  });
  const [actions] = message?.blocks ?? [];
  expect(actions).toMatchObject({ type: 'actions', elements: [{ action_id: 'choice:0', style: 'primary' }] });
  const [button] = (actions as { elements: { value: string }[] }).elements;
  expect(button?.value).not.toMatch(/[&<>]/);
  expect(contentOf(button?.value)).toEqual({ kind: 'invocation', invocation, locale: 'en' });
});

test('what settles a proposal says so in its action_id', () => {
  const [message] = rendered({
    kind: 'choices',
    choices: [
      { label: 'Confirm', invocation: { command: 'confirm', args: { id: '1' } } },
      { label: 'Discard', invocation: { command: 'discard', args: { id: '1' } } },
    ],
  });
  expect(message?.blocks).toMatchObject([
    { elements: [{ action_id: 'confirm:0' }, { action_id: 'discard:1' }] },
  ]);
});

test('a choice too large for a button stays readable', () => {
  const invocation = { command: 'missions', args: 'x'.repeat(2000) };
  const [message] = rendered({ kind: 'choices', choices: [{ label: 'Everything', invocation }] });
  expect(textsOf(message?.blocks)).toEqual(['• Everything']);
});

test('short facts stand in columns, a changed one with both its values', () => {
  const [message] = rendered({
    kind: 'facts',
    facts: [
      { label: 'Status', value: 'agreed', before: 'proposed' },
      { label: 'Theme', value: 'R&D' },
    ],
  });
  expect(textsOf(message?.blocks)).toEqual(['*Status*\nproposed → agreed', '*Theme*\nR&amp;D']);
});

test('a view takes a reply too', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 5 }), (blocks) => {
      const made = renderForView(reply(...blocks), words).slice(0, limits.viewBlocks);
      expect(checkViewBlocks(made)).toBeUndefined();
    }),
    { numRuns: 30 },
  );
});
