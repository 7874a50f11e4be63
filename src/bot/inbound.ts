import type { Locale } from '../programme/localized.js';
import type { ConversationId, PersonId, Platform } from './identity.js';
import type { Invocation } from './invocation.js';

/**
 * What a person did: typed words, or pressed or submitted something that already is an invocation; then `locale` is the
 * language of what they pressed.
 */
export type Content =
  | { kind: 'words'; text: string }
  | { kind: 'invocation'; invocation: Invocation; locale?: Locale };

/** One thing that reached the bot from a person, the same on every platform. */
export interface Inbound {
  /** The platform's id of the event. Deliveries of one event share it; it is answered once. */
  id: string;
  platform: Platform;
  conversation: ConversationId;
  person: PersonId;
  /** How the platform shows the person. Never a reason to trust them. */
  personName: string;
  content: Content;
  /** A chat between this person and the bot alone. */
  direct: boolean;
  at: Date;
  /** The language that whoever started the bot fixed for this chat (`--lang`); it comes before everything else. */
  fixedLocale?: Locale;
  /** The platform's own hints for this person; their explicit choices come first. */
  hint?: { locale?: Locale; timezone?: string };
}
