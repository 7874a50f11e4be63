import type { types } from '@slack/bolt';
import { type Block, type Choice, type Fact, type ListItem, numbersOf, type Reply } from '../../bot/reply.js';
import type { Locale } from '../../programme/localized.js';
import { button } from './buttons.js';
import { limits } from './limits.js';
import { escapeText, plainText, shorten, splitText } from './text.js';

/** A Slack block, the same in plain words, escaped, and how many characters of text Slack counts in it. */
export interface Piece {
  block: types.KnownBlock;
  plain: string;
  length: number;
}

/** The renderer's own few words, in the reply's language. */
export interface RenderWords {
  /** The button beside a list's item. */
  open: string;
}

/** Room for the marks that the renderer puts around a text: bold, bullets, numbers, arrows. */
const margin = 20;

/** All blocks of a reply as Slack's, in order. */
export function piecesOf(reply: Reply, words: RenderWords): Piece[] {
  const counters = { button: 0, numbers: numbersOf(reply), locale: reply.locale };
  return reply.blocks.flatMap((block) => pieces(block, words, counters));
}

/** These run through the whole reply: no two buttons share an action_id, and a typed number means one item. */
interface Counters {
  button: number;
  numbers: ReturnType<typeof numbersOf>;
  locale: Locale;
}

function pieces(block: Block, words: RenderWords, counters: Counters): Piece[] {
  switch (block.kind) {
    case 'heading':
      return heading(block.text);
    case 'text':
      return sections(block.text, (text) => text);
    case 'note':
      return splitText(block.text, limits.contextText).map((text) => {
        const plain = escapeText(text);
        return { block: { type: 'context', elements: [mrkdwn(plain)] }, plain, length: plain.length };
      });
    case 'image':
      return [image(block.url, block.alt)];
    case 'facts':
      return facts(block.facts);
    case 'list':
      return block.items.flatMap((item) => listItem(item, words, counters));
    case 'choices':
      return choices(block.choices, counters);
  }
}

/** `verbatim` keeps Slack from turning what looks like a channel, a person or an address into a link. */
function mrkdwn(text: string): types.MrkdwnElement {
  return { type: 'mrkdwn', text, verbatim: true };
}

function sections(text: string, dress: (escaped: string) => string): Piece[] {
  return splitText(text, limits.sectionText - margin).map((piece) => {
    const plain = dress(escapeText(piece));
    return { block: { type: 'section', text: mrkdwn(plain) }, plain, length: plain.length };
  });
}

function heading(text: string): Piece[] {
  if (text.trim() === '') return [];
  if (text.length > limits.headerText) return sections(text, (escaped) => `*${escaped}*`);
  const shown = plainText(text, limits.headerText);
  const block: types.HeaderBlock = { type: 'header', text: { type: 'plain_text', text: shown } };
  return [{ block, plain: escapeText(text), length: shown.length }];
}

function image(url: string, alt: string): Piece {
  const block: types.ImageBlock = { type: 'image', image_url: url, alt_text: shorten(alt, limits.imageAlt) };
  return { block, plain: escapeText(alt), length: 0 };
}

const shownValue = ({ value, before }: Fact) => (before === undefined ? value : `${before} → ${value}`);

/** Two columns when every fact is short, else one after the other. */
function facts(all: readonly Fact[]): Piece[] {
  const short = all.length > 1 && all.every((fact) => fact.label.length + shownValue(fact).length <= 80);
  if (!short)
    return all.flatMap((fact) =>
      sections(`${fact.label}: ${shownValue(fact)}`, (text) => boldLabel(text, fact.label)),
    );
  const groups = Array.from({ length: Math.ceil(all.length / limits.fieldsPerSection) }, (_, index) =>
    all.slice(index * limits.fieldsPerSection, (index + 1) * limits.fieldsPerSection),
  );
  return groups.map((group) => {
    const fields = group.map((fact) =>
      mrkdwn(`*${escapeText(fact.label)}*\n${escapeText(shownValue(fact))}`),
    );
    return {
      block: { type: 'section', fields },
      plain: group.map((fact) => escapeText(`${fact.label}: ${shownValue(fact)}`)).join('\n'),
      length: fields.reduce((sum, { text }) => sum + text.length, 0),
    };
  });
}

function boldLabel(escaped: string, label: string): string {
  const head = escapeText(`${label}:`);
  return escaped.startsWith(head) ? `*${head}*${escaped.slice(head.length)}` : escaped;
}

function listItem(item: ListItem, words: RenderWords, counters: Counters): Piece[] {
  const number = counters.numbers.get(item);
  const mark = number === undefined ? '•' : `${number}.`;
  const detail = item.detail === undefined ? '' : `\n${item.detail}`;
  const whole = sections(`${mark} ${item.text}${detail}`, (text) => text);
  const [first, ...rest] = whole;
  if (first === undefined || item.invocation === undefined) return whole;
  const accessory = button(
    { label: words.open, invocation: item.invocation },
    counters.button++,
    counters.locale,
  );
  if (accessory === undefined || first.block.type !== 'section') return whole;
  const length = first.length + accessory.text.text.length;
  return [{ block: { ...first.block, accessory }, plain: first.plain, length }, ...rest];
}

/** Buttons; a choice that Slack's buttons can't carry stays as words, to be typed. */
function choices(all: readonly Choice[], counters: Counters): Piece[] {
  const made = all.map((choice) => ({ choice, element: button(choice, counters.button++, counters.locale) }));
  const elements = made.flatMap(({ element }) => element ?? []);
  const groups = Array.from({ length: Math.ceil(elements.length / limits.buttonsPerActions) }, (_, index) =>
    elements.slice(index * limits.buttonsPerActions, (index + 1) * limits.buttonsPerActions),
  );
  const words = made.filter(({ element }) => element === undefined).map(({ choice }) => `• ${choice.label}`);
  return [
    ...groups.map((group) => ({
      block: { type: 'actions', elements: group } as const,
      plain: '',
      length: group.reduce((sum, { text }) => sum + text.text.length, 0),
    })),
    ...sections(words.join('\n'), (text) => text),
  ];
}
