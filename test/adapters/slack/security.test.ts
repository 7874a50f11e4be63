import { afterEach, beforeEach, expect, test } from 'vitest';
import { Freshness } from '../../../src/adapters/slack/freshness.js';
import { aMoment, type Rig, startRig } from './rig.js';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.stop());

test.each([
  ['stamped ten minutes ahead', { skew: 600 }],
  ['stamped ten minutes ago', { skew: -600 }],
  ['signed with another secret', { secret: 'guess' }],
])('a request %s is refused', async (_, options) => {
  const { status } = await rig.ann.slash('next', 'C1', options);
  await aMoment();
  expect(status).toBe(401);
  expect(rig.kernel.heard).toHaveLength(0);
});

test('a clock a minute off is no reason to refuse', async () => {
  expect((await rig.ann.slash('next', 'C1', { skew: 60 })).status).toBe(200);
  expect((await rig.ann.slash('next', 'C1', { skew: -60 })).status).toBe(200);
});

test('a request that is sent again as it was is refused, alone or at the same time', async () => {
  const { signing, ann } = rig;
  const body = new URLSearchParams(ann.slashPayload('next', 'C1')).toString();
  const request = signing.prepare(body, 'application/x-www-form-urlencoded');
  const both = await Promise.all([signing.send(request), signing.send(request)]);
  expect((await signing.send(request)).status).toBe(401);
  expect(both.some(({ status }) => status === 200)).toBe(true);
  await aMoment();
  expect(rig.kernel.heard).toHaveLength(1);
});

test("a retry is signed anew and so is no replay; the event's own id keeps it single", async () => {
  const event = rig.ann.mentionEvent(rig.ann.writes('<@UBOTT1> next', 'C1'));
  const first = await rig.ann.transport.event(event);
  const second = await rig.ann.transport.event(event, { skew: 1, retry: { num: 1, reason: 'http_timeout' } });
  await aMoment();
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(rig.slack.botMessages()).toHaveLength(1);
});

test('an unverified signature is never remembered', async () => {
  const { signing, ann } = rig;
  const body = new URLSearchParams(ann.slashPayload('next', 'C1')).toString();
  const request = signing.prepare(body, 'application/x-www-form-urlencoded');
  expect((await signing.send({ ...request, body: `${body}&x=1` })).status).toBe(401);
  expect((await signing.send(request)).status).toBe(200);
});

test('signatures are forgotten when they could no longer pass', () => {
  const freshness = new Freshness();
  // Only the headers are looked at.
  const request = (signature: string) =>
    ({ headers: { 'x-slack-signature': signature } }) as unknown as Parameters<Freshness['remember']>[0];
  expect(freshness.remember(request('a'), 0)).toBe(true);
  expect(freshness.remember(request('a'), 60_000)).toBe(false);
  freshness.remember(request('b'), 11 * 60_000);
  expect(freshness.admits(request('a'), 11 * 60_000)).toBe(true);
});

test("Slack's own checks are answered", async () => {
  const { signing } = rig;
  const challenge = await signing.event({ type: 'url_verification', challenge: 'c-1', token: 'x' });
  expect([challenge.status, JSON.parse(challenge.body)]).toEqual([200, { challenge: 'c-1' }]);
  const ssl = {
    body: 'ssl_check=1&token=x',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  };
  expect((await signing.send(ssl)).status).toBe(200);
});

test('other paths and garbage end in a plain refusal', async () => {
  const { signing } = rig;
  expect((await fetch(signing.endpoint())).status).toBe(404);
  expect((await fetch(signing.endpoint().replace('events', 'nothing'))).status).toBe(404);
  expect((await signing.send(signing.prepare('{', 'application/json'))).status).toBe(400);
});
