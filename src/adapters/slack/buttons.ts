import type { types } from '@slack/bolt';
import * as z from 'zod';
import type { Content } from '../../bot/inbound.js';
import { Invocation } from '../../bot/invocation.js';
import type { Choice, Reply } from '../../bot/reply.js';
import { Locale } from '../../programme/localized.js';
import { limits } from './limits.js';
import { plainText } from './text.js';

/** What a button carries: the invocation itself, so that it works after a restart and in any process, and its reply's language. */
const Carried = z.strictObject({ c: z.string(), a: Invocation.shape.args, l: Locale });

/** The commands that settle a proposal: their buttons act once, and the message then shows who pressed them. */
const settling: ReadonlySet<string> = new Set(['confirm', 'discard']);

export function settles(invocation: Invocation): boolean {
  return settling.has(invocation.command);
}

/** Whether a reply is the preview of a proposal: it has the buttons that settle one. */
export function offersToSettle({ blocks }: Reply): boolean {
  return blocks.some(
    (block) => block.kind === 'choices' && block.choices.some(({ invocation }) => settles(invocation)),
  );
}

/**
 * A choice as a button. `place` tells buttons of one block apart. The `action_id` is `confirm:0`, `discard:1`, or
 * `choice:2` for all that may be pressed again. `undefined` when Slack could not carry the invocation (2,000 characters).
 */
export function button(choice: Choice, place: number, locale: Locale): types.Button | undefined {
  const { command, args } = choice.invocation;
  const carried = JSON.stringify({ c: command, a: args, l: locale } satisfies z.infer<typeof Carried>);
  // Slack hands `&`, `<` and `>` back as entities; as JSON's own escapes they come back as they were.
  const value = carried.replace(/[&<>]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
  if (value.length > limits.buttonValue) return undefined;
  return {
    type: 'button',
    action_id: `${settles(choice.invocation) ? command : 'choice'}:${place}`,
    text: { type: 'plain_text', text: plainText(choice.label, limits.buttonText) },
    value,
    ...(choice.emphasis === undefined ? {} : { style: choice.emphasis }),
  };
}

/** What a pressed button stands for; `undefined` when an older version of the bot wrote it otherwise. */
export function contentOf(value: string | undefined): Extract<Content, { kind: 'invocation' }> | undefined {
  let carried: unknown;
  try {
    carried = JSON.parse(value ?? '');
  } catch {
    return undefined;
  }
  const parsed = Carried.safeParse(carried);
  if (!parsed.success) return undefined;
  const { c: command, a: args, l: locale } = parsed.data;
  return { kind: 'invocation', invocation: { command, args }, locale };
}
