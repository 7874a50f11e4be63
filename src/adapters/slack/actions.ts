import { text, toPerson } from '../../bot/replies.js';
import { shareActionId } from './answers.js';
import { type Asker, askerOf, visitorOf } from './asker.js';
import { contentOf, settles } from './buttons.js';
import { publishHome } from './home.js';
import { type Feature, inboundOf, isDirect, type Kit } from './kit.js';
import { Pressed } from './pressed.js';
import { Presses } from './presses.js';
import { markSettled, replaceWithResult } from './settled.js';
import { share } from './sharing.js';

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
      const asker = askerOf(pressed, client, context.teamId);
      if (presses.first(pressed)) kit.tasks.run('button', () => press(kit, asker, pressed));
    });
    app.action(anyOther, async ({ ack, body, client, context }) => {
      await ack();
      const pressed = Pressed.parse(body);
      const asker = askerOf(pressed, client, context.teamId);
      kit.tasks.run('button', () => explainOldButton(kit, asker, pressed));
    });
    app.action(shareActionId, async ({ ack, body, client, context }) => {
      await ack();
      const pressed = Pressed.parse(body);
      const asker = askerOf(pressed, client, context.teamId);
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
  const language = kit.languages[kit.surfaces.language(await visitorOf(kit.profiles, asker))];
  const reply = toPerson({ language }, text(language.t('slack:old_button')));
  const key = `${asker.team}:trigger:${pressed.trigger_id}`;
  if (pressed.response_url === undefined) return kit.answers.afterForm(asker, true, reply, key);
  return kit.answers.privately(asker, pressed.response_url, reply, key, pressed.container.thread_ts);
}
