import { webApi } from '@slack/bolt';
import type { Translate } from '../../i18n/languages.js';
import { features } from './features.js';
import { scopesOf } from './manifest.js';
import { checkBotToken } from './start-check.js';

const patienceMs = 10_000;

/**
 * Asks Slack whether a bot token works, for the operator; resolves with the scopes that it lacks without being useless.
 * @throws SlackUnusable with a sentence when it can't work, PlatformAway when Slack can't be reached
 */
export async function examineBotToken(
  botToken: string,
  apiUrl: string | undefined,
  t: Translate,
): Promise<readonly string[]> {
  const client = new webApi.WebClient(botToken, {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: patienceMs,
    logLevel: webApi.LogLevel.ERROR,
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  });
  const { missing } = await checkBotToken(client, scopesOf(features), t);
  return missing;
}
