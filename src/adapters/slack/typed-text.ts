const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/**
 * What a person typed, out of Slack's encoding (https://docs.slack.dev/messaging/formatting-message-text): without the mention of
 * the bot, with people as the kernel's ids (`slack:T1:U1`), channels and links as they read, and entities as characters.
 */
export function typedText(text: string, team: string, botUser: string | undefined): string {
  return text
    .replace(/<([^<>]*)>/g, (_, inner: string) => reading(inner, team, botUser))
    .replace(/&(?:lt|gt|amp);/g, (entity) => entities[entity] ?? entity)
    .trim();
}

/** Whether the text mentions this user. */
export function mentions(text: string, user: string | undefined): boolean {
  return user !== undefined && new RegExp(`<@${user}(\\|[^>]*)?>`).test(text);
}

function reading(inner: string, team: string, botUser: string | undefined): string {
  const [target = '', label] = inner.split('|');
  if (target.startsWith('@')) return target.slice(1) === botUser ? ' ' : `slack:${team}:${target.slice(1)}`;
  if (target.startsWith('#')) return `#${label || target.slice(1)}`;
  if (target.startsWith('!')) return label ?? target.slice(1).replace(/\^.*$/, '');
  return label ?? target;
}
