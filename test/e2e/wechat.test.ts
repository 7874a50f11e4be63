import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BotProcess } from '../support/bot-process.js';
import { until } from '../support/until.js';
import type { Gateway } from '../support/wechat/gateway.mjs';
import { healthy, room, startWechatBot, startWechatWorld, told, wechatEnvironment } from './wechat-bot.js';

describe('a bot at a WeChat gateway', () => {
  let gateway: Gateway;
  let bot: BotProcess;
  beforeAll(async () => {
    gateway = await startWechatWorld();
    bot = await startWechatBot({ ...wechatEnvironment(gateway), UCAP_ADMINS: 'wechat:default:wxid_ann' });
  });
  afterAll(async () => {
    await bot?.kill();
    await gateway?.stop();
  });

  const spoken = (to: string) => gateway.said.filter((said) => said.to === to).length;
  const asks = async (from: string, text: string) => {
    const before = spoken(from);
    await gateway.say({ from, to: 'bot', text });
    return told(gateway, from, before);
  };

  test('is healthy once its account is logged in, and not before', async () => {
    expect(await bot.health()).toMatchObject({
      status: 503,
      components: { store: { state: 'up' }, wechat: { state: 'starting' } },
    });
    await gateway.login({ id: 'bot' });
    await healthy(bot);
    expect((await bot.health()).components).toEqual({ store: { state: 'up' }, wechat: { state: 'up' } });
  });

  test('answers a direct chat in the language it is asked in', async () => {
    expect(await asks('wxid_ann', 'missions yantai')).toContain('Missions of Yantai');
    expect(await asks('wxid_chen', '烟台有哪些任务？')).toContain('烟台的任务');
  });

  test('answers in a room when it is mentioned, by name, and only then', async () => {
    await gateway.say({ from: 'wxid_chen', to: room, text: '大家好，烟台有哪些任务？' });
    await gateway.say({ from: 'wxid_chen', to: room, text: '@U-CAP 助手 谁去过南京？', mentions: ['bot'] });
    const reply = await told(gateway, room);
    expect(reply).toMatch(/^@陈静[\s\S]*罗马和格拉纳达/);
    expect(spoken(room)).toBe(1);
  });

  test('takes an update and shows it to everyone', async () => {
    expect(await asks('wxid_chen', '更新 葡萄酒学院 状态=已签约')).toContain('只有协调员');
    expect(await asks('wxid_ann', 'update wine-institute status=agreed')).toContain('proposed → agreed');
    expect(await asks('wxid_chen', '状态 葡萄酒学院')).toContain('提议中');
    expect(await asks('wxid_ann', 'confirm')).toContain('change 1');
    expect(await asks('wxid_chen', '状态 葡萄酒学院')).toContain('已签约');
  });

  test('is back after a kill, with what it knew', async () => {
    await bot.kill();
    bot = await startWechatBot(wechatEnvironment(gateway));
    await healthy(bot);
    expect(await asks('wxid_chen', '状态 葡萄酒学院')).toContain('提议中');
  });

  test('answers what it took before SIGTERM, and exits with 0 in time', async () => {
    const before = spoken('wxid_ann');
    await gateway.say({ from: 'wxid_ann', to: 'bot', text: 'who went to Nanjing?' });
    await until('the question’s arrival', async () => /ucap_gate_total\{/.test(await bot.metrics()));
    const began = performance.now();
    expect(await bot.stop()).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(await told(gateway, 'wxid_ann', before)).toContain('Rome and Granada');
    expect(bot.sentences()).toEqual([]);
  });
});

test.each([
  ['a wrong token', { WECHATY_PUPPET_SERVICE_TOKEN: 'insecure_wrong' }, /token/],
  ['a gateway that is not there', { WECHATY_PUPPET_SERVICE_ENDPOINT: '127.0.0.1:9' }, /can't be reached/],
])('%s is told in one sentence within 30 s, and the bot lives on', async (_, wrong, named) => {
  const gateway = await startWechatWorld();
  const bot = await startWechatBot({ ...wechatEnvironment(gateway), ...wrong });
  try {
    await until('a sentence', () => bot.sentences().length > 0, 30_000);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(bot.sentences()).toEqual([expect.stringMatching(named)]);
    expect(await bot.health()).toMatchObject({
      status: 503,
      components: { wechat: { state: 'down', reason: expect.stringMatching(named) } },
    });
    expect(bot.stderr()).not.toMatch(/insecure_|\bat .*\.js:/);
    expect(await bot.stop()).toBe(0);
  } finally {
    await bot.kill();
    await gateway.stop();
  }
});
