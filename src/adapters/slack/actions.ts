import * as z from 'zod';
import { type Asker, shareActionId } from './answers.js';
import { contentOf, settles } from './buttons.js';
import { originOf } from './form-names.js';
import { publishHome } from './home.js';
import { personId } from './identity.js';
import { type Feature, inboundOf, isDirect, type Kit } from './kit.js';
import { Presses } from './presses.js';
import { markSettled, replaceWithResult } from './settled.js';
import { share } from './sharing.js';

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

/** Buttons that no present feature knows: an earlier version of the bot made them. */
const anyOther = new RegExp(`^(?!(?:choice|confirm|discard|form|suggest):|${shareActionId}$)`);

/** Buttons: choices are invocations, and "share" shows a private answer to the channel. */
export const actions: Feature = {
  scopes: ['chat:write', 'users:read'],
  register(app, kit) {
    const presses = new Presses();
    app.action(/^(?:choice|confirm|discard):\d+$/, async ({ ack, body, client, context }) => {
      await ack();
      const pressed = Pressed.parse(body);
      const team = context.teamId ?? pressed.team?.id ?? pressed.user.team_id ?? '';
      const user = pressed.user.id;
      const asker = {
        client,
        team,
        user,
        channel: pressed.channel?.id ?? originOf(pressed.view?.private_metadata) ?? user,
      };
      if (presses.first(pressed)) kit.tasks.run('button', () => press(kit, asker, pressed));
    });
    app.action(anyOther, async ({ ack, body, client, context }) => {
      await ack();
      const pressed = Pressed.parse(body);
      const team = context.teamId ?? pressed.team?.id ?? '';
      const asker = { client, team, user: pressed.user.id, channel: pressed.channel?.id ?? pressed.user.id };
      kit.tasks.run('button', () => explainOldButton(kit, asker, pressed));
    });
    app.action(shareActionId, async ({ ack, body, client, context }) => {
      await ack();
      const pressed = Pressed.parse(body);
      const team = context.teamId ?? pressed.team?.id ?? '';
      const asker = { client, team, user: pressed.user.id, channel: pressed.channel?.id ?? '' };
      kit.tasks.run('share', () => share(kit, asker, pressed));
    });
  },
};

async function press(kit: Kit, asker: Asker, pressed: Pressed): Promise<void> {
  const [action] = pressed.actions;
  const content = contentOf(action?.value);
  if (action === undefined || content === undefined) return explainOldButton(kit, asker, pressed);
  const settling = settles(content.invocation);
  const { container } = pressed;
  // A settling button is one event however often it is pressed; another person's press is another event.
  const id = settling
    ? `${asker.team}:settle:${asker.channel}:${container.message_ts}:${action.action_id}:${asker.user}`
    : `${asker.team}:trigger:${pressed.trigger_id}`;
  const direct = isDirect(asker.channel) || container.type === 'view';
  const inbound = await inboundOf(kit, { ...asker, id, direct, content });
  const reply = await kit.handle(inbound);
  if (reply === undefined) return;

  const { response_url, message } = pressed;
  if (settling && container.is_ephemeral === true && response_url !== undefined)
    return replaceWithResult(kit, asker, pressed, reply, id);
  if (settling && message !== undefined) await markSettled(kit, asker, pressed, reply.locale);
  if (container.type === 'view') {
    await kit.answers.inDirectChannel(asker, undefined, reply, id);
    return publishHome(kit, asker);
  }
  if (isDirect(asker.channel)) return kit.answers.inDirectChannel(asker, container.thread_ts, reply, id);
  if (settling || response_url === undefined)
    return kit.answers.inThread(asker, container.thread_ts ?? container.message_ts ?? '', reply, id);
  return kit.answers.privately(asker, response_url, reply, id, container.thread_ts);
}

/** A button that an older version of the bot wrote, and that says nothing to this one. */
async function explainOldButton(kit: Kit, asker: Asker, pressed: Pressed): Promise<void> {
  const profile = await kit.profiles.of(asker.client, asker.team, asker.user);
  const person = personId(asker.team, asker.user);
  const locale = kit.surfaces.language({ person, ...(profile === undefined ? {} : { hint: profile.hint }) });
  const text = kit.languages[locale].t('slack:old_button');
  const reply = { locale, blocks: [{ kind: 'text', text } as const], audience: 'person' } as const;
  const key = `${asker.team}:trigger:${pressed.trigger_id}`;
  if (pressed.response_url === undefined) return kit.answers.afterForm(asker, true, reply, key);
  return kit.answers.privately(asker, pressed.response_url, reply, key, pressed.container.thread_ts);
}
