import { numberHint } from '../../bot/number-hint.js';
import { type Block, type Choice, type Fact, type ListItem, numbersOf, type Reply } from '../../bot/reply.js';
import type { Translate } from '../../i18n/languages.js';

/** One message to say: text, or an image by its address. */
export type WechatMessage =
  | { kind: 'text'; text: string; mentionIds?: readonly string[] }
  | { kind: 'image'; url: string };

/** As much as a phone shows on a line and a half. Columns: a Han character takes two. */
const lineOfChoices = 56;
// Control characters but line breaks, and what turns the direction of text around.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be taken out
const invisible = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A reply as plain text for a phone, and its images in their places: short lines, no markup. Numbers run over list
 * items that open something and then over choices, as the kernel's `numbersOf` has them.
 */
export function renderReply(reply: Reply, t: Translate): WechatMessage[] {
  const numbers = numbersOf(reply);
  const hint = numberHint(reply, t);
  const beforeHint = reply.blocks.findLastIndex(({ kind }) => kind !== 'note');
  const messages: WechatMessage[] = [];
  let lines: string[] = [];
  for (const [index, block] of reply.blocks.entries()) {
    lines.push(...linesOf(block, numbers, t), ...(index === beforeHint ? hint : []));
    if (block.kind !== 'image') continue;
    messages.push(...textMessage(lines), { kind: 'image', url: block.url });
    lines = [];
  }
  return [...messages, ...textMessage(lines)];
}

function textMessage(lines: readonly string[]): WechatMessage[] {
  const text = lines.join('\n').replace(invisible, '').trim();
  return text === '' ? [] : [{ kind: 'text', text }];
}

function linesOf(block: Block, numbers: ReadonlyMap<ListItem | Choice, number>, t: Translate): string[] {
  switch (block.kind) {
    case 'heading':
    case 'text':
    case 'note':
      return [block.text];
    case 'image':
      return block.alt === '' ? [] : [block.alt];
    case 'facts':
      return block.facts.map((fact) => factLine(fact, t));
    case 'list':
      return block.items.flatMap((item) => itemLines(item, numbers.get(item)));
    case 'choices':
      return choiceLines(block.choices.map((choice) => `${numbers.get(choice)} ${choice.label}`));
  }
}

function factLine({ label, value, before }: Fact, t: Translate): string {
  return t('answers:layout.fact', {
    label,
    value: before === undefined ? value : t('answers:layout.changed', { before, value }),
  });
}

function itemLines({ text, detail }: ListItem, number: number | undefined): string[] {
  const first = `${number ?? '•'} ${text}`;
  return detail === undefined ? [first] : [first, `  ${detail}`];
}

function choiceLines(labels: readonly string[]): string[] {
  const line = labels.join(' · ');
  return columns(line) <= lineOfChoices ? [line] : [...labels];
}

function columns(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u1100-\uffe6]/u.test(character) ? 2 : 1), 0);
}
