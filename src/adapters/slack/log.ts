import type { Logger } from '@slack/bolt';
import type { Log } from '../../bot/log.js';

/** Slack's tokens and response_urls, wherever a library puts them into a sentence. */
const secrets = /\b(?:xox[a-z]|xapp|xoxe)[-.\w]+|https:\/\/hooks\.slack\.com\S+/g;

/**
 * Bolt's logger over ours. Its debug lines hold whole requests, with what people wrote, so that they are never written; of
 * what it hands over as an object only the message is kept.
 */
export function boltLogger(log: Log): Logger {
  const line = (parts: unknown[]) =>
    parts
      .map((part) => (part instanceof Error ? part.message : typeof part === 'string' ? part : ''))
      .filter((part) => part !== '')
      .join(' ')
      .replace(secrets, '[redacted]');
  return {
    debug() {},
    info: (...parts) => log.info({ library: 'bolt' }, line(parts)),
    warn: (...parts) => log.warn({ library: 'bolt' }, line(parts)),
    error: (...parts) => log.error({ library: 'bolt' }, line(parts)),
    setLevel() {},
    // The enum's own value: importing it would load Bolt for its name alone.
    getLevel: () => 'info' as ReturnType<Logger['getLevel']>,
    setName() {},
  };
}
