import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BotProcess, startBotProcess } from '../support/bot-process.js';
import { textsOf } from '../support/slack/block-check.js';
import type { Member } from '../support/slack/person.js';
import type { Slack } from '../support/slack/slack.js';
import { startTeam } from '../support/slack/team.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { until } from '../support/until.js';
import { type Gateway, startGateway } from '../support/wechat/gateway.mjs';
import { memberOf, messages, slackEnvironment } from './slack-bot.js';
import { wechatEnvironment } from './wechat-bot.js';

/** One process on Slack and WeChat, whose morning these tests tell in order. */
let slack: Slack;
let gateway: Gateway;
let bot: BotProcess;
let ann: Member;
let removeFolder: () => Promise<void>;

beforeAll(async () => {
  [slack, gateway] = await Promise.all([startTeam(), startGateway()]);
  await gateway.contact({ id: 'bot', name: 'U-CAP 助手' });
  await gateway.contact({ id: 'wxid_chen', name: '陈静' });
  await gateway.login({ id: 'bot' });
  const { folder, remove } = await temporaryFolder();
  removeFolder = remove;
  bot = await startBotProcess({
    HOME: folder,
    UCAP_STATE: folder,
    WECHAT_MIN_GAP_MS: '0',
    ...slackEnvironment(slack, 'http'),
    ...wechatEnvironment(gateway),
  });
  ann = memberOf(slack, 'U1', 'http', () => bot.root);
  await until('health', async () => (await bot.health()).status === 200, 20_000);
}, 40_000);
afterAll(async () => {
  await bot?.kill();
  await Promise.all([slack?.stop(), gateway?.stop()]);
  await removeFolder?.();
});

async function chenSays(text: string): Promise<string> {
  const before = gateway.said.length;
  await gateway.say({ from: 'wxid_chen', to: 'bot', text });
  return (await until(`an answer to ${text}`, () => gateway.said[before], 10_000)).text ?? '';
}

async function annSays(text: string): Promise<string> {
  const before = slack.botMessages(ann.direct).length;
  await ann.tells(text);
  const told = (await messages(slack, ann.direct, before + 1)).slice(before);
  return told.map(({ blocks }) => textsOf(blocks).join('\n')).join('\n');
}

test('health tells of every part', async () => {
  expect(await bot.health()).toMatchObject({
    status: 200,
    components: { store: { state: 'up' }, slack: { state: 'up' }, wechat: { state: 'up' } },
  });
});

test('what is confirmed by a button in Slack is known in WeChat at once', async () => {
  await annSays('update wine-institute status=agreed note="MoU signed"');
  const [preview] = slack.botMessages(ann.direct);
  if (preview === undefined) throw new Error('no preview');
  expect(await chenSays('状态 葡萄酒学院')).toContain('提议中');
  await ann.presses(preview, /^confirm/);
  await until('the change', () => preview.edited);
  expect(await chenSays('状态 葡萄酒学院')).toMatch(/已签约[\s\S]*MoU signed[\s\S]*Ann/);
});

test('a person who is known in Slack has their role in WeChat by a one-time code', async () => {
  expect(await chenSays('更新 葡萄酒学院 状态=进行中')).toContain('只有协调员');
  const code = /link ([A-Z0-9-]+)/.exec(await annSays('link'))?.[1];
  expect(await chenSays(`绑定 ${code}`)).toMatch(/绑定/);
  expect(await chenSays('更新 葡萄酒学院 状态=进行中')).toContain('已签约 → 进行中');
  expect(await chenSays('确认')).toContain('动态2');
  expect(await annSays('status wine-institute')).toContain('Running');
  expect(bot.stderr()).not.toContain(code);
});

test('metrics count what was said on both', async () => {
  const metrics = await bot.metrics();
  for (const platform of ['slack', 'wechat'])
    expect(metrics).toContain(
      `ucap_answer_seconds_count{platform="${platform}",command="status",result="replied"}`,
    );
  expect(metrics).toMatch(/^ucap_outbox_deliveries\{state="dead"\} 0$/m);
});

test('a signal ends it in time, whatever clings to its ports', async () => {
  const { port } = new URL(bot.root);
  const half = connect(Number(port), '127.0.0.1');
  half.on('error', () => {});
  half.write('POST /slack/events HTTP/1.1\r\nhost: ucap\r\ncontent-length: 100\r\n\r\nhalf');
  await new Promise((resolve) => setTimeout(resolve, 50));
  const began = performance.now();
  expect(await bot.stop()).toBe(0);
  expect(performance.now() - began).toBeLessThan(10_000);
  half.destroy();
}, 20_000);
