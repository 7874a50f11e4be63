import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.js';
import { subscribe } from '../support/digest-world.js';
import type { Slack } from '../support/slack/slack.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { until } from '../support/until.js';
import { messages, type RunningBot, startBot, startWorld } from './slack-bot.js';

const others = Array.from({ length: 10 }, (_, index) => `C${index + 10}`);

let slack: Slack;
let bot: RunningBot;
let remove: () => Promise<void>;

beforeAll(async () => {
  slack = await startWorld();
  for (const channel of others) slack.world.addChannel(channel, 'channel', ['U1', 'UBOTT1']);
  slack.faults.add({
    method: 'chat.postMessage',
    trouble: { kind: 'ratelimited', retryAfter: 60 },
    when: ({ channel }) => channel === 'C1',
  });
  const state = await temporaryFolder();
  remove = state.remove;
  const store = await openEmbeddedStore({ folder: state.folder });
  // The limited channel comes first.
  await subscribe(
    store,
    ['C1', ...others].map((channel) => `slack:T1:${channel}`),
  );
  await store.close();
  bot = await startBot(slack, 'http', { UCAP_STATE: state.folder });
});
afterAll(async () => {
  await bot?.kill();
  await slack?.stop();
  await remove?.();
});

test('a channel that asks to wait a minute delays no other digest and no command', async () => {
  const limited = () => slack.calls('chat.postMessage').filter(({ args }) => args.channel === 'C1').length;
  await until('the limit', () => limited() > 0, 10_000);
  const began = performance.now();
  await bot.ann.slash('next', 'C2');
  await messages(slack, 'C2', 1);
  expect(performance.now() - began).toBeLessThan(1_000);
  await until('the other digests', () => others.every((channel) => slack.botMessages(channel).length === 1));
  // The others took seconds; in the minute that it asked for, the channel is left alone.
  expect(limited()).toBe(1);
  expect(slack.botMessages('C1')).toEqual([]);
  const isAloneInOutbox = async () =>
    /^ucap_outbox_deliveries\{state="waiting"\} 1$/m.test(await bot.metrics());
  await until('an outbox that holds only its digest', isAloneInOutbox);
});
