import type { webApi } from '@slack/bolt';
import { PlatformAway } from '../../bot/channel.js';
import { tellReason } from '../../bot/delivery-reason.js';
import type { Translate } from '../../i18n/languages.js';
import { isPassing, networkCode, outcomeOf, refusalOf } from './api-errors.js';

/** The bot can't work as it is configured; the message is a sentence for the operator. */
export class SlackUnusable extends Error {
  override readonly name = 'SlackUnusable';
}

/** Who the bot token speaks for. */
export interface Identity {
  botId: string;
  botUserId: string;
  /** Scopes that the token lacks, of those asked about; empty where Slack does not tell. */
  missing: readonly string[];
}

/** Without these there is no conversation at all; without the others something smaller does not work. */
const essentialScopes = ['app_mentions:read', 'chat:write', 'commands', 'im:history', 'users:read'] as const;

/**
 * Asks Slack who the bot token is.
 * @throws SlackUnusable when the token is refused or lacks an essential scope
 * @throws PlatformAway when Slack can't be reached
 */
export async function checkBotToken(
  client: webApi.WebClient,
  wanted: readonly string[],
  t: Translate,
): Promise<Identity> {
  let answer: webApi.AuthTestResponse;
  try {
    answer = await client.auth.test();
  } catch (error) {
    throw unusable(error, 'SLACK_BOT_TOKEN', t);
  }
  const granted = answer.response_metadata?.scopes;
  const missing = granted === undefined ? [] : wanted.filter((scope) => !granted.includes(scope));
  const essential = missing.filter((scope) => essentialScopes.some((needed) => needed === scope));
  if (essential.length > 0)
    throw new SlackUnusable(t('slack:start.scopes', { scopes: essential.join(', ') }));
  return {
    botId: answer.bot_id ?? '',
    botUserId: answer.user_id ?? '',
    missing,
  };
}

/** The sentence for an error at the start, naming the variable to look at. */
export function unusable(error: unknown, variable: string, t: Translate): SlackUnusable | PlatformAway {
  const refusal = refusalOf(error);
  const outcome = outcomeOf(error);
  const code = refusal ?? networkCode(error) ?? ('reason' in outcome ? outcome.reason : outcome.outcome);
  const reason = tellReason(code, t);
  const sentence =
    refusal === undefined
      ? t('slack:start.unreachable', { reason })
      : t('slack:start.refused', { variable, code: refusal });
  return isPassing(error) ? new PlatformAway(sentence, code) : new SlackUnusable(sentence);
}
