import type { types } from '@slack/bolt';
import { limits } from './limits.js';
import type { Option, SuggestionKind } from './surfaces.js';
import { plainText, shorten } from './text.js';

/** A field's words. Its block_id is its name, so that an error finds its place. */
export interface FieldWords {
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
}

const plain = (text: string, most: number): types.PlainTextElement => ({
  type: 'plain_text',
  text: plainText(text, most),
});

function input(words: FieldWords, element: types.InputBlockElement): types.InputBlock {
  return {
    type: 'input',
    block_id: words.name,
    label: plain(words.label, 2000),
    optional: words.optional ?? false,
    ...(words.hint === undefined ? {} : { hint: plain(words.hint, 2000) }),
    element,
  };
}

/** An option as Slack takes it. Values are ids, at most 150 characters by the dataset's own limits. */
export function optionOf({ value, label }: Option): types.PlainTextOption {
  return { text: plain(label, limits.optionText), value: shorten(value, limits.optionValue) };
}

export function textField(words: FieldWords, most: number, multiline = false): types.InputBlock {
  return input(words, { type: 'plain_text_input', action_id: words.name, multiline, max_length: most });
}

export function dateField(words: FieldWords): types.InputBlock {
  return input(words, { type: 'datepicker', action_id: words.name });
}

export function timeField(words: FieldWords, initial: string): types.InputBlock {
  return input(words, { type: 'timepicker', action_id: words.name, initial_time: initial });
}

export function selectField(
  words: FieldWords,
  options: readonly Option[],
  initial?: string,
): types.InputBlock {
  const made = options.slice(0, limits.optionsPerSelect).map(optionOf);
  const chosen = made.find(({ value }) => value === initial);
  const initially = chosen === undefined ? {} : { initial_option: chosen };
  return input(words, { type: 'static_select', action_id: words.name, options: made, ...initially });
}

export function groupedField(
  words: FieldWords,
  groups: readonly { label: string; options: readonly Option[] }[],
): types.InputBlock {
  const option_groups = groups.map(({ label, options }) => ({
    label: plain(label, limits.optionText),
    options: options.map(optionOf),
  }));
  return input(words, { type: 'static_select', action_id: words.name, option_groups });
}

/** A select whose options the bot finds while a person types. */
export function suggestField(words: FieldWords, kind: SuggestionKind, initial?: Option): types.InputBlock {
  const initially = initial === undefined ? {} : { initial_option: optionOf(initial) };
  const action_id = suggestActionId(kind, words.name);
  return input(words, { type: 'external_select', action_id, min_query_length: 0, ...initially });
}

/** The same for any number of things. */
export function suggestManyField(words: FieldWords, kind: SuggestionKind): types.InputBlock {
  const action_id = suggestActionId(kind, words.name);
  return input(words, { type: 'multi_external_select', action_id, min_query_length: 0 });
}

export function conversationField(words: FieldWords): types.InputBlock {
  return input(words, {
    type: 'conversations_select',
    action_id: words.name,
    default_to_current_conversation: true,
    filter: { include: ['public', 'private', 'mpim', 'im'], exclude_bot_users: true },
  });
}

/** The `action_id` tells what is to be suggested, and for which field. */
function suggestActionId(kind: SuggestionKind, name: string): string {
  return `suggest:${kind}:${name}`;
}
