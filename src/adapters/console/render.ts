import { numberHint } from '../../bot/number-hint.js';
import { type Block, type Choice, type Fact, type ListItem, numbersOf, type Reply } from '../../bot/reply.js';
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
 * the order of `numbersOf`: the items of numbered lists first, then the choices. No newline at the end.
 */
export function renderPlain(reply: Reply, { colour, language }: PlainOptions): string {
  const style = colour ? ansi : plain;
  const numbers = numbersOf(reply);
  const notes = reply.blocks.length - 1 - reply.blocks.findLastIndex(({ kind }) => kind !== 'note');
  const drawn = reply.blocks.map((block) => linesOf(block, numbers, style, language));
  const hint = numberHint(reply, language.t).map(style.faint);
  const end = drawn.length - notes;
  return [...drawn.slice(0, end).flat(), ...hint, ...drawn.slice(end).flat()].join('\n');
}

type Numbers = ReadonlyMap<ListItem | Choice, number>;

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
      return block.items.flatMap((item) => itemLines(item, numbers.get(item), style));
    case 'image':
      return [printable(`${block.alt} ${block.url}`.trim())];
    case 'choices':
      return choiceLines(block.choices, numbers, style);
  }
}

function itemLines(item: ListItem, number: number | undefined, style: Style): string[] {
  const mark = number === undefined ? '•' : style.strong(String(number));
  const detail = item.detail === undefined ? [] : [`  ${style.faint(printable(item.detail))}`];
  return [`${mark} ${printable(item.text)}`, ...detail];
}

/** A line that a terminal of the usual 80 columns shows without a break. */
const COLUMNS = 80;

/** Short choices share a line; long ones have one each. */
function choiceLines(choices: readonly Choice[], numbers: Numbers, style: Style): string[] {
  const texts = choices.map(
    (choice) => `${style.strong(String(numbers.get(choice)))} ${printable(choice.label)}`,
  );
  const width = choices.reduce((sum, { label }) => sum + columnsOf(label) + 5, 0);
  return width <= COLUMNS ? [texts.join(' · ')] : texts;
}

/** How wide a text is on a terminal, where a Han character takes two columns. */
function columnsOf(text: string): number {
  return text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);
}

/** "Status: proposed → agreed". */
function factLine({ label, value, before }: Fact, style: Style, { t }: Language): string {
  const shown =
    before === undefined
      ? printable(value)
      : t('answers:layout.changed', { before: printable(before), value: style.strong(printable(value)) });
  return t('answers:layout.fact', { label: printable(label), value: shown });
}

/** Text that people wrote could steer a terminal: control characters but line breaks and tabs go, and bidi overrides. */
function printable(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '');
}
