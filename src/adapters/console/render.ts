import type { Block, Choice, Fact, ListItem, Reply } from '../../bot/reply.js';
import type { Language } from '../../i18n/languages.js';

/** How plain text is drawn. */
export interface PlainOptions {
  /** ANSI colours, for a terminal. */
  colour: boolean;
  /** The language of the reply. */
  language: Language;
}

/**
 * A reply as plain text, as the console and `ask` show it. Everything that can be answered by a number carries it, in
 * the order of `numberedInvocations`: the items of numbered lists first, then the choices. No newline at the end.
 */
export function renderPlain(reply: Reply, options: PlainOptions): string {
  const style = options.colour ? ansi : plain;
  const opened = countOpenItems(reply.blocks);
  const numbers = { item: 1, choice: opened + 1 };
  const lines = reply.blocks.flatMap((block) => linesOf(block, numbers, style, options.language));
  const lastList = reply.blocks.some((block) => block.kind === 'choices') ? 0 : opened;
  return [
    ...lines,
    ...(lastList > 0 ? [style.faint(options.language.t('answers:layout.open-by-number'))] : []),
  ].join('\n');
}

/** The next number of each kind, advanced while drawing. */
interface Numbers {
  item: number;
  choice: number;
}

interface Style {
  strong(text: string): string;
  faint(text: string): string;
}

const plain: Style = { strong: (text) => text, faint: (text) => text };
const ansi: Style = {
  strong: (text) => `\u001b[1m${text}\u001b[22m`,
  faint: (text) => `\u001b[2m${text}\u001b[22m`,
};

function linesOf(block: Block, numbers: Numbers, style: Style, language: Language): string[] {
  switch (block.kind) {
    case 'heading':
      return [style.strong(printable(block.text))];
    case 'text':
      return [printable(block.text)];
    case 'note':
      return [style.faint(printable(block.text))];
    case 'facts':
      return block.facts.map((fact) => factLine(fact, style, language));
    case 'list':
      return block.items.flatMap((item) => itemLines(item, block.numbered, numbers, style));
    case 'image':
      return [printable(`${block.alt} ${block.url}`.trim())];
    case 'choices':
      return [choiceLine(block.choices, numbers, style)];
  }
}

function itemLines(item: ListItem, numbered: boolean, numbers: Numbers, style: Style): string[] {
  const mark = numbered && item.invocation !== undefined ? style.strong(String(numbers.item++)) : '•';
  const detail = item.detail === undefined ? [] : [`  ${style.faint(printable(item.detail))}`];
  return [`${mark} ${printable(item.text)}`, ...detail];
}

function choiceLine(choices: readonly Choice[], numbers: Numbers, style: Style): string {
  return choices
    .map(({ label }) => `${style.strong(String(numbers.choice++))} ${printable(label)}`)
    .join(' · ');
}

/** "Status: proposed → agreed". */
function factLine({ label, value, before }: Fact, style: Style, { t }: Language): string {
  const shown = style.strong(printable(value));
  const whole =
    before === undefined
      ? printable(value)
      : t('answers:layout.changed', { before: printable(before), value: shown });
  return t('answers:layout.fact', { label: printable(label), value: whole });
}

function countOpenItems(blocks: readonly Block[]): number {
  return blocks.flatMap((block) =>
    block.kind === 'list' && block.numbered
      ? block.items.filter(({ invocation }) => invocation !== undefined)
      : [],
  ).length;
}

/** Text that people wrote could steer a terminal: control characters but line breaks and tabs are taken out. */
function printable(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n\t]/gu, '');
}
