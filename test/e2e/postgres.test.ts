import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPostgresStore } from '../../src/store/postgres/postgres-store.js';
import { type BotProcess, startBotProcess } from '../support/bot-process.js';
import { type DigestWorld, startDigestWorld, subscribe } from '../support/digest-world.js';
import { type PostgresServer, startPostgres } from '../support/postgres.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { until } from '../support/until.js';
import { startGateway } from '../support/wechat/gateway.mjs';

/** The wait for a WeChat lease and a login. */
const TAKEOVER_MS = 30_000;
const AT_ONCE_IN_WECHAT = 2;

let server: PostgresServer;
let url: string;
let world: DigestWorld;
let homes: { folder: string; remove(): Promise<void> };
const started: BotProcess[] = [];

beforeAll(async () => {
  server = await startPostgres();
  url = await server.makePlace();
  world = await startDigestWorld(40, 6, startGateway);
  homes = await temporaryFolder();
}, 60_000);
afterAll(async () => {
  await Promise.all(started.map((bot) => bot.kill()));
  await world?.stop();
  await homes?.remove();
  await server?.stop();
});

async function startOne(name: string): Promise<BotProcess> {
  const bot = await startBotProcess({
    HOME: join(homes.folder, name),
    DATABASE_URL: url,
    ...world.environment,
    // Slow enough that the kill falls into the midst.
    WECHAT_MIN_GAP_MS: '1000',
  });
  started.push(bot);
  return bot;
}

/** Lets the minutes pass that a killed process's claims still last. */
async function endClaimsOf(bot: BotProcess | undefined): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query(
    "UPDATE outbox SET lease_until = now() WHERE state = 'claimed' AND worker LIKE $1",
    [`%:${bot?.pid}`],
  );
  await client.end();
  return rowCount ?? 0;
}

test('of two processes one is killed amid the digests: the other sends the rest, and takes WeChat over', async () => {
  const { slack, gateway, conversations } = world;
  slack.faults.add({ method: 'chat.postMessage', trouble: { kind: 'late', ms: 300 } });
  const store = await openPostgresStore({ url });
  await subscribe(store, conversations);
  const bots = await Promise.all([startOne('first'), startOne('second')]);
  await until('the midst', () => world.shown().size >= 8, 20_000);
  const wechat = await Promise.all(bots.map(async (bot) => (await bot.health()).components.wechat?.reason));
  const holder = bots[wechat[0] === undefined ? 0 : 1];
  expect(wechat.filter((reason) => reason !== undefined)).toEqual([
    expect.stringContaining('another process'),
  ]);
  await holder?.kill();
  const killed = Date.now();
  expect(await endClaimsOf(holder)).toBeGreaterThan(0);
  await until('WeChat elsewhere', () => gateway.said.some(({ at }) => at > killed), TAKEOVER_MS);
  await until('all digests', async () => (await store.deliveries()).length === 0, 30_000);
  await store.close();
  const shown = world.shown();
  expect(conversations.filter((conversation) => !shown.has(conversation))).toEqual([]);
  const twice = [...shown].filter(([, count]) => count > 1).map(([conversation]) => conversation);
  expect(twice.filter((conversation) => conversation.startsWith('slack'))).toEqual([]);
  // What was on its way to WeChat at the kill may be said again, and no more than a few are on their way.
  expect(twice.length).toBeLessThanOrEqual(AT_ONCE_IN_WECHAT);
}, 120_000);
