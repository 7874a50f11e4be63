import type { Recipient } from './inbox.js';
import type { Part } from './render.js';
import { splitText, wellFormed } from './split-text.js';

/** U+2005, which WeChat puts after a mention; phones take it as the end of the name. */
const afterMention = '\u2005';

/** A rendered reply as the messages to say: the asker's name before the first in a room, no message too long. */
export function messagesFor(parts: readonly Part[], mention: Recipient['mention']): Part[] {
  return withMention(parts, mention).flatMap((part): Part[] => {
    if (part.kind === 'image') return [part];
    return splitText(part.text).map((text, index) =>
      index === 0 ? { ...part, text } : { kind: 'text', text },
    );
  });
}

function withMention(parts: readonly Part[], mention: Recipient['mention']): readonly Part[] {
  if (mention === undefined) return parts;
  // A name is the person's own: nothing in it may break the line or look like another mention.
  const name = wellFormed(mention.name)
    .replace(/[@\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 64);
  const call = `@${wellFormed(name)}${afterMention}`;
  const [first, ...rest] = parts;
  if (first?.kind === 'text')
    return [{ ...first, text: `${call}${first.text}`, mentionIds: [mention.id] }, ...rest];
  return [{ kind: 'text', text: call, mentionIds: [mention.id] }, ...parts];
}
