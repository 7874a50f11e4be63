import { randomInt } from 'node:crypto';
import type { Language } from '../i18n/languages.js';
import type { Inbound } from './inbound.js';
import type { Kernel } from './kernel.js';
import { somethingBroke, storeUnavailable } from './replies.js';
import type { Reply } from './reply.js';
import { StoreUnavailable } from './store.js';

/** The person learns that it did not work and a reference; the log has the rest under that reference. */
export function replyToFault(kernel: Kernel, inbound: Inbound, language: Language, error: unknown): Reply {
  // Whatever failed may work when the platform delivers the event again.
  kernel.memory.release(inbound.id);
  if (error instanceof StoreUnavailable) return storeUnavailable({ language });
  const reference = newReference();
  kernel.log.error({ reference, platform: inbound.platform, err: error }, 'an inbound failed');
  return somethingBroke({ language }, reference);
}

/** Four characters that can be read aloud: no 0/O, 1/I. */
function newReference(): string {
  const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  return Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
}
