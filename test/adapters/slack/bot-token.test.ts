import { afterEach, expect, test, vi } from 'vitest';
import { ConversationId } from '../../../src/bot/identity.js';
import { aMoment, type Rig, says, startRig, until } from './rig.js';

let rig: Rig | undefined;
afterEach(async () => {
  vi.useRealTimers();
  await rig?.stop();
  rig = undefined;
});

const c1 = ConversationId.parse('slack:T1:C1');
const send = (text: string) => rig?.channel.send(c1, says(text), text);
const aboutToken = () => rig?.logged.filter((line) => line.includes('bot token'));

test.each(['http', 'socket'] as const)(
  'over %s a token that is revoked shows in the health, and in the log once, until it is taken again',
  async (mode) => {
    rig = await startRig(mode);
    const { slack, channel } = rig;
    const token = slack.world.tokens.get('xoxb-1');
    if (token === undefined) throw new Error('no token');
    expect(channel.health()).toMatchObject({ state: 'up' });
    token.revoked = true;
    await send('one');
    await send('two');
    expect(channel.health()).toMatchObject({
      state: 'down',
      reason: expect.stringMatching(/SLACK_BOT_TOKEN \(token_revoked\).*api\.slack\.com/),
    });
    expect(aboutToken()).toHaveLength(1);
    expect(aboutToken()?.join()).toContain('token_revoked');
    token.revoked = false;
    await send('three');
    expect(channel.health()).toMatchObject({ state: 'up' });
    expect(channel.health().reason).toBeUndefined();
  },
);

test.each(['invalid_auth', 'account_inactive'])(
  'whatever is asked of Slack may meet %s first',
  async (error) => {
    rig = await startRig('http');
    rig.slack.faults.add({ method: 'users.info', trouble: { kind: 'error', error } });
    await rig.ann.slash('next', 'C1');
    await until(() => rig?.channel.health().state === 'down');
    expect(rig.channel.health().reason).toContain(error);
  },
);

test('a refusal of one channel says nothing about the token, nor does a call that fails', async () => {
  rig = await startRig('http');
  const post = 'chat.postMessage';
  rig.slack.faults.add({ method: post, trouble: { kind: 'error', error: 'is_archived' }, times: 1 });
  rig.slack.faults.add({ method: post, trouble: { kind: 'status', status: 500 }, times: 1 });
  rig.slack.faults.add({ method: post, trouble: { kind: 'lost' }, times: 1 });
  for (const text of ['one', 'two', 'three']) await send(text);
  expect(rig.channel.health()).toEqual({ state: 'up' });
});

test('one workspace of several that takes the app away leaves the bot healthy', async () => {
  rig = await startRig('oauth');
  const bot = rig.slack.world.tokens.get('xoxb-1');
  rig.rows.install('T1', 'xoxb-1');
  if (bot !== undefined) bot.revoked = true;
  expect(await send('one')).toEqual({ outcome: 'failed', reason: 'token_revoked' });
  await aMoment();
  expect(rig.channel.health()).toEqual({ state: 'up' });
});

test('a token that is refused is tried again by itself, until it is taken', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  rig = await startRig('http');
  const { slack } = rig;
  const asked = () => slack.calls('auth.test').length;
  const before = asked();
  const refused = { kind: 'error', error: 'invalid_auth' } as const;
  slack.faults.add({ method: 'chat.postMessage', trouble: refused, times: 1 });
  slack.faults.add({ method: 'auth.test', trouble: refused, times: 1 });
  await send('one');
  vi.advanceTimersByTime(30_000);
  await until(() => asked() === before + 1);
  await aMoment();
  expect(rig.channel.health().state).toBe('down');
  vi.advanceTimersByTime(30_000);
  await until(() => rig?.channel.health().state === 'up');
  vi.advanceTimersByTime(300_000);
  await aMoment();
  expect(asked()).toBe(before + 2);
});
