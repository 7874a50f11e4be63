import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { until } from '../support/until.js';
import { type Gateway, startGateway } from '../support/wechat/gateway.mjs';
import { type RunningBot, startBot } from './wechat-bot.js';

const room = '123@chatroom';
let gateway: Gateway;
let bot: RunningBot | undefined;

beforeEach(async () => {
  gateway = await startGateway();
  for (const [id, name] of [
    ['bot', 'U-CAP 助手'],
    ['wxid_ann', 'Ann'],
    ['wxid_chen', '陈静'],
  ] as const) {
    await gateway.contact({ id, name });
  }
  await gateway.room({ id: room, topic: '柳州试点', members: ['bot', 'wxid_ann', 'wxid_chen'] });
});
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
  await gateway.stop();
});

async function loggedInBot(environment: NodeJS.ProcessEnv = {}): Promise<RunningBot> {
  await gateway.login({ id: 'bot' });
  bot = await startBot(gateway, environment);
  await bot.healthy(200);
  return bot;
}

/** What somebody says gets the next thing that the bot says there. */
async function says(from: string, text: string, to = 'bot'): Promise<string> {
  const before = gateway.said.length;
  await gateway.say({ from, to, text });
  const answer = await until(`an answer to ${text}`, () => gateway.said[before], 10_000);
  expect(answer.to).toBe(to === 'bot' ? from : to);
  return answer.text ?? '';
}

describe('partners in WeChat', () => {
  test('ask in their language, in private', async () => {
    await loggedInBot();
    expect(await says('wxid_ann', 'Who went to Nanjing?')).toContain('Rome and Granada');
    expect(await says('wxid_chen', '谁去了南京？')).toMatch(/罗马.*格拉纳达/u);
    expect(await says('wxid_chen', '／帮助')).toContain('任务');
  });

  test('ask in a room, and go on by number', async () => {
    await loggedInBot();
    await gateway.say({ from: 'wxid_chen', to: room, text: '谁去了南京？' });
    const list = await says('wxid_chen', '@U-CAP 助手\u2005任务 烟台', room);
    expect(list).toMatch(/^@陈静\u2005.*烟台/u);
    expect(list).toMatch(/^1 /mu);
    expect(await says('wxid_chen', '1', room)).toContain('烟台');
    expect(gateway.said).toHaveLength(2);
  });

  test('are answered again after the gateway was killed', async () => {
    const running = await loggedInBot();
    await gateway.kill();
    await running.healthy(503);
    await gateway.restart();
    await running.healthy(200, 35_000);
    expect(await says('wxid_ann', 'Who went to Nanjing?')).toContain('Rome');
  }, 60_000);
});

describe('operators', () => {
  test('stop the bot with a signal, and find the account logged in afterwards', async () => {
    const running = await loggedInBot();
    const begun = Date.now();
    expect(await running.stop()).toBe(0);
    expect(Date.now() - begun).toBeLessThan(10_000);
    bot = await startBot(gateway);
    await bot.healthy(200);
    expect(await gateway.starts()).toBe(1);
  });

  test('see a login code on the terminal once, and in no log', async () => {
    bot = await startBot(gateway, { LOG_LEVEL: 'trace' });
    await until('the session', () => bot?.stderr().includes('at work'), 20_000);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await gateway.scan({ qrcode: 'https://login.example/secret', status: 'Waiting' });
    await gateway.scan({ qrcode: 'https://login.example/secret', status: 'Waiting' });
    await until('the code', () => bot?.stdout().includes('█'));
    await gateway.login({ id: 'bot' });
    await bot.healthy(200);
    expect(bot.stdout().match(/Scan this code/gu)).toHaveLength(1);
    expect(bot.stderr()).not.toMatch(/█|login\.example/u);
    expect(bot.stdout() + bot.stderr()).not.toContain(gateway.token);
  });

  test('read one sentence within thirty seconds when the token is refused; the bot lives', async () => {
    bot = await startBot({ ...gateway, token: 'insecure_wrong-token' }, { LOG_LEVEL: 'trace' });
    await until('the sentence', () => bot?.stderr().includes('refuses the token'), 30_000);
    await new Promise((resolve) => setTimeout(resolve, 5000));
    expect((await bot.health()).status).toBe(503);
    expect(bot.stderr().match(/refuses the token/gu)).toHaveLength(1);
    expect(bot.stdout() + bot.stderr()).not.toContain('wrong-token');
  }, 60_000);

  test('never see what people write in the log', async () => {
    const running = await loggedInBot({ LOG_LEVEL: 'trace' });
    await says('wxid_ann', 'Who went to Nanjing?');
    expect(running.stderr()).not.toMatch(/Nanjing/u);
  });
});
