import { afterEach, beforeEach, expect, test } from 'vitest';
import { ownReasons } from '../../src/bot/delivery-reason.js';
import { ConversationId } from '../../src/bot/identity.js';
import { keepAnswer } from '../../src/delivery/keep-answer.js';
import { type ChatBot, openChat, type Speaker } from '../support/chat.js';
import { languages } from '../support/presenting.js';

let bot: ChatBot;
let admin: Speaker;
beforeEach(async () => {
  bot = await openChat({ admins: ['slack:T1:U1'] });
  admin = bot.person('slack:T1:U1', { name: 'Ann' });
});
afterEach(() => bot.close());

const now = new Date('2020-11-15T12:00:00Z');

/** Puts digests into the outbox; those with a reason could not be sent. */
async function outbox(...rows: [conversation: string, reason?: string][]): Promise<void> {
  await bot.app.store.transact((tx) => {
    for (const [conversation] of rows) {
      tx.enqueue({
        key: `digest:${conversation}:2020-11-13`,
        conversation: ConversationId.parse(conversation),
        lane: 'digest',
        message: { kind: 'digest', date: '2020-11-13', after: '0', upTo: '1' },
        notBefore: '2020-11-13T08:00:00.000Z',
      });
    }
  });
  for (const { id, fence, conversation } of await bot.app.store.claim({
    worker: 'test',
    now,
    limit: 10,
    leaseMs: 60_000,
  })) {
    const reason = rows.find(([failed]) => failed === conversation)?.[1];
    const waiting = {
      state: 'waiting',
      notBefore: now,
      error: 'HTTP 500',
      uncertain: false,
      countsAsAttempt: true,
    } as const;
    const settlement = reason === undefined ? waiting : ({ state: 'dead', at: now, error: reason } as const);
    await bot.app.store.settle(id, fence, settlement);
  }
}

const states = async () => (await bot.app.store.deliveries()).map(({ state }) => state);

test('an empty outbox', async () => {
  expect(await admin.says('deliveries')).toBe('Nothing is waiting to be sent, and nothing has failed.');
  expect(await admin.says('retry')).toContain('There is nothing to send again.');
});

test('what waits, and what failed and why', async () => {
  await outbox(['slack:T1:C1'], ['slack:T1:C2', 'is_archived'], ['slack:T1:C3', 'not_in_channel']);
  const reply = await admin.says('deliveries');
  expect(reply).toContain('Outbox: 1 waiting, 2 failed');
  expect(reply).toContain('2 Digest of 13 November 2020 → slack:T1:C2');
  expect(reply).toMatch(/is_archived · 1 attempt$/m);
  expect(reply).toMatch(/HTTP 500$/m);
  expect(await admin.says('发送情况')).toContain('发送情况：1条等待，2条失败');
});

test('what there was no longer a reason to send has not failed, and is not sent again', async () => {
  await outbox(['slack:T1:C2', 'stale'], ['slack:T1:C3', 'off']);
  const reply = await admin.says('deliveries');
  expect(reply).toContain('Outbox: 0 waiting, 0 failed');
  expect(reply).toMatch(/Withdrawn:?\n.*Digest of 13 November 2020 → slack:T1:C3/);
  expect(reply).toMatch(/its hour had passed$/m);
  expect(reply).not.toContain('Could not be sent');
  expect(await admin.says('发送情况')).toMatch(/不再发送.*日报已关闭/s);
  expect(await admin.says('1')).toContain('没有可选的列表');
  expect(await admin.says('retry')).toContain('There is nothing to send again.');
  expect(await states()).toEqual(['dead', 'dead']);
});

test('an answer that waits is named, and its words are not shown', async () => {
  await keepAnswer(bot.app.store, {
    key: 'T1:C1:1.1',
    conversation: ConversationId.parse('slack:T1:C1'),
    reply: { locale: 'en', blocks: [{ kind: 'text', text: 'private words' }], audience: 'conversation' },
    notBefore: now,
  });
  expect(await admin.says('deliveries')).toContain('Answer to a message → slack:T1:C1');
  const chinese = await admin.says('发送情况');
  expect(chinese).toContain('对提问的回复 → slack:T1:C1');
  expect(chinese).not.toContain('private');
});

test.each(ownReasons)('the bot’s own reason “%s” is told in the language of whoever asks', async (reason) => {
  await outbox(['slack:T1:C2', reason]);
  expect(await admin.says('发送情况')).toContain(languages.zh.t(`digest:reason.${reason}`));
  expect(await admin.says('deliveries')).toContain(languages.en.t(`digest:reason.${reason}`));
});

test('the number of a failed one sends that one again', async () => {
  await outbox(['slack:T1:C2', 'is_archived'], ['slack:T1:C3', 'is_archived']);
  await admin.says('deliveries');
  expect(await admin.says('1')).toBe('1 message is being sent again.');
  expect((await states()).sort()).toEqual(['dead', 'waiting']);
});

test('retry sends all of them again', async () => {
  await outbox(['slack:T1:C2', 'is_archived'], ['slack:T1:C3', 'is_archived']);
  expect(await admin.says('重发')).toBe('正在重发2条消息。');
  expect(await states()).toEqual(['waiting', 'waiting']);
});

test('only admins see the outbox', async () => {
  const delegate = bot.person('slack:T1:U9', { name: 'Ben' });
  expect(await delegate.says('deliveries')).toContain('Only admins');
});
