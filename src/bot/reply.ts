import * as z from 'zod';
import { Locale } from '../programme/localized.js';
import { Invocation } from './invocation.js';

/** Something the person may do next: a button where the platform has them, else a number to send back. */
const Choice = z.strictObject({
  label: z.string(),
  invocation: Invocation,
  emphasis: z.enum(['primary', 'danger']).exactOptional(),
});
export type Choice = z.infer<typeof Choice>;

const ListItem = z.strictObject({
  text: z.string(),
  detail: z.string().exactOptional(),
  /** Opens the item. */
  invocation: Invocation.exactOptional(),
});
export type ListItem = z.infer<typeof ListItem>;

/** A labelled value; with `before`, a value that changed. */
const Fact = z.strictObject({ label: z.string(), value: z.string(), before: z.string().exactOptional() });
export type Fact = z.infer<typeof Fact>;

/**
 * A piece of a reply in one language, free of any platform's markup. All strings are plain text, possibly written by
 * people: a renderer must escape them.
 */
const Block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), text: z.string() }),
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({ kind: z.literal('facts'), facts: z.array(Fact).readonly() }),
  z.strictObject({
    kind: z.literal('list'),
    items: z.array(ListItem).readonly(),
    numbered: z.boolean(),
    /** A number says which one was meant and goes on with it, instead of opening its details. */
    choosing: z.literal(true).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('image'), url: z.string(), alt: z.string() }),
  z.strictObject({ kind: z.literal('choices'), choices: z.array(Choice).readonly() }),
  z.strictObject({ kind: z.literal('note'), text: z.string() }),
]);
export type Block = z.infer<typeof Block>;

/** An answer to one person (`person`: nobody else in the conversation need see it) or to the conversation. */
export const Reply = z.strictObject({
  locale: Locale,
  blocks: z.array(Block).readonly(),
  audience: z.enum(['conversation', 'person']),
  /** The number of the first thing that it offers, where a long list goes on; 1 otherwise. */
  firstNumber: z.int().exactOptional(),
  /** It asks which of the things that it offers was meant: a yes takes the only one. */
  asks: z.literal(true).exactOptional(),
});
export type Reply = z.infer<typeof Reply>;

/** Whatever a reply offers by number: first the items of numbered lists that open something, then choices, in order of appearance. */
function offers(reply: Reply): (Choice | (ListItem & { invocation: Invocation }))[] {
  const items = reply.blocks.flatMap((block) =>
    block.kind === 'list' && block.numbered ? block.items.filter(opens) : [],
  );
  return [...items, ...choicesOf(reply)];
}

function opens(item: ListItem): item is ListItem & { invocation: Invocation } {
  return item.invocation !== undefined;
}

/** The choices of a reply, whose numbers come after those of its items. */
export function choicesOf(reply: Reply): Choice[] {
  return reply.blocks.flatMap((block) => (block.kind === 'choices' ? block.choices : []));
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
