import type { Translate } from '../i18n/languages.js';

/** Why something was not sent, where the bot itself says so. What a platform says is kept as its own code, such as `is_archived`. */
export const ownReasons = [
  /** The bot was removed from the room. */
  'removed',
  /** The workspace has no installation of the app (any more). */
  'not-installed',
  'no-such-room',
  /** Several rooms have the name by which the conversation is known. */
  'same-name',
  'wait',
  'not-tried',
  'link-broken',
  'no-answer',
  /** Whether an earlier attempt arrived can't be looked up. */
  'lookup-failed',
  /** The message could not be put into words. */
  'unwritable',
] as const;
export type OwnReason = (typeof ownReasons)[number];

/** A reason for people: the bot's own in words, a platform's as the code that a search finds. */
export function tellReason(reason: string, t: Translate): string {
  const own = ownReasons.find((known) => known === reason);
  return own === undefined ? reason : t(`digest:reason.${own}`);
}
