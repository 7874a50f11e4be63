import type { Recipient } from './inbox.js';
import type { WechatMessage } from './render.js';
import { splitText, wellFormed } from './split-text.js';

/** U+2005, which WeChat puts after a mention; phones take it as the end of the name. */
const afterMention = '\u2005';

/** A rendered reply as the messages to say: the asker's name before the first in a room, no message too long. */
export function messagesFor(
  rendered: readonly WechatMessage[],
  mention: Recipient['mention'],
): WechatMessage[] {
  return withMention(rendered, mention).flatMap((message): WechatMessage[] => {
    if (message.kind === 'image') return [message];
    return splitText(message.text).map((text, index) =>
      index === 0 ? { ...message, text } : { kind: 'text', text },
    );
  });
}

function withMention(
  rendered: readonly WechatMessage[],
  mention: Recipient['mention'],
): readonly WechatMessage[] {
  if (mention === undefined) return rendered;
  // A name is the person's own: nothing in it may break the line or look like another mention.
  const name = wellFormed(mention.name)
    .replace(/[@\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 64);
  const call = `@${wellFormed(name)}${afterMention}`;
  const [first, ...rest] = rendered;
  if (first?.kind === 'text')
    return [{ ...first, text: `${call}${first.text}`, mentionIds: [mention.id] }, ...rest];
  return [{ kind: 'text', text: call, mentionIds: [mention.id] }, ...rendered];
}
