import type { Context, webApi } from '@slack/bolt';
import * as z from 'zod';
import { type Feature, inboundOf, type Kit } from './kit.js';
import { whileSlow } from './status.js';
import { mentions, typedText } from './typed-text.js';

/** The part of a `message` or `app_mention` event that matters. */
const Said = z.looseObject({
  type: z.enum(['message', 'app_mention']),
  user: z.string(),
  text: z.string().default(''),
  ts: z.string(),
  channel: z.string(),
  channel_type: z.string().optional(),
  thread_ts: z.string().optional(),
  subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
  // Whatever is one of these was not just said by a person: a bot's post, an edit, or a message that Slack hides.
  bot_id: z.never().optional(),
  edited: z.never().optional(),
  hidden: z.literal(false).optional(),
});

/** Mentions are answered in their thread, direct messages where they stand. */
export const messages: Feature = {
  scopes: ['app_mentions:read', 'im:history', 'chat:write', 'users:read'],
  events: ['app_mention', 'message.im'],
  register(app, kit) {
    app.event('app_mention', async ({ event, client, context }) => heard(kit, event, client, context));
    app.event('message', async ({ event, client, context }) => heard(kit, event, client, context));
  },
};

function heard(kit: Kit, event: unknown, client: webApi.WebClient, context: Context): void {
  const said = Said.safeParse(event);
  if (!said.success || said.data.user === context.botUserId) return;
  const { type, user, text, ts, channel, channel_type, thread_ts } = said.data;
  const direct = channel_type === 'im' || channel.startsWith('D');
  if (type === 'message' && !direct && !mentions(text, context.botUserId)) return;
  const team = context.teamId ?? context.enterpriseId ?? '';
  // A post that mentions the bot may come as two events; the post's own id makes them one.
  const id = `${team}:${channel}:${ts}`;
  kit.tasks.run(type, async () => {
    const asker = { client, team, user, channel };
    const words = typedText(text, context.botUserId);
    const inbound = await inboundOf(kit, { ...asker, id, direct, content: { kind: 'words', text: words } });
    const status = () => kit.languages[inbound.hint?.locale ?? 'en'].t('slack:status');
    const handled = kit.handle(inbound);
    const reply = direct ? await whileSlow(handled, client, channel, thread_ts ?? ts, status) : await handled;
    if (reply === undefined) return;
    if (direct) await kit.answers.inDirectChannel(asker, thread_ts, reply, id);
    else await kit.answers.inThread(asker, thread_ts ?? ts, reply, id);
  });
}
