// 200 digests, half to the Slack stand-in and half to a WeChat gateway, by the program as it is started in earnest, which is
// killed without warning 15 times (or as often as the first argument says) while it delivers. Slack limits, fails, drops replies
// and hangs meanwhile. Prints what was lost and repeated. Ends with 1 when a digest was lost, when one came twice in Slack, or
// when more came twice in WeChat than can have been under way at the kills. `npm run build` first; takes some three minutes.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startGateway } from '../support/wechat/gateway.mjs';
import { buildModules } from '../support/writer-build.mjs';

const KILLS = Number(process.argv[2] ?? 15);
const EACH = 100;
/** What the bot hands over to WeChat at once. */
const AT_ONCE = 2;

const names = [
  'src/store/embedded/embedded-store',
  'test/support/slack/slack',
  'test/support/slack/bot-scopes',
];
const modules = await buildModules(...names);
const [{ openEmbeddedStore }, { Slack }, { botScopes }] = await Promise.all(
  names.map((name) => import(modules.path(name))),
);
modules.remove();

const slack = await new Slack().start();
const bot = slack.world.addBot('xoxb-1', slack.world.addTeam('T1'), botScopes);
slack.world.addUser('U1', { name: 'Ann' });
const gateway = await startGateway();
const channels = Array.from({ length: EACH }, (_, index) => `C${index}`);
const rooms = Array.from({ length: EACH }, (_, index) => `${index}@chatroom`);
for (const id of channels) slack.world.addChannel(id, 'channel', ['U1', bot.botUser]);
await gateway.contact({ id: 'bot', name: 'U-CAP' });
await gateway.contact({ id: 'ann', name: 'Ann' });
for (const id of rooms) await gateway.room({ id, topic: `Room ${id}`, members: ['bot', 'ann'] });
await gateway.login({ id: 'bot' });

const port = await freePort();
const folder = await mkdtemp(join(tmpdir(), 'ucap-soak-'));
const conversations = [
  ...channels.map((id) => `slack:T1:${id}`),
  ...rooms.map((id) => `wechat:default:${id}`),
];
await subscribe();
const post = { method: 'chat.postMessage' };
slack.faults.add({ ...post, trouble: { kind: 'ratelimited', retryAfter: 3 }, times: 8 });
slack.faults.add({ ...post, trouble: { kind: 'lost' }, times: 10 });
slack.faults.add({ ...post, trouble: { kind: 'status', status: 500 }, times: 8 });
slack.faults.add({ ...post, trouble: { kind: 'dropped' }, times: 8 });
slack.faults.add({ ...post, trouble: { kind: 'hang-after' }, times: 2 });

const began = Date.now();
try {
  for (let kill = 0; kill < KILLS; kill += 1) await runAndKill();
  const last = start();
  while ((await outbox()) > 0) await sleep(500);
  last.kill('SIGTERM');
  await once(last, 'exit');
  report();
} finally {
  await gateway.stop();
  await slack.stop();
  await rm(folder, { recursive: true, force: true });
}

/** A digest each, due since midnight. */
async function subscribe() {
  const store = await openEmbeddedStore({ folder });
  const now = new Date().toISOString();
  const digest = {
    time: '00:00',
    timezone: 'UTC',
    languages: 'en',
    days: 'every-day',
    heartbeat: 'never',
    until: '23:59',
    since: '2026-01-01T00:00:00.000Z',
    state: 'on',
    by: 'slack:T1:U1',
  };
  await store.transact((tx) => {
    tx.put('changes', {
      kind: 'set',
      id: String(tx.nextChangeNumber()),
      at: now,
      by: 'slack:T1:U1',
      byName: 'Ann',
      target: { kind: 'pilot', id: 'wine-institute' },
      fields: [{ field: 'status', before: 'proposed', after: 'agreed' }],
    });
    for (const id of conversations) tx.put('conversations', { id, direct: false, digest });
  });
  await store.close();
}

function start() {
  const child = spawn(process.execPath, ['.build/main.js'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      PORT: String(port),
      UCAP_STATE: folder,
      LOG_LEVEL: 'error',
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: 'signing-secret',
      WECHATY_PUPPET: 'wechaty-puppet-service',
      WECHATY_PUPPET_SERVICE_TOKEN: gateway.token,
      WECHATY_PUPPET_SERVICE_ENDPOINT: gateway.endpoint,
      WECHAT_MIN_GAP_MS: '100',
    },
  });
  return child;
}

/** Lets the bot deliver for up to two seconds and kills it. */
async function runAndKill() {
  const before = shown();
  const child = start();
  const exit = once(child, 'exit');
  for (let waited = 0; shown() === before && (await outbox()) > 0 && waited < 20_000; waited += 20)
    await sleep(20);
  await sleep(Math.random() * 2_000);
  child.kill('SIGKILL');
  await exit;
}

/** A port that was free a moment ago. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return address.port;
}

function shown() {
  return slack.botMessages().length + gateway.said.length;
}

/** Deliveries that are not sent yet, as the disk has them; all of them before any is planned. */
async function outbox() {
  const state = JSON.parse(await readFile(join(folder, 'state.json'), 'utf8'));
  return state.collections.digests.length === 0 ? conversations.length : state.outbox.length;
}

function report() {
  const counts = (ids, of) => ids.map((id) => of.filter((place) => place === id).length);
  const isTitle = (text) => text?.startsWith('📅');
  const inSlack = counts(
    channels,
    slack.botMessages().map(({ channel }) => channel),
  );
  const inWeChat = counts(
    rooms,
    gateway.said.filter(({ text }) => isTitle(text)).map(({ to }) => to),
  );
  const row = (sent) => ({
    digests: sent.length,
    lost: sent.filter((count) => count === 0).length,
    repeated: sent.filter((count) => count > 1).length,
    repeats: sent.reduce((all, count) => all + Math.max(0, count - 1), 0),
  });
  const table = { Slack: row(inSlack), WeChat: row(inWeChat) };
  console.log(`${KILLS} kills, ${Math.round((Date.now() - began) / 1000)} s`);
  console.table(table);
  const isSound = table.Slack.lost + table.WeChat.lost + table.Slack.repeats === 0;
  process.exitCode = isSound && table.WeChat.repeats <= KILLS * AT_ONCE ? 0 : 1;
}
