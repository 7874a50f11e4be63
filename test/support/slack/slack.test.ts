import { SocketModeReceiver, type types, webApi } from '@slack/bolt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { quiet } from './quiet.js';
import { Slack } from './slack.js';

const { WebClient } = webApi;

const scopes = ['chat:write', 'im:write', 'users:read', 'channels:history', 'channels:read'];
let slack: Slack;
let client: webApi.WebClient;

beforeEach(async () => {
  slack = await new Slack().start();
  const bot = slack.world.addBot('xoxb-1', slack.world.addTeam('T1'), scopes);
  slack.world.addUser('U1', { name: 'Marco Rossi', locale: 'it-IT' });
  slack.world.addChannel('C1', 'channel', ['U1', bot.botUser]);
  slack.world.addChannel('C2', 'channel', ['U1']);
  client = new WebClient('xoxb-1', {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 500,
    logger: quiet,
  });
});
afterEach(() => slack.stop());

const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'accepted',
    (error) => error.data?.error ?? error.code,
  );
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } }) as const;
const post = (fields: object, channel = 'C1') =>
  client.chat.postMessage({ channel, text: 'Hello', ...fields } as Parameters<
    typeof client.chat.postMessage
  >[0]);

test('only known tokens of the right kind with the right scopes get in', async () => {
  const stranger = (token?: string) =>
    new WebClient(token, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, logger: quiet });
  slack.world.appTokens.add('xapp-1');
  expect(await refusal(stranger().auth.test())).toBe('not_authed');
  expect(await refusal(stranger('xoxb-wrong').auth.test())).toBe('invalid_auth');
  expect(await refusal(stranger('xapp-1').auth.test())).toBe('not_allowed_token_type');
  expect(await refusal(client.apps.connections.open({}))).toBe('not_allowed_token_type');
  expect(await refusal(client.reactions.add({ channel: 'C1', name: 'eyes', timestamp: '1' }))).toBe(
    'missing_scope',
  );
  expect((await client.auth.test()).response_metadata?.scopes).toEqual(scopes);
  await client.auth.revoke();
  expect(await refusal(client.auth.test())).toBe('token_revoked');
});

test('a message goes only where the bot is, and with something in it', async () => {
  const archived = slack.world.addChannel('C3', 'channel', ['UBOTT1']);
  expect(await refusal(post({}, 'C9'))).toBe('channel_not_found');
  expect(await refusal(post({}, 'C2'))).toBe('not_in_channel');
  expect(await refusal(post({ text: '' }))).toBe('no_text');
  expect(await refusal(post({ thread_ts: '1.000001' }))).toBe('thread_not_found');
  expect(await refusal(post({ text: 'x'.repeat(40_001) }))).toBe('msg_too_long');
  archived.archived = true;
  expect(await refusal(post({}, 'C3'))).toBe('is_archived');
});

test('blocks over the limits are refused', async () => {
  const refused = (blocks: unknown[]) => refusal(post({ blocks }));
  expect(await refused([section('x'.repeat(3000))])).toBe('accepted');
  expect(await refused([section('x'.repeat(3001))])).toBe('invalid_blocks');
  expect(await refused(Array(50).fill(section('x')))).toBe('accepted');
  expect(await refused(Array(51).fill(section('x')))).toBe('invalid_blocks');
  expect(await refused(Array(5).fill(section('x'.repeat(2800))))).toBe('msg_blocks_too_long');
  expect(await refused([{ type: 'section' }])).toBe('invalid_blocks');
  expect(await refused([{ ...section('x'), colour: 'red' }])).toBe('invalid_blocks');
  const button = (text: string, action_id: string, value = 'v') => ({
    type: 'button',
    text: { type: 'plain_text', text },
    action_id,
    value,
  });
  expect(await refused([{ type: 'actions', elements: [button('x', 'a'), button('x', 'a')] }])).toBe(
    'invalid_blocks',
  );
  expect(await refused([{ type: 'actions', elements: [button('x'.repeat(76), 'a')] }])).toBe(
    'invalid_blocks',
  );
  expect(await refused([{ type: 'actions', elements: [button('x', 'a', 'v'.repeat(2001))] }])).toBe(
    'invalid_blocks',
  );
});

test('metadata comes back to whoever asks for it', async () => {
  await post({ metadata: { event_type: 'delivery', event_payload: { key: 'k1' } } });
  const plain = await client.conversations.history({ channel: 'C1' });
  const full = await client.conversations.history({ channel: 'C1', include_all_metadata: true });
  expect(plain.messages?.[0]?.metadata).toBeUndefined();
  expect(full.messages?.[0]?.metadata?.event_payload).toEqual({ key: 'k1' });
  expect(await refusal(client.conversations.history({ channel: 'C2' }))).toBe('not_in_channel');
});

test('people are told with their locale only when it is asked for', async () => {
  expect((await client.users.info({ user: 'U1' })).user?.locale).toBeUndefined();
  expect((await client.users.info({ user: 'U1', include_locale: true })).user?.locale).toBe('it-IT');
});

test('a trigger opens one view within three seconds', async () => {
  const view: types.ModalView = {
    type: 'modal',
    title: { type: 'plain_text', text: 'Update' },
    blocks: [section('x')],
  };
  const late = slack.triggers.give('U1');
  slack.world.advance(3001);
  const fresh = slack.triggers.give('U1');
  expect(await refusal(client.views.open({ trigger_id: late, view }))).toBe('expired_trigger_id');
  expect(await refusal(client.views.open({ trigger_id: 'x', view }))).toBe('invalid_trigger_id');
  const input = {
    type: 'input',
    block_id: 'note',
    label: { type: 'plain_text', text: 'Note' },
    element: { type: 'plain_text_input', action_id: 'note' },
  } as const;
  expect(
    await refusal(
      client.views.open({ trigger_id: slack.triggers.give('U1'), view: { ...view, blocks: [input] } }),
    ),
  ).toBe('invalid_arguments');
  expect(await refusal(client.views.open({ trigger_id: fresh, view }))).toBe('accepted');
  expect(await refusal(client.views.open({ trigger_id: fresh, view }))).toBe('exchanged_trigger_id');
});

test('a response_url takes five answers within thirty minutes', async () => {
  const bot = slack.world.addBot('xoxb-1', slack.world.addTeam('T1'), scopes);
  const respond = (url: string) =>
    fetch(url, { method: 'POST', body: JSON.stringify({ text: 'Hi' }) }).then((answer) => answer.status);
  const url = slack.responseUrls.issue('U1', 'C2', bot);
  const statuses = [];
  for (let use = 0; use < 6; use += 1) statuses.push(await respond(url));
  expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
  const old = slack.responseUrls.issue('U1', 'C2', bot);
  slack.world.advance(30 * 60_000 + 1);
  expect(await respond(old)).toBe(404);
  expect(slack.responseUrls.received.at(-1)?.error).toBe('expired_url');
  expect(slack.botMessages('C2').every((message) => message.onlyFor === 'U1')).toBe(true);
});

test('ordered trouble happens, and a lost reply leaves the work done', async () => {
  slack.faults.add({ method: 'chat.postMessage', trouble: { kind: 'ratelimited', retryAfter: 7 }, times: 1 });
  slack.faults.add({ method: 'chat.postMessage', trouble: { kind: 'status', status: 500 }, times: 1 });
  slack.faults.add({ method: 'chat.postMessage', trouble: { kind: 'hang' }, times: 1 });
  slack.faults.add({ method: 'chat.postMessage', trouble: { kind: 'lost' }, times: 1 });
  await expect(post({})).rejects.toMatchObject({ retryAfter: 7 });
  await expect(post({})).rejects.toMatchObject({ statusCode: 500 });
  await expect(post({})).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
  expect(slack.botMessages('C1')).toHaveLength(0);
  await expect(post({})).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
  expect(slack.botMessages('C1')).toHaveLength(1);
});

test('a paced channel takes one post a second, and another channel is not held back', async () => {
  slack.world.channels.get('C2')?.members.add('UBOTT1');
  slack.api.postsPerSecond = 1;
  await post({});
  await expect(post({})).rejects.toMatchObject({ retryAfter: 1 });
  await post({}, 'C2');
  slack.world.advance(1000);
  await post({});
});

test('a code buys a token once, for the right client', async () => {
  const bot = slack.world.addBot('xoxb-2', slack.world.addTeam('T2', 'Two', 'E1'), scopes, true);
  slack.oauth.codes.set('code', { bot, user: 'U1' });
  const nobody = new WebClient(undefined, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    logger: quiet,
  });
  const access = (client_secret: string) =>
    nobody.oauth.v2.access({ client_id: 'client.1', client_secret, code: 'code' });
  expect(await refusal(access('wrong'))).toBe('bad_client_secret');
  expect(await access('client-secret')).toMatchObject({
    access_token: 'xoxb-2',
    is_enterprise_install: true,
    team: null,
  });
  expect(await refusal(access('client-secret'))).toBe('invalid_code');
});

test('Socket Mode wants an app token, greets, delivers and hears the acknowledgement', async () => {
  slack.world.appTokens.add('xapp-1');
  const installerOptions = { clientOptions: { slackApiUrl: slack.apiUrl } };
  const socket = new SocketModeReceiver({ appToken: 'xapp-1', installerOptions, logger: quiet }).client;
  socket.on('slash_commands', ({ ack }) => ack({ text: 'On it' }));
  await socket.start();
  const ack = await slack.socket.deliver('slash_commands', { command: '/ucap', text: 'help' });
  expect(ack.payload).toEqual({ text: 'On it' });
  expect((await fetch(slack.root.concat('/link/?ticket=stale'))).status).toBe(404);
  await socket.disconnect();
});
