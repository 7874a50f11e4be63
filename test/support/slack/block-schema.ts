import { z } from 'zod';

const id = z.string().min(1).max(255);
const plain = (max: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max),
    emoji: z.boolean().optional(),
  });
const mrkdwn = (max: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(max),
    verbatim: z.boolean().optional(),
  });
const text = (max: number) => z.union([plain(max), mrkdwn(max)]);

const confirm = z.strictObject({
  title: plain(100),
  text: text(300),
  confirm: plain(30),
  deny: plain(30),
  style: z.enum(['primary', 'danger']).optional(),
});
const option = z.strictObject({
  text: text(75),
  value: z.string().min(1).max(150),
  description: plain(75).optional(),
  url: z.url().max(3000).optional(),
});
const optionGroup = z.strictObject({ label: plain(75), options: z.array(option).min(1).max(100) });
const common = {
  action_id: id.optional(),
  focus_on_load: z.boolean().optional(),
  confirm: confirm.optional(),
};
const placeholder = { placeholder: plain(150).optional() };

const button = z.strictObject({
  type: z.literal('button'),
  text: plain(75),
  value: z.string().max(2000).optional(),
  url: z.url().max(3000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().max(75).optional(),
  ...common,
});
const staticSelect = z
  .strictObject({
    type: z.enum(['static_select', 'multi_static_select']),
    options: z.array(option).min(1).max(100).optional(),
    option_groups: z.array(optionGroup).min(1).max(100).optional(),
    initial_option: option.optional(),
    initial_options: z.array(option).min(1).max(100).optional(),
    max_selected_items: z.int().min(1).optional(),
    ...common,
    ...placeholder,
  })
  .refine(
    (select) => (select.options === undefined) !== (select.option_groups === undefined),
    'options or groups',
  )
  .refine(
    (select) =>
      select.initial_option === undefined ||
      [...(select.options ?? []), ...(select.option_groups ?? []).flatMap((group) => group.options)].some(
        (known) => JSON.stringify(known) === JSON.stringify(select.initial_option),
      ),
    'initial_option must be one of the options, exactly',
  );
const externalSelect = z.strictObject({
  type: z.enum(['external_select', 'multi_external_select']),
  min_query_length: z.int().min(0).optional(),
  initial_option: option.optional(),
  initial_options: z.array(option).min(1).max(100).optional(),
  max_selected_items: z.int().min(1).optional(),
  ...common,
  ...placeholder,
});
const overflow = z.strictObject({
  type: z.literal('overflow'),
  options: z.array(option).min(1).max(5),
  ...common,
});
const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  initial_date: z.iso.date().optional(),
  ...common,
  ...placeholder,
});
const timepicker = z.strictObject({
  type: z.literal('timepicker'),
  initial_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  timezone: z.string().optional(),
  ...common,
  ...placeholder,
});
const plainTextInput = z.strictObject({
  type: z.literal('plain_text_input'),
  initial_value: z.string().max(3000).optional(),
  multiline: z.boolean().optional(),
  min_length: z.int().min(0).max(3000).optional(),
  max_length: z.int().min(1).max(3000).optional(),
  ...common,
  ...placeholder,
});
const choiceList = z.strictObject({
  type: z.enum(['radio_buttons', 'checkboxes']),
  options: z.array(option).min(1).max(10),
  initial_option: option.optional(),
  initial_options: z.array(option).optional(),
  ...common,
});
const imageElement = z.strictObject({
  type: z.literal('image'),
  image_url: z.url().max(3000),
  alt_text: z.string().min(1).max(2000),
});
const conversationSelect = z.strictObject({
  type: z.literal('conversations_select'),
  default_to_current_conversation: z.boolean().optional(),
  initial_conversation: z.string().optional(),
  filter: z.looseObject({}).optional(),
  ...common,
  ...placeholder,
});

const pickers = [
  staticSelect,
  externalSelect,
  datepicker,
  timepicker,
  choiceList,
  conversationSelect,
] as const;
const actionElement = z.union([button, overflow, ...pickers]);
const inputElement = z.union([plainTextInput, ...pickers]);
const block_id = id.optional();

const section = z
  .strictObject({
    type: z.literal('section'),
    block_id,
    text: text(3000).optional(),
    fields: z.array(text(2000)).min(1).max(10).optional(),
    accessory: z.union([actionElement, imageElement]).optional(),
    expand: z.boolean().optional(),
  })
  .refine(
    (block) => block.text !== undefined || block.fields !== undefined,
    'a section needs text or fields',
  );

const shared = [
  section,
  z.strictObject({ type: z.literal('divider'), block_id }),
  z.strictObject({
    type: z.literal('header'),
    block_id,
    text: plain(150),
    level: z.int().min(1).max(4).optional(),
  }),
  z.strictObject({
    type: z.literal('context'),
    block_id,
    elements: z
      .array(z.union([text(3000), imageElement]))
      .min(1)
      .max(10),
  }),
  z.strictObject({ type: z.literal('actions'), block_id, elements: z.array(actionElement).min(1).max(25) }),
  z.strictObject({
    type: z.literal('image'),
    block_id,
    image_url: z.url().max(3000).optional(),
    slack_file: z.strictObject({ id: z.string() }).optional(),
    alt_text: z.string().min(1).max(2000),
    title: plain(2000).optional(),
  }),
] as const;

const input = z.strictObject({
  type: z.literal('input'),
  block_id,
  label: plain(2000),
  element: inputElement,
  hint: plain(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
});

/** A block as Slack takes it in a message, a modal or a Home tab; `input` blocks belong to views only. */
export const MessageBlock = z.union(shared);
export const ViewBlock = z.union([...shared, input]);
export const OptionsAnswer = z.union([
  z.strictObject({ options: z.array(option).max(100) }),
  z.strictObject({ option_groups: z.array(optionGroup).max(100) }),
]);
export const PlainText = plain;
