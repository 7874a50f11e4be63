import { afterEach, beforeEach, expect, test } from 'vitest';
import { ConversationId } from '../../../src/bot/identity.js';
import { botScopes } from '../../support/slack/bot-scopes.js';
import { eventCallback } from '../../support/slack/payloads.js';
import { Member } from '../../support/slack/person.js';
import { overHttp } from '../../support/slack/transport.js';
import type { BotToken } from '../../support/slack/workspace.js';
import { aMoment, type Rig, says, startRig, until } from './rig.js';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig('oauth');
});
afterEach(() => rig.stop());

/** Installs the app as an admin's browser does; the status and page of the last step. */
async function install(bot: BotToken, cookie?: string): Promise<{ status: number; page: string }> {
  const root = rig.signing.endpoint().replace('/slack/events', '');
  const begun = await fetch(`${root}/slack/install`, { redirect: 'manual' });
  const page = await begun.text();
  const authorize = new URL((/href="(https[^"]+)"/.exec(page)?.[1] ?? '').replaceAll('&amp;', '&'));
  const state = authorize.searchParams.get('state') ?? '';
  const own = begun.headers.get('set-cookie')?.split(';')[0] ?? '';
  rig.slack.oauth.codes.set('code-1', { bot, user: 'U1' });
  const back = await fetch(`${root}/slack/oauth_redirect?code=code-1&state=${encodeURIComponent(state)}`, {
    headers: { cookie: cookie ?? own },
    redirect: 'manual',
  });
  return { status: back.status, page: await back.text() };
}

function memberOf(team: string, id: string): Member {
  const user = rig.slack.world.addUser(id, { team });
  return new Member(rig.slack, user, overHttp(rig.signing));
}

function secondTeam(enterprise?: string): BotToken {
  const team = rig.slack.world.addTeam('T2', 'Two', enterprise);
  return rig.slack.world.addBot('xoxb-2', team, botScopes, enterprise !== undefined);
}

test('a workspace installs the app and is served with its own token', async () => {
  await install(rig.slack.world.tokens.get('xoxb-1') as BotToken);
  const bot = secondTeam();
  expect((await install(bot)).status).toBe(200);
  expect([...rig.rows.rows.keys()]).toEqual(['team:T1', 'team:T2']);
  const cleo = memberOf('T2', 'U3');
  await cleo.tells('hello');
  await rig.ann.tells('hello');
  await until(() => rig.slack.calls('chat.postMessage').length === 2);
  const posts = rig.slack.calls('chat.postMessage');
  expect(posts.map(({ token, args }) => [token, args.channel])).toEqual(
    expect.arrayContaining([
      ['xoxb-2', cleo.direct],
      ['xoxb-1', rig.ann.direct],
    ]),
  );
  const sent = await rig.channel.send(ConversationId.parse(`slack:T2:${cleo.direct}`), says('News'), 'k');
  expect([sent.outcome, rig.slack.calls('chat.postMessage').at(-1)?.token]).toEqual(['sent', 'xoxb-2']);
});

test("another browser's installation is refused", async () => {
  const { page } = await install(secondTeam(), 'slack-app-oauth-state=other');
  expect(page).toContain('Oops');
  expect(rig.rows.rows.size).toBe(0);
});

test('an organisation is one installation for all its workspaces', async () => {
  const bot = secondTeam('E1');
  rig.slack.world.addTeam('T3', 'Three', 'E1');
  await install(bot);
  expect([...rig.rows.rows.keys()]).toEqual(['enterprise:E1']);
  const dora = memberOf('T3', 'U4');
  rig.slack.world.addChannel('C8', 'channel', ['U4', bot.botUser], 'T3');
  await dora.mentions('hello', 'C8');
  await until(() => rig.slack.botMessages('C8').length === 1);
  expect(rig.kernel.heard[0]?.conversation).toBe('slack:T3:C8');
  const sent = await rig.channel.send(ConversationId.parse('slack:T3:C8'), says('News'), 'k');
  expect(sent).toEqual({ outcome: 'sent' });
});

test('a workspace that removes the app is forgotten', async () => {
  await install(rig.slack.world.tokens.get('xoxb-1') as BotToken);
  await install(secondTeam());
  const { world } = rig.slack;
  const gone = eventCallback(world, 'T2', { type: 'app_uninstalled' }, 'Ev1');
  await rig.signing.event({ ...gone, authorizations: [] });
  await until(() => rig.rows.rows.size === 1);
  expect([...rig.rows.rows.keys()]).toEqual(['team:T1']);
  const personal = { type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [] } };
  await rig.signing.event(eventCallback(world, 'T1', personal, 'Ev2'));
  await aMoment();
  expect(rig.rows.rows.size).toBe(1);
  const revoked = { type: 'tokens_revoked', tokens: { oauth: [], bot: ['UBOTT1'] } };
  await rig.signing.event(eventCallback(world, 'T1', revoked, 'Ev3'));
  await until(() => rig.rows.rows.size === 0);
  const sent = await rig.channel.send(ConversationId.parse('slack:T1:C1'), says('News'), 'k');
  expect(sent.outcome).toBe('dead');
});

test('a workspace without an installation is acknowledged and not served', async () => {
  const { status } = await rig.ann.slash('hello', 'C1');
  await aMoment();
  expect(status).toBe(200);
  expect(rig.kernel.heard).toHaveLength(0);
});
