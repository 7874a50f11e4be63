import * as z from 'zod';

/** The part of a `block_actions` payload that matters. A button in the Home tab has neither channel nor response_url. */
export const Pressed = z.looseObject({
  user: z.looseObject({ id: z.string(), team_id: z.string().optional() }),
  team: z.looseObject({ id: z.string() }).nullish(),
  trigger_id: z.string(),
  response_url: z.string().optional(),
  channel: z.looseObject({ id: z.string() }).optional(),
  view: z.looseObject({ private_metadata: z.string().optional() }).optional(),
  container: z.looseObject({
    type: z.string(),
    message_ts: z.string().optional(),
    thread_ts: z.string().optional(),
    /** Slack tells the content of any other message beside it, and never that of an ephemeral one. */
    is_ephemeral: z.boolean().optional(),
  }),
  message: z
    .looseObject({ text: z.string().default(''), blocks: z.array(z.unknown()).default([]) })
    .optional(),
  actions: z
    .array(
      z.looseObject({
        action_id: z.string(),
        value: z.string().optional(),
        text: z.looseObject({ text: z.string() }).optional(),
      }),
    )
    .min(1),
});
export type Pressed = z.infer<typeof Pressed>;
