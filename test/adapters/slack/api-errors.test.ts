import { describe, expect, test } from 'vitest';
import { isPassing, networkCode, outcomeOf } from '../../../src/adapters/slack/api-errors.js';

const refused = (error: string) => Object.assign(new Error(error), { data: { ok: false, error } });
const limited = (retryAfter: number) =>
  Object.assign(new Error('limited'), { code: 'slack_webapi_rate_limited_error', retryAfter });
const http = (statusCode: number) =>
  Object.assign(new Error('http'), { code: 'slack_webapi_http_error', statusCode });
/** As the client tells it: its own error around fetch's, around the system's. */
const network = (code: string) => {
  const system = Object.assign(new Error(code), { code });
  const around = new TypeError('fetch failed', { cause: system });
  return Object.assign(new Error('request', { cause: around }), { code: 'slack_webapi_request_error' });
};

describe('a message that Slack did not take', () => {
  test.each([
    ['a limit', limited(30), { outcome: 'wait', retryAfterMs: 30_000 }],
    ['a limit without a time', refused('ratelimited'), { outcome: 'wait', retryAfterMs: 1000 }],
    ['an archived channel', refused('is_archived'), { outcome: 'dead', reason: 'is_archived' }],
    ['a person who has left', refused('user_disabled'), { outcome: 'dead', reason: 'user_disabled' }],
    ['a message that is too long', refused('msg_too_long'), { outcome: 'failed', reason: 'msg_too_long' }],
    ['a refused token', refused('token_revoked'), { outcome: 'failed', reason: 'token_revoked' }],
    ['no host', network('ENOTFOUND'), { outcome: 'failed', reason: 'ENOTFOUND' }],
    ['no connection', network('ECONNREFUSED'), { outcome: 'failed', reason: 'ECONNREFUSED' }],
    ['a bad request', http(404), { outcome: 'failed', reason: 'HTTP 404' }],
  ])('for %s was not sent', (_, error, outcome) => expect(outcomeOf(error)).toEqual(outcome));

  test.each([
    ['a fault of Slack’s', refused('internal_error'), 'internal_error'],
    ['a server that breaks', http(502), 'HTTP 502'],
    ['a connection that was cut', network('ECONNRESET'), 'ECONNRESET'],
    ['an answer that never came', new Error('timeout'), 'no-answer'],
    ['something that is no error', undefined, 'no-answer'],
  ])('for %s may have been sent all the same', (_, error, reason) =>
    expect(outcomeOf(error)).toEqual({ outcome: 'unknown', reason }),
  );
});

test('what stands is not asked again; what passes is', () => {
  for (const error of [refused('is_archived'), refused('msg_too_long'), refused('token_revoked')])
    expect(isPassing(error)).toBe(false);
  for (const error of [
    refused('fatal_error'),
    refused('ratelimited'),
    limited(1),
    http(500),
    network('EPIPE'),
  ])
    expect(isPassing(error)).toBe(true);
});

test('of several addresses that were tried the first one’s code is told', () => {
  const tried = new AggregateError([Object.assign(new Error(), { code: 'ECONNREFUSED' }), new Error()]);
  expect(networkCode(new TypeError('fetch failed', { cause: tried }))).toBe('ECONNREFUSED');
  expect(networkCode(limited(1))).toBeUndefined();
});
