import { unescapeText } from './text.js';

/**
 * What a person typed, out of Slack's encoding (https://docs.slack.dev/messaging/formatting-message-text): without the mention of
 * the bot, links and channels as they read, entities as characters. Mentions of people stay as Slack writes them
 * (`<@U1|ann>`), since a command may need the id; white space stays too, since a note is kept as it was written.
 */
export function typedText(text: string, botUser: string | undefined): string {
  return unescapeText(
    text.replace(/<([^<>]*)>/g, (whole, inner: string) => reading(whole, inner, botUser)),
  ).trim();
}

/** Whether the text mentions this user. */
export function mentions(text: string, user: string | undefined): boolean {
  return user !== undefined && new RegExp(`<@${user}(\\|[^>]*)?>`).test(text);
}

function reading(whole: string, inner: string, botUser: string | undefined): string {
  const [target = '', label] = inner.split('|');
  if (target === `@${botUser}`) return '';
  if (/^#[CG]\w+$/.test(target)) return `#${label || target.slice(1)}`;
  if (/^(?:https?:\/\/|mailto:)/.test(target)) return label ?? target;
  return whole;
}
