import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, type TestContext, test } from 'vitest';
import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.js';
import { openPostgresStore } from '../../src/store/postgres/postgres-store.js';
import { type BotProcess, startBotProcess } from '../support/bot-process.js';
import { deliverThroughKills } from '../support/digest-kills.js';
import { startDigestWorld, subscribe } from '../support/digest-world.js';
import { startPostgres } from '../support/postgres.js';
import { startTeam } from '../support/slack/team.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { until } from '../support/until.js';
import { startGateway } from '../support/wechat/gateway.mjs';
import { messages, startBot } from './slack-bot.js';

/** Until another process runs WeChat, after the one that did was killed. */
const TAKEOVER_MS = 30_000;
const AT_ONCE_IN_WECHAT = 2;

type Cleanup = Pick<TestContext, 'onTestFinished'>;

// Side by side: most of their time they wait for what waits by design.
describe.concurrent('digests', { timeout: 120_000 }, () => {
  test('through kills and trouble: none is lost, none shows twice in Slack', async ({ onTestFinished }) => {
    const world = await startDigestWorld(24, 16, startGateway);
    onTestFinished(world.stop);
    const report = await deliverThroughKills(world, 4);
    console.log(`shown but not settled when killed, and repeated: ${JSON.stringify(report)}`);
    expect(report).toMatchObject({
      digests: 40,
      kills: 4,
      lost: [],
      twiceInSlack: [],
      repeatedWithoutKill: [],
    });
    // Otherwise no kill fell where it could do harm.
    expect(report.inFlightAtKill.slack + report.inFlightAtKill.wechat).toBeGreaterThan(0);
  });

  test('a channel that asks to wait a minute delays no other digest and no command', async ({
    onTestFinished,
  }) => {
    const others = Array.from({ length: 10 }, (_, index) => `C${index + 10}`);
    const slack = await startTeam();
    onTestFinished(() => slack.stop());
    for (const channel of others) slack.world.addChannel(channel, 'channel', ['U1', 'UBOTT1']);
    slack.faults.add({
      method: 'chat.postMessage',
      trouble: { kind: 'ratelimited', retryAfter: 60 },
      when: ({ channel }) => channel === 'C1',
    });
    const state = await temporaryFolder();
    onTestFinished(state.remove);
    const store = await openEmbeddedStore({ folder: state.folder });
    // The limited channel comes first.
    await subscribe(
      store,
      ['C1', ...others].map((channel) => `slack:T1:${channel}`),
    );
    await store.close();
    const bot = await startBot(slack, 'http', { UCAP_STATE: state.folder });
    onTestFinished(() => bot.kill());

    const limited = () => slack.calls('chat.postMessage').filter(({ args }) => args.channel === 'C1').length;
    await until('the limit', () => limited() > 0, 10_000);
    await bot.ann.slash('next', 'C2');
    await messages(slack, 'C2', 1);
    await until('the other digests', () =>
      others.every((channel) => slack.botMessages(channel).length === 1),
    );
    // All that took seconds; in the minute that it asked for, the channel is left alone.
    expect(limited()).toBe(1);
    expect(slack.botMessages('C1')).toEqual([]);
    const isAloneInOutbox = async () =>
      /^ucap_outbox_deliveries\{state="waiting"\} 1$/m.test(await bot.metrics());
    await until('an outbox that holds only its digest', isAloneInOutbox);
  });

  test('of two processes on PostgreSQL one is killed: the other sends the rest, and takes WeChat over', async ({
    onTestFinished,
  }) => {
    const url = await freshDatabase({ onTestFinished });
    const world = await startDigestWorld(40, 6, startGateway);
    onTestFinished(world.stop);
    const { slack, gateway, conversations } = world;
    slack.faults.add({ method: 'chat.postMessage', trouble: { kind: 'late', ms: 300 } });
    const store = await openPostgresStore({ url });
    onTestFinished(() => store.close());
    await subscribe(store, conversations);
    const homes = await temporaryFolder();
    onTestFinished(homes.remove);
    const start = async (name: string) => {
      const environment = { ...world.environment, DATABASE_URL: url, WECHAT_MIN_GAP_MS: '1000' };
      const bot = await startBotProcess({ ...environment, HOME: join(homes.folder, name) });
      onTestFinished(() => bot.kill());
      return bot;
    };
    const bots = await Promise.all([start('first'), start('second')]);

    await until('the midst', () => world.shown().size >= 8, 20_000);
    const wechat = await Promise.all(bots.map(async (bot) => (await bot.health()).components.wechat?.reason));
    expect(wechat.filter((reason) => reason !== undefined)).toEqual([
      expect.stringContaining('another process'),
    ]);
    const holder = bots[wechat[0] === undefined ? 0 : 1];
    await holder?.kill();
    const killed = Date.now();
    expect(await endClaimsOf(holder, url)).toBeGreaterThan(0);
    await until('WeChat elsewhere', () => gateway.said.some(({ at }) => at > killed), TAKEOVER_MS);
    await until('all digests', async () => (await store.deliveries()).length === 0, 30_000);

    const shown = world.shown();
    expect(conversations.filter((conversation) => !shown.has(conversation))).toEqual([]);
    const twice = [...shown].filter(([, count]) => count > 1).map(([conversation]) => conversation);
    expect(twice.filter((conversation) => conversation.startsWith('slack'))).toEqual([]);
    // What was on its way to WeChat at the kill may be said again.
    expect(twice.length).toBeLessThanOrEqual(AT_ONCE_IN_WECHAT);
  });
});

async function freshDatabase({ onTestFinished }: Cleanup): Promise<string> {
  const server = await startPostgres();
  onTestFinished(() => server.stop());
  return server.makePlace();
}

/** Lets the minutes pass that a killed process's claims still last; gives how many there were. */
async function endClaimsOf(bot: BotProcess | undefined, url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query(
    "UPDATE outbox SET lease_until = now() WHERE state = 'claimed' AND worker LIKE $1",
    [`%:${bot?.pid}`],
  );
  await client.end();
  return rowCount ?? 0;
}
