import { expect, test } from 'vitest';
import { renderPlain } from '../../../src/adapters/console/render.js';
import { numberedInvocations, type Reply } from '../../../src/bot/reply.js';
import { languages } from '../../support/presenting.js';

const escapeCharacter = '\u001b';
const open = (item: string) => ({ command: 'open', args: { item } });
const reply: Reply = {
  locale: 'en',
  audience: 'person',
  blocks: [
    { kind: 'heading', text: 'A heading' },
    { kind: 'choices', choices: [{ label: 'Third', invocation: open('third') }] },
    {
      kind: 'list',
      numbered: true,
      items: [{ text: 'First', invocation: open('first') }, { text: 'Not to be opened' }],
    },
    {
      kind: 'list',
      numbered: false,
      items: [{ text: 'Plain', detail: 'in detail', invocation: open('none') }],
    },
    { kind: 'list', numbered: true, items: [{ text: 'Second', invocation: open('second') }] },
    { kind: 'facts', facts: [{ label: 'Status', value: 'agreed', before: 'proposed' }] },
    { kind: 'image', url: 'https://example.org/a.png', alt: 'A picture' },
    { kind: 'choices', choices: [{ label: 'Fourth', invocation: open('fourth') }] },
    { kind: 'note', text: 'A note' },
  ],
};

test('what can be opened is numbered as the numbers are understood: lists first, then choices', () => {
  const lines = renderPlain(reply, { colour: false, language: languages.en }).split('\n');
  expect(lines).toEqual([
    'A heading',
    '3 Third',
    '1 First',
    '• Not to be opened',
    '• Plain',
    '  in detail',
    '2 Second',
    'Status: proposed → agreed',
    'A picture https://example.org/a.png',
    '4 Fourth',
    'Reply with a number for details.',
    'A note',
  ]);
  expect(numberedInvocations(reply)).toEqual(['first', 'second', 'third', 'fourth'].map(open));
});

test('a fact has the colon of its language', () => {
  const fact: Reply = {
    locale: 'zh',
    audience: 'person',
    blocks: [{ kind: 'facts', facts: [{ label: '状态', value: '已签约', before: '提议中' }] }],
  };
  expect(renderPlain(fact, { colour: false, language: languages.zh })).toBe('状态：提议中 → 已签约');
});

test('short choices share a line, long ones have one each', () => {
  const choices = (...labels: string[]): Reply => ({
    locale: 'en',
    audience: 'person',
    blocks: [{ kind: 'choices', choices: labels.map((label) => ({ label, invocation: open(label) })) }],
  });
  const draw = (...labels: string[]) =>
    renderPlain(choices(...labels), { colour: false, language: languages.en });
  expect(draw('One', 'Two')).toBe('1 One · 2 Two');
  expect(draw('a'.repeat(50), 'b'.repeat(50))).toBe(`1 ${'a'.repeat(50)}\n2 ${'b'.repeat(50)}`);
  expect(draw('中'.repeat(20), '文'.repeat(20))).toContain('\n');
});

test('colours are for terminals only', () => {
  const plain = renderPlain(reply, { colour: false, language: languages.en });
  const coloured = renderPlain(reply, { colour: true, language: languages.en });
  expect(plain).not.toContain(escapeCharacter);
  expect(coloured).toContain('\u001b[1mA heading\u001b[22m');
  expect(coloured.replaceAll(new RegExp(`${escapeCharacter}\\[\\d+m`, 'g'), '')).toBe(plain);
});

test('a text can neither steer the terminal nor turn its direction', () => {
  const hostile: Reply = {
    locale: 'en',
    audience: 'person',
    blocks: [{ kind: 'text', text: 'red \u001b[31m\u0007 \u202eturned\u2066 two\nlines' }],
  };
  expect(renderPlain(hostile, { colour: false, language: languages.en })).toBe('red [31m turned two\nlines');
});
