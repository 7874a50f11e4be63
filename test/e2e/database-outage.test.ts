import { afterEach, beforeEach, expect, test } from 'vitest';
import { type PostgresServer, startPostgres } from '../support/postgres.js';
import { type BreakableLink, proxyTo } from '../support/postgres-proxy.js';
import type { Slack } from '../support/slack/slack.js';
import { startTeam } from '../support/slack/team.js';
import { messages, type RunningBot, startBot } from './slack-bot.js';

let server: PostgresServer;
let database: BreakableLink;
let slack: Slack;
let bot: RunningBot;

beforeEach(async () => {
  server = await startPostgres();
  database = await proxyTo(await server.makePlace());
  slack = await startTeam();
  bot = await startBot(slack, 'http', { DATABASE_URL: database.url });
}, 60_000);
afterEach(async () => {
  await bot.stop();
  await slack.stop();
  await database.close();
  await server.stop();
});

test('a bot whose database is away answers questions, and tells who watches it', async () => {
  expect(await bot.metrics()).toContain('ucap_outbox_deliveries{state="waiting"} 0');
  await database.cut();
  const metrics = await bot.metrics();
  expect(metrics).not.toMatch(/^ucap_outbox/m);
  expect(metrics).toContain('ucap_reconnects_total{component="store"}');
  await expect.poll(async () => (await bot.health()).components.store?.state).toBe('down');
  await bot.ann.slash('missions yantai', 'C1');
  expect((await messages(slack, 'C1', 1))[0]?.text).toMatch(/Yantai/);
  await database.mend();
  await expect.poll(async () => (await bot.health()).status).toBe(200);
  expect(await bot.metrics()).toContain('ucap_outbox_deliveries{state="waiting"} 0');
});
