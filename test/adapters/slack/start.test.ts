import { expect, test } from 'vitest';
import { createSlack, type SlackAccess } from '../../../src/adapters/slack/adapter.js';
import { silentLog } from '../../support/silent-log.js';
import type { Slack } from '../../support/slack/slack.js';
import { aMoment, languages, MemoryRows, noSurfaces, startRig, until } from './rig.js';

const access: SlackAccess = { mode: 'http', botToken: 'xoxb-1', signingSecret: 's' };
const sentence = (prepare: (slack: Slack) => void, mode: SlackAccess['mode'] = 'http') =>
  startRig(mode, noSurfaces, prepare).then(
    async (rig) => {
      await rig.stop();
      return 'started';
    },
    (error: Error) => error.message,
  );

test('a wrong bot token is named', async () => {
  const message = await sentence((slack) => slack.world.tokens.delete('xoxb-1'));
  expect(message).toMatch(/^Slack refuses SLACK_BOT_TOKEN \(invalid_auth\)/);
});

test('a wrong app token is named', async () => {
  const message = await sentence((slack) => slack.world.appTokens.clear(), 'socket');
  expect(message).toMatch(/^Slack refuses SLACK_APP_TOKEN \(invalid_auth\)/);
});

test('missing scopes are named, the small ones only in the log', async () => {
  const without =
    (...scopes: string[]) =>
    (slack: Slack) => {
      for (const scope of scopes) slack.world.tokens.get('xoxb-1')?.scopes.delete(scope);
    };
  expect(await sentence(without('chat:write', 'users:read'))).toMatch(
    /SLACK_BOT_TOKEN lacks the scopes chat:write, users:read/,
  );
  expect(await sentence(without('assistant:write'))).toBe('started');
});

test('an unreachable API is told in a sentence', async () => {
  const { store } = new MemoryRows();
  const apiUrl = 'http://127.0.0.1:9/api/';
  const common = {
    access,
    surfaces: noSurfaces,
    languages,
    operator: languages.zh,
    store,
    keep: async () => {},
    log: silentLog,
    onRefused() {},
  };
  const slack = createSlack({ ...common, apiUrl });
  await expect(slack.start(async () => undefined)).rejects.toThrow('SLACK_API_URL');
  expect(slack.health().state).toBe('starting');
});

test('a dropped socket is connected again, and so is a refreshed one', async () => {
  const rig = await startRig('socket');
  expect(rig.channel.health()).toEqual({ state: 'up', reconnects: 0 });
  rig.slack.socket.cut();
  await until(() => rig.slack.socket.connections === 2 && rig.channel.health().state === 'up');
  rig.slack.socket.refresh();
  await until(() => rig.slack.socket.connections === 3 && rig.slack.socket.sockets.size === 1);
  await until(() => rig.channel.health().reconnects === 2);
  expect(rig.channel.health().state).toBe('up');
  await rig.ann.slash('still there?', 'C1');
  await rig.messages(1);
  await rig.stop();
});

test('a connection that Slack ends and leaves open is replaced all the same', async () => {
  const rig = await startRig('socket');
  for (const socket of rig.slack.socket.sockets) socket.pause();
  rig.slack.socket.refresh('warning');
  await until(() => rig.slack.socket.connections === 2 && rig.channel.health().state === 'up', 3000);
  await rig.ann.slash('still there?', 'C1');
  await rig.messages(1);
  await rig.stop();
});

test('a socket comes back after the API was away', async () => {
  const rig = await startRig('socket');
  rig.slack.faults.add({ method: 'apps.connections.open', trouble: { kind: 'dropped' }, times: 2 });
  rig.slack.faults.add({
    method: 'apps.connections.open',
    trouble: { kind: 'status', status: 500 },
    times: 1,
  });
  rig.slack.socket.cut();
  await until(() => rig.channel.health().state === 'down');
  await until(() => rig.channel.health().state === 'up', 15_000);
  expect(rig.refused).toEqual([]);
  await rig.stop();
}, 20_000);

test('a socket that Slack refuses for good ends in one sentence, and no rejection goes unheard', async () => {
  const unheard: unknown[] = [];
  const hear = (reason: unknown) => unheard.push(reason);
  process.on('unhandledRejection', hear);
  const rig = await startRig('socket');
  rig.slack.world.appTokens.clear();
  rig.slack.socket.cut();
  await until(() => rig.refused.length > 0);
  await aMoment();
  process.off('unhandledRejection', hear);
  expect(rig.refused).toEqual([expect.stringMatching(/^Slack refuses SLACK_APP_TOKEN \(invalid_auth\)/)]);
  expect(rig.channel.health()).toMatchObject({ state: 'down' });
  expect(unheard).toEqual([]);
  await rig.stop();
});

test('an envelope that Slack delivers again after a cut is answered once', async () => {
  const rig = await startRig('socket');
  const payload = rig.ann.slashPayload('next', 'C1');
  await rig.ann.transport.command(payload);
  rig.slack.socket.cut();
  await until(() => rig.slack.socket.sockets.size === 1 && rig.slack.socket.connections === 2);
  await rig.ann.transport.command(payload);
  await rig.messages(1);
  await aMoment();
  expect(rig.slack.botMessages()).toHaveLength(1);
  await rig.stop();
});

test('a socket that Slack never greets is given up for another', { timeout: 20_000 }, async () => {
  const rig = await startRig('socket');
  rig.slack.socket.silent = true;
  rig.slack.socket.cut();
  await until(() => rig.channel.health().state === 'down', 15_000);
  rig.slack.socket.silent = false;
  await until(() => rig.channel.health().state === 'up');
  await until(() => rig.slack.socket.sockets.size === 1);
  await rig.stop();
});
