import type { Reply } from '../../bot/reply.js';
import { waitAtMost } from '../../timing/within-time.js';
import { offersToSettle } from './buttons.js';
import { shorten } from './text.js';

/**
 * How long a form waits for the kernel before it is acknowledged. What the kernel refuses it refuses from memory, in a few
 * milliseconds; a store that hangs must not hold back the acknowledgement.
 */
const patienceMs = 50;
const longestError = 500;

/** The reply if it comes at once. */
export function soon(reply: Promise<Reply | undefined>): Promise<Reply | undefined> {
  return waitAtMost(patienceMs, reply);
}

/** The words of a refusal; `undefined` when the reply is the preview that the form asked for. */
export function refusalIn(reply: Reply): string | undefined {
  if (offersToSettle(reply)) return undefined;
  const texts = reply.blocks.flatMap((block) => ('text' in block ? block.text : []));
  return shorten(texts.join(' '), longestError);
}
