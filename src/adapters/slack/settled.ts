import type { types } from '@slack/bolt';
import type { Reply } from '../../bot/reply.js';
import type { Locale } from '../../programme/localized.js';
import type { Asker } from './asker.js';
import type { Kit } from './kit.js';
import type { Pressed } from './pressed.js';
import { render, type SlackMessage } from './render.js';
import { reasonOf } from './tasks.js';
import { escapeText, unescapeText } from './text.js';

/** "✓ Confirm · @ann": which button was pressed, and by whom. */
function signature(
  kit: Kit,
  pressed: Pressed,
  locale: Locale,
): types.ContextBlock & { elements: [types.MrkdwnElement] } {
  // Slack may hand the label back with entities or without.
  const label = escapeText(unescapeText(pressed.actions[0]?.text?.text ?? ''));
  const text = kit.languages[locale].t('slack:settled', { label, person: `<@${pressed.user.id}>` });
  return { type: 'context', elements: [{ type: 'mrkdwn', text }] };
}

/** Takes the buttons off a message that everyone in the conversation sees, and signs it. */
export async function markSettled(kit: Kit, asker: Asker, pressed: Pressed, locale: Locale): Promise<void> {
  const { message, container } = pressed;
  if (message === undefined || container.message_ts === undefined) return;
  const signed = signature(kit, pressed, locale);
  // These are the blocks that this adapter sent, as Slack gives them back.
  const blocks = (message.blocks as types.KnownBlock[]).filter((block) => block.type !== 'actions');
  const marked = { text: `${message.text}\n${signed.elements[0].text}`, blocks: [...blocks, signed] };
  const url = pressed.response_url;
  const replaced = url && (await kit.answers.respond(url, marked, { replaceOriginal: true }));
  if (replaced === 'ok') return;
  try {
    await asker.client.chat.update({ channel: asker.channel, ts: container.message_ts, ...marked });
  } catch (error) {
    kit.log.warn({ err: reasonOf(error) }, 'Slack: a settled message could not be marked');
  }
}

/** Puts the result in place of a preview that only the asker sees. Slack does not tell the preview's content, and it is done with. */
export async function replaceWithResult(
  kit: Kit,
  asker: Asker,
  pressed: Pressed,
  reply: Reply,
  key: string,
): Promise<void> {
  const [first, ...rest] = render(reply, kit.answers.words(reply), 1);
  const url = pressed.response_url;
  if (first === undefined || url === undefined) return;
  const signed: SlackMessage = {
    text: first.text,
    blocks: [...first.blocks, signature(kit, pressed, reply.locale)],
  };
  const responded = await kit.answers.respond(url, signed, {
    replaceOriginal: true,
    threadTs: pressed.container.thread_ts,
  });
  const left = responded === 'ok' ? rest : [signed, ...rest];
  if (left.length > 0) await kit.answers.inDirectMessage(asker, reply, key, left);
}
