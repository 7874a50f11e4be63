import { text, toPerson } from '../../bot/replies.js';
import { Locale } from '../../programme/localized.js';
import type { Asker } from './asker.js';
import type { Kit } from './kit.js';
import type { Pressed } from './pressed.js';
import type { SlackMessage } from './render.js';
import { respond } from './response-url.js';

/** Shows a private answer to its channel, once, and says who did. */
export async function share(kit: Kit, asker: Asker, pressed: Pressed): Promise<void> {
  const url = pressed.response_url;
  const [tag = '', token = ''] = (pressed.actions[0]?.value ?? '').split(':');
  const locale = Locale.catch('en').parse(tag);
  const language = kit.languages[locale];
  const { t } = language;
  if (url === undefined) return;
  const answer = kit.answers.shares.get(token);
  if (answer === undefined) return void (await respond(url, plain(t('slack:share_gone'))));
  if (answer.shared) return;
  answer.shared = true;

  const threadTs = pressed.container.thread_ts;
  const by = t('slack:shared_by', { person: `<@${asker.user}>` });
  const last = answer.messages.length - 1;
  for (const [part, message] of answer.messages.entries()) {
    const signed = part === last ? withNote(message, by) : message;
    const responded = await respond(url, signed, { inChannel: true, threadTs });
    if (responded === 'ok') continue;
    // Nothing of it was shown: the button may be tried again.
    if (part === 0) answer.shared = false;
    const reply = toPerson({ language }, text(t('slack:share_failed')));
    return kit.answers.inDirectMessage(asker, reply, `${asker.team}:trigger:${pressed.trigger_id}`);
  }
  const own = answer.messages[last];
  if (own !== undefined)
    await respond(url, withNote(own, t('slack:shared')), { replaceOriginal: true, threadTs });
}

function plain(text: string): SlackMessage {
  return { text, blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] };
}

function withNote(message: SlackMessage, note: string): SlackMessage {
  return {
    text: message.text,
    blocks: [...message.blocks, { type: 'context', elements: [{ type: 'mrkdwn', text: note }] }],
  };
}
