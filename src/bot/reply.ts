import type { Locale } from '../programme/localized.js';
import type { Invocation } from './invocation.js';

/** Something the person may do next: a button where the platform has them, else a number to send back. */
export interface Choice {
  label: string;
  invocation: Invocation;
  emphasis?: 'primary' | 'danger';
}

export interface ListItem {
  text: string;
  detail?: string;
  /** Opens the item. */
  invocation?: Invocation;
}

/** A labelled value; with `before`, a value that changed. */
export interface Fact {
  label: string;
  value: string;
  before?: string;
}

/**
 * A piece of a reply in one language, free of any platform's markup. All strings are plain text, possibly written by
 * people: a renderer must escape them.
 */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'facts'; facts: readonly Fact[] }
  | { kind: 'list'; items: readonly ListItem[]; numbered: boolean }
  | { kind: 'image'; url: string; alt: string }
  | { kind: 'choices'; choices: readonly Choice[] }
  | { kind: 'note'; text: string };

/** An answer to one person (`person`: nobody else in the conversation need see it) or to the conversation. */
export interface Reply {
  locale: Locale;
  blocks: readonly Block[];
  audience: 'conversation' | 'person';
  /** The number of the first thing that it offers, where a long list goes on; 1 otherwise. */
  firstNumber?: number;
}

/** Whatever a reply offers by number: first the items of numbered lists that open something, then choices, in order of appearance. */
function offers(reply: Reply): (Choice | (ListItem & { invocation: Invocation }))[] {
  const items = reply.blocks.flatMap((block) =>
    block.kind === 'list' && block.numbered ? block.items.filter(opens) : [],
  );
  const choices = reply.blocks.flatMap((block) => (block.kind === 'choices' ? block.choices : []));
  return [...items, ...choices];
}

function opens(item: ListItem): item is ListItem & { invocation: Invocation } {
  return item.invocation !== undefined;
}

/** The invocations that a reply offers by number; the first one has the reply's `firstNumber`. */
export function numberedInvocations(reply: Reply): Invocation[] {
  return offers(reply).map(({ invocation }) => invocation);
}

/** The number of each item and choice that has one. Every renderer numbers by it, so that "2" means the same on every platform. */
export function numbersOf(reply: Reply): ReadonlyMap<ListItem | Choice, number> {
  const first = reply.firstNumber ?? 1;
  return new Map(offers(reply).map((offer, index) => [offer, first + index]));
}
