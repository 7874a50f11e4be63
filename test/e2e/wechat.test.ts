import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.js';
import { until } from '../support/until.js';
import { type Gateway, startGateway } from '../support/wechat/gateway.mjs';
import { type RunningBot, startBot } from './wechat-bot.js';

const room = '123@chatroom';

async function startWorld(): Promise<Gateway> {
  const gateway = await startGateway();
  for (const [id, name] of [
    ['bot', 'U-CAP 助手'],
    ['wxid_ann', 'Ann'],
    ['wxid_chen', '陈静'],
  ] as const) {
    await gateway.contact({ id, name });
  }
  await gateway.room({ id: room, topic: '柳州试点', members: ['bot', 'wxid_ann', 'wxid_chen'] });
  return gateway;
}

/** One bot at one gateway, whose day these tests tell in order. */
describe('a bot in WeChat', () => {
  let gateway: Gateway;
  let bot: RunningBot;
  beforeAll(async () => {
    gateway = await startWorld();
    bot = await startBot(gateway, {
      LOG_LEVEL: 'trace',
      UCAP_ADMINS: 'wechat:default:wxid_ann',
      WECHAT_MIN_GAP_MS: '0',
    });
  }, 30_000);
  afterAll(async () => {
    await bot?.kill();
    await gateway?.stop();
  });

  /** What somebody says gets the next thing that the bot says there. */
  async function says(from: string, text: string, to = 'bot'): Promise<string> {
    const before = gateway.said.length;
    await gateway.say({ from, to, text });
    const answer = await until(`an answer to ${text}`, () => gateway.said[before], 10_000);
    expect(answer.to).toBe(to === 'bot' ? from : to);
    return answer.text ?? '';
  }

  test('is healthy once its account is logged in, and not before', async () => {
    expect(await bot.health()).toMatchObject({
      status: 503,
      components: { store: { state: 'up' }, wechat: { state: 'starting' } },
    });
    await gateway.login({ id: 'bot' });
    await bot.healthy(200);
  });

  test('is asked in private, in either language', async () => {
    expect(await says('wxid_ann', 'Who went to Nanjing?')).toContain('Rome and Granada');
    expect(await says('wxid_chen', '谁去了南京？')).toMatch(/罗马.*格拉纳达/u);
    expect(await says('wxid_chen', '／帮助')).toContain('任务');
  });

  test('is asked in a room when it is mentioned, and goes on by number', async () => {
    const before = gateway.said.length;
    await gateway.say({ from: 'wxid_chen', to: room, text: '谁去了南京？' });
    const list = await says('wxid_chen', '@U-CAP 助手\u2005任务 烟台', room);
    expect(list).toMatch(/^@陈静\u2005.*烟台/u);
    expect(list).toMatch(/^1 /mu);
    expect(await says('wxid_chen', '1', room)).toContain('烟台');
    expect(gateway.said).toHaveLength(before + 2);
  });

  test('takes an update from whoever may post it, and shows it to everyone', async () => {
    expect(await says('wxid_chen', '更新 葡萄酒学院 状态=已签约')).toContain('只有协调员');
    expect(await says('wxid_ann', 'update wine-institute status=agreed')).toContain('proposed → agreed');
    expect(await says('wxid_chen', '状态 葡萄酒学院')).toContain('提议中');
    expect(await says('wxid_ann', 'confirm')).toContain('change 1');
    expect(await says('wxid_chen', '状态 葡萄酒学院')).toContain('已签约');
  });

  test('writes nothing that people say into its log', () => {
    expect(bot.stderr()).not.toMatch(/Nanjing|南京|agreed|陈静/u);
  });

  test('answers again after the gateway was killed', async () => {
    await gateway.kill();
    await bot.healthy(503);
    await gateway.restart();
    await bot.healthy(200, 35_000);
    expect(await says('wxid_ann', 'Who went to Nanjing?')).toContain('Rome');
  }, 60_000);

  test('answers what it took before a signal, and leaves the account logged in', async () => {
    const before = gateway.said.length;
    const questions = async () => /^ucap_gate_total\{outcome="answer"\} .*$/mu.exec(await bot.metrics())?.[0];
    const counted = await questions();
    await gateway.say({ from: 'wxid_ann', to: 'bot', text: 'Who went to Nanjing?' });
    await until('the question’s arrival', async () => (await questions()) !== counted);
    const began = performance.now();
    expect(await bot.stop()).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(gateway.said[before]?.text).toContain('Rome and Granada');
    bot = await startBot(gateway);
    await bot.healthy(200);
    // The second account start would be a login anew.
    expect(await gateway.starts()).toBe(1);
  }, 60_000);
});

test('answers that a signal overtakes while the gateway is away are said after the next start', async () => {
  const state = await temporaryFolder();
  const gateway = await startWorld();
  const environment = { HOME: state.folder, UCAP_STATE: state.folder };
  await gateway.login({ id: 'bot' });
  const first = await startBot(gateway, environment);
  await first.healthy(200);
  const asked = [
    'Who went to Nanjing?',
    'Who went to Kunming?',
    'Who went to Yantai?',
    'Who went to Liuzhou?',
  ];
  for (const text of asked) await gateway.say({ from: 'wxid_ann', to: 'bot', text });
  await gateway.say({ from: 'wxid_chen', to: room, text: '@U-CAP 助手\u2005谁去了南京？' });
  // Answers keep half a second from each other.
  await until('the first answer', () => gateway.said.length > 0);
  await until('all questions', async () =>
    /ucap_gate_total\{outcome="answer"\} 5/u.test(await first.metrics()),
  );
  await gateway.kill();
  await first.healthy(503);
  expect(await first.stop()).toBe(0);

  await gateway.restart();
  const second = await startBot(gateway, environment);
  const answered = () => new Set(gateway.said.map(({ to, text }) => `${to} ${text}`)).size;
  await until('every answer', () => answered() === 5, 30_000);
  expect(gateway.said.find(({ to }) => to === room)?.text).toMatch(/^@陈静\u2005.*罗马/u);
  await second.kill();
  await gateway.stop();
  await state.remove();
}, 90_000);

describe.concurrent('an operator', () => {
  let gateway: Gateway;
  const bots: RunningBot[] = [];
  beforeAll(async () => {
    gateway = await startWorld();
  }, 30_000);
  afterAll(async () => {
    await Promise.all(bots.map((bot) => bot.kill()));
    await gateway?.stop();
  });

  test.each([
    ['the token is refused', { token: 'insecure_wrong-token' }, 'refuses the token'],
    ['there is no gateway', { endpoint: '127.0.0.1:9' }, "can't be reached"],
  ])(
    'reads one sentence when %s, and the bot lives on',
    async (_, wrong, words) => {
      const bot = await startBot({ ...gateway, ...wrong }, { LOG_LEVEL: 'trace' });
      bots.push(bot);
      await until('the sentence', () => bot.sentences().length === 1, 30_000);
      await new Promise((resolve) => setTimeout(resolve, 2000));
      expect(bot.sentences()).toEqual([expect.stringContaining(words)]);
      const { status, components } = await bot.health();
      expect(status).toBe(503);
      expect(components.wechat).toMatchObject({ state: 'down', reason: bot.sentences()[0] });
      expect(bot.stdout() + bot.stderr()).not.toMatch(/wrong-token|\bat .*\.js:/);
    },
    60_000,
  );

  test('sees a login code on the terminal once, and in no log', async () => {
    const bot = await startBot(gateway, { LOG_LEVEL: 'trace' });
    bots.push(bot);
    const shown = async () => {
      await gateway.scan({ qrcode: 'https://login.example/secret', status: 'Waiting' });
      return bot.stdout().includes('█');
    };
    // A code that is shown before the bot listens is lost, as it is at a real gateway; those renew it.
    await until('the code', shown, 20_000);
    await shown();
    await gateway.login({ id: 'bot' });
    await bot.healthy(200);
    expect(bot.stdout().match(/Scan this code/gu)).toHaveLength(1);
    expect(bot.stderr()).not.toMatch(/█|login\.example/u);
    expect(bot.stdout() + bot.stderr()).not.toContain(gateway.token);
  }, 60_000);
});
