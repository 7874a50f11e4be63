import type { Sent } from '../../bot/channel.js';

/** Slack's codes that mean: this conversation can't be written to any more. */
const dead = new Set([
  'channel_not_found',
  'is_archived',
  'not_in_channel',
  'user_not_found',
  'user_disabled',
  'messages_tab_disabled',
  'cannot_dm_bot',
  'restricted_action',
  'team_not_found',
]);

/** Slack's codes that mean: this token is not taken, whatever is asked with it. */
const tokenRefusals: ReadonlySet<string | undefined> = new Set([
  'not_authed',
  'invalid_auth',
  'account_inactive',
  'user_removed_from_team',
  'team_disabled',
  'token_revoked',
  'token_expired',
]);

/** Whether a code of Slack's refuses the token rather than the call. */
export function refusesToken(code: string | undefined): boolean {
  return tokenRefusals.has(code);
}

/** Slack's codes after which the work may have been done all the same. */
const uncertain = new Set(['internal_error', 'fatal_error', 'request_timeout', 'service_unavailable']);

/** Network errors that come before a request leaves. */
const unsent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Slack's error code (`not_in_channel`), when the error is a refusal by the Web API. */
export function refusalOf(error: unknown): string | undefined {
  const data = (error as { code?: string; data?: { error?: unknown } } | undefined)?.data;
  return typeof data?.error === 'string' ? data.error : undefined;
}

/** Whether the same call may be answered later: anything but a refusal that stands. */
export function isPassing(error: unknown): boolean {
  const { outcome } = outcomeOf(error);
  return refusalOf(error) === undefined || outcome === 'unknown' || outcome === 'wait';
}

/** What an error of the Web API client says about the message that was to be sent. */
export function outcomeOf(error: unknown): Exclude<Sent, { outcome: 'sent' }> {
  const { code, retryAfter, statusCode } = (error ?? {}) as {
    code?: string;
    retryAfter?: number;
    statusCode?: number;
  };
  if (code === 'slack_webapi_rate_limited_error')
    return { outcome: 'wait', retryAfterMs: (retryAfter ?? 1) * 1000 };
  const refusal = refusalOf(error);
  if (refusal === 'ratelimited') return { outcome: 'wait', retryAfterMs: 1000 };
  if (refusal !== undefined) {
    if (dead.has(refusal)) return { outcome: 'dead', reason: refusal };
    return { outcome: uncertain.has(refusal) ? 'unknown' : 'failed', reason: refusal };
  }
  if (statusCode !== undefined)
    return { outcome: statusCode >= 500 ? 'unknown' : 'failed', reason: `HTTP ${statusCode}` };
  const cause = networkCode(error);
  return {
    outcome: cause !== undefined && unsent.has(cause) ? 'failed' : 'unknown',
    reason: cause ?? 'no answer',
  };
}

/** The operating system's code at the bottom of a chain of causes. */
export function networkCode(error: unknown): string | undefined {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown };
    if (typeof code === 'string' && !code.startsWith('slack_')) return code;
    if (cause instanceof AggregateError && cause.errors[0] instanceof Error)
      return networkCode(cause.errors[0]);
  }
  return undefined;
}
