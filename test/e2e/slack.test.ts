import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { textsOf } from '../support/slack/block-check.js';
import type { Slack } from '../support/slack/slack.js';
import { startTeam } from '../support/slack/team.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { until } from '../support/until.js';
import { messages, type RunningBot, startBot } from './slack-bot.js';

let slack: Slack;
let bot: RunningBot | undefined;

beforeEach(async () => {
  slack = await startTeam();
});
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
  await slack.stop();
});

async function running(mode: 'http' | 'socket' = 'http', environment?: Record<string, string>) {
  bot = await startBot(slack, mode, environment);
  return bot;
}
const seen = (blocks: unknown) => textsOf(blocks).join('\n');

describe.each(['http', 'socket'] as const)('over %s', (mode) => {
  test('questions are answered in the language they are asked in', async () => {
    const { ann, ben } = await running(mode);
    await ann.slash('missions yantai', 'C2');
    const [english] = await messages(slack, 'C2', 1);
    expect(english).toMatchObject({ onlyFor: 'U1', text: expect.stringMatching(/Yantai/) });
    await ben.mentions('烟台有哪些任务？', 'C1');
    const [chinese] = await messages(slack, 'C1', 1);
    expect(chinese?.text).toMatch(/烟台/);
    await ann.tells('help');
    const [help] = await messages(slack, ann.direct, 1);
    expect(help?.text).toContain('missions');
  });

  test('an update is previewed, confirmed by its button, and then known to everyone', async () => {
    const { ann, ben } = await running(mode);
    await ann.slash('update wine-institute status=agreed note="MoU <signed>"', 'C1');
    const [preview] = await messages(slack, 'C1', 1);
    if (preview === undefined) throw new Error('no preview');
    expect(seen(preview.blocks)).toContain('MoU &lt;signed&gt;');
    await ben.slash('status wine-institute', 'C1');
    expect((await messages(slack, 'C1', 2))[1]?.text).not.toContain('agreed');
    await Promise.all([ann.presses(preview, /^confirm/), ann.presses(preview, /^confirm/)]);
    while (preview.edited !== true) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(seen(preview.blocks)).toContain('<@U1>');
    await ben.slash('状态 葡萄酒学院', 'C1');
    expect((await messages(slack, 'C1', 3))[2]?.text).toContain('已签约');
  });
});

test('a delegate is told who may post updates, in a form as in words', async () => {
  const { ben } = await running();
  await ben.slash('update wine-institute status=agreed', 'C1');
  expect((await messages(slack, 'C1', 1))[0]?.text).toMatch(/Only coordinators/);
  await ben.opensHome();
  while (ben.home === undefined) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(seen(ben.home.view.blocks)).not.toContain('发布更新');
});

test('a coordinator fills in a form', async () => {
  const { ann } = await running();
  await ann.opensHome();
  while (ann.home === undefined) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(seen(ann.home.view.blocks)).toContain('Post an update');
  await ann.pressesInView(ann.home, 'form:mission');
  while (ann.modal === undefined) await new Promise((resolve) => setTimeout(resolve, 10));
  const { body } = await ann.searches(ann.modal, 'to', 'suggest:city:to', 'nanj');
  const [nanjing] = (body as { options: { value: string }[] }).options;
  await ann.submits(ann.modal, {
    title: { title: { type: 'plain_text_input', value: 'Spring visit' } },
    date: { date: { type: 'datepicker', selected_date: '2031-05-01' } },
    precision: { precision: { type: 'static_select', selected_option: { value: 'month' } } },
    to: { 'suggest:city:to': { type: 'multi_external_select', selected_options: [nanjing] } },
  });
  const [preview] = await messages(slack, ann.direct, 1);
  if (preview === undefined) throw new Error('no preview');
  expect(seen(preview.blocks)).toMatch(/Spring visit[\s\S]*May 2031/);
  await ann.presses(preview, /^confirm/);
  await messages(slack, ann.direct, 2);
  await ann.slash('next', 'C1');
  expect((await messages(slack, 'C1', 1))[0]?.text).toContain('Spring visit');
});

test('SIGTERM finishes what was acknowledged and exits with 0', async () => {
  const { ann } = await running();
  slack.faults.add({ method: 'users.info', trouble: { kind: 'slow', ms: 700 } });
  await ann.slash('next', 'C1');
  expect(await bot?.stop()).toBe(0);
  expect(slack.botMessages('C1')).toHaveLength(1);
});

test('an answer that Slack’s limit holds back at SIGTERM is sent after the next start, once', async () => {
  const state = await temporaryFolder();
  const { ann } = await running('http', { UCAP_STATE: state.folder });
  const limited = { kind: 'ratelimited', retryAfter: 12 } as const;
  slack.faults.add({ method: 'chat.postMessage', trouble: limited, times: 1 });
  const asked = Date.now();
  const question = ann.writes('<@UBOTT1> missions yantai', 'C1');
  await ann.transport.event(ann.mentionEvent(question));
  await until('the limit', () => slack.calls('chat.postMessage').length === 1);
  const stopping = Date.now();
  expect(await bot?.stop()).toBe(0);
  expect(Date.now() - stopping).toBeLessThan(10_000);
  expect(slack.botMessages()).toHaveLength(0);

  await running('http', { UCAP_STATE: state.folder });
  await until('the answer', () => slack.botMessages().length > 0, 30_000);
  expect(Date.now() - asked).toBeGreaterThan(12_000);
  expect(slack.botMessages()).toEqual([
    expect.objectContaining({ channel: 'C1', threadTs: question.ts, text: expect.stringMatching(/Yantai/) }),
  ]);
  await bot?.stop();
  await running('http', { UCAP_STATE: state.folder });
  await new Promise((resolve) => setTimeout(resolve, 3000));
  expect(slack.botMessages()).toHaveLength(1);
  await bot?.stop();
  await state.remove();
}, 90_000);

test.each([
  ['a wrong bot token', { SLACK_BOT_TOKEN: 'xoxb-wrong' }, /SLACK_BOT_TOKEN/],
  ['an unreachable API', { SLACK_API_URL: 'http://127.0.0.1:9/api/' }, /SLACK_API_URL/],
])('%s ends the start in one sentence', async (_, environment, named) => {
  const { exited, sentences, stderr } = await running('http', environment);
  expect(await exited).toBe(1);
  expect(sentences()).toEqual([expect.stringMatching(named)]);
  expect(stderr()).not.toMatch(/xoxb|\bat .*\.js:/);
});

test('a token that is revoked while the bot runs is told by /health and by one line of the log', async () => {
  const { ann, health, stderr } = await running();
  expect((await health()).status).toBe(200);
  const token = slack.world.tokens.get('xoxb-1');
  if (token !== undefined) token.revoked = true;
  await ann.mentions('next', 'C1');
  await until('the refusal', async () => (await health()).status === 503);
  const { components } = await health();
  expect(components.slack).toMatchObject({
    state: 'down',
    reason: expect.stringContaining('SLACK_BOT_TOKEN (token_revoked)'),
  });
  expect(stderr().match(/refuses the bot token/g)).toHaveLength(1);
  if (token !== undefined) token.revoked = false;
  await ann.mentions('next', 'C1');
  await messages(slack, 'C1', 1);
  expect((await health()).status).toBe(200);
});

test('a socket that Slack refuses for good ends the bot in one sentence', async () => {
  const { exited, stderr } = await running('socket');
  slack.world.appTokens.clear();
  slack.socket.cut();
  expect(await exited).toBe(1);
  expect(stderr()).toContain('SLACK_APP_TOKEN');
  expect(stderr()).not.toMatch(/xapp-1|unhandled/i);
});

test('a digest is set in a form for the channel that is chosen', async () => {
  const { ann } = await running();
  await ann.opensHome();
  while (ann.home === undefined) await new Promise((resolve) => setTimeout(resolve, 10));
  await ann.pressesInView(ann.home, 'form:digest');
  while (ann.modal === undefined) await new Promise((resolve) => setTimeout(resolve, 10));
  const chosen = (value: string) => ({ type: 'static_select', selected_option: { value } });
  await ann.submits(ann.modal, {
    conversation: { conversation: { type: 'conversations_select', selected_conversation: 'C1' } },
    state: { state: chosen('on') },
    time: { time: { type: 'timepicker', selected_time: '08:30' } },
    timezone: { 'suggest:timezone:timezone': chosen('Asia/Shanghai') },
    languages: { languages: chosen('both') },
    days: { days: chosen('every-day') },
  });
  const [set] = await messages(slack, 'C1', 1);
  expect(set).toMatchObject({ onlyFor: 'U1', text: expect.stringMatching(/08:30[\s\S]*Shanghai/) });
  await ann.slash('digest', 'C1');
  expect((await messages(slack, 'C1', 2))[1]?.text).toMatch(/08:30[\s\S]*Shanghai/);
});

test('the bot stops in time though Slack never closes the socket', async () => {
  const { stop } = await running('socket');
  for (const socket of slack.socket.sockets) socket.pause();
  const started = Date.now();
  expect(await stop()).toBe(0);
  expect(Date.now() - started).toBeLessThan(4000);
});
