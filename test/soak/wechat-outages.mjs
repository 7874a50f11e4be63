// Kills a WeChat gateway without warning for 5 s, 60 s and 3 min (or the seconds given as arguments), and prints how long after
// its return the bot is logged in and answers. Ends with 1 when one took longer than 35 s, or an answer was lost or said twice.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { importBuilt } from '../support/wechat/built.mjs';
import { startGateway } from '../support/wechat/gateway.mjs';

const { WechatChannel, createLanguages } = await importBuilt(
  'adapters/wechat/wechat-channel',
  'i18n/languages',
);

const limitSeconds = 35;
const outages = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [5, 60, 180];

process.env.HOME = mkdtempSync(join(tmpdir(), 'ucap-outages-'));
const gateway = await startGateway();
await gateway.contact({ id: 'bot', name: 'ucap' });
await gateway.contact({ id: 'wxid_ann', name: 'Ann' });
await gateway.login({ id: 'bot' });
process.env.WECHATY_PUPPET_SERVICE_TOKEN = gateway.token;
process.env.WECHATY_PUPPET_SERVICE_ENDPOINT = gateway.endpoint;

const held = [];
const channel = new WechatChannel({
  puppet: 'wechaty-puppet-service',
  languages: createLanguages(),
  locale: 'en',
  gap: 3000,
  rooms: { all: () => [], retitle: async () => {}, left: async () => {} },
  keep: async () => {},
  log: { info() {}, warn() {}, error: (fields, event) => console.error(event, fields) },
  terminal: process.stderr,
  complain: (sentence) => console.error(sentence),
});
// A question that says "hold" is answered only when the script lets it: in the midst of the outage.
await channel.start(async ({ content }) => {
  if (content.text.startsWith('hold')) await new Promise((resolve) => held.push(resolve));
  return {
    locale: 'en',
    audience: 'conversation',
    blocks: [{ kind: 'text', text: `answer to ${content.text}` }],
  };
});

async function secondsUntil(look, limit) {
  const begun = performance.now();
  while (!look()) {
    if (performance.now() - begun > limit * 1000) return Number.POSITIVE_INFINITY;
    await pause(20);
  }
  return (performance.now() - begun) / 1000;
}

const ask = (text) => gateway.say({ from: 'wxid_ann', to: 'bot', text });
const answersTo = (text) => gateway.said.filter((said) => said.text === `answer to ${text}`).length;
const isUp = () => channel.health().state === 'up';

await secondsUntil(isUp, limitSeconds);
const rows = [];
for (const outage of outages) {
  await ask(`hold ${outage}`);
  await secondsUntil(() => held.length > 0, 5);
  await gateway.kill();
  const noticed = await secondsUntil(() => !isUp(), limitSeconds);
  held.shift()?.();
  await pause(outage * 1000);
  await gateway.restart();
  const loggedIn = await secondsUntil(isUp, 2 * limitSeconds);
  await ask(`after ${outage}`);
  const answered = await secondsUntil(() => answersTo(`after ${outage}`) > 0, limitSeconds);
  await pause(1000);
  rows.push({
    'outage s': outage,
    'noticed s': Number(noticed.toFixed(2)),
    'back s': Number(loggedIn.toFixed(1)),
    'answers s': Number(answered.toFixed(2)),
    'waiting answer said': answersTo(`hold ${outage}`),
    'rss MB': Math.round(process.memoryUsage().rss / 2 ** 20),
  });
}
console.table(rows);
await channel.stop();
await gateway.stop();
rmSync(process.env.HOME, { recursive: true });
const failed = rows.some((row) => row['back s'] > limitSeconds || row['waiting answer said'] !== 1);
process.exit(failed ? 1 : 0);
