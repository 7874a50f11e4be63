import { open, rename, rm } from 'node:fs/promises';
import { afterEach, describe, expect, test } from 'vitest';
import type { UnsentAnswer } from '../../src/bot/channel.js';
import { ConversationId, PersonId } from '../../src/bot/identity.js';
import { keepAnswer } from '../../src/delivery/keep-answer.js';
import { outboxRig, type Rig } from './outbox-rig.js';

const C1 = 'slack:T1:C1';
const C2 = 'slack:T1:C2';
const ROOM = 'wechat:default:1@chatroom';

let rig: Rig;
afterEach(() => rig.close());

const sent = (...keys: string[]) =>
  rig.until(() => keys.every((key) => [...rig.slack.keys(), ...rig.wechat.keys()].includes(key)));
const gone = (key: string) => rig.until(async () => (await rig.row(key)) === undefined);

describe('what goes out', () => {
  test('each delivery once, on its own platform, and then it is out of the outbox', async () => {
    rig = await outboxRig();
    rig.worker.start();
    await rig.enqueue(['a', C1], ['b', C2], ['c', ROOM]);
    await Promise.all(['a', 'b', 'c'].map(gone));
    expect(rig.slack.keys().sort()).toEqual(['a', 'b']);
    expect(rig.wechat.keys()).toEqual(['c']);
  });

  test('in one conversation replies before announcements before digests, a second apart', async () => {
    rig = await outboxRig();
    await rig.enqueue(['digest', C1], ['announcement', C1, 'announcement'], ['reply', C1, 'reply']);
    rig.worker.start();
    await sent('digest', 'announcement', 'reply');
    expect(rig.slack.keys()).toEqual(['reply', 'announcement', 'digest']);
    const [first = 0, second = 0, third = 0] = rig.slack.posts.map(({ at }) => at);
    expect(second - first).toBeGreaterThanOrEqual(1_000);
    expect(third - second).toBeGreaterThanOrEqual(1_000);
  });

  test('what comes while it runs needs no restart', async () => {
    rig = await outboxRig();
    rig.worker.start();
    await rig.enqueue(['a', C1]);
    await sent('a');
    await rig.enqueue(['b', C1]);
    await sent('b');
  });
});

describe('an answer that could not be brought at once', () => {
  const answer = (text: string): UnsentAnswer => ({
    key: 'T1:C1:1.1',
    conversation: ConversationId.parse(C1),
    inReplyTo: '1.1',
    reply: { locale: 'en', blocks: [{ kind: 'text', text }], audience: 'conversation' },
    notBefore: new Date('2026-03-11T08:00:00Z'),
  });

  test('goes out before everything else, where it belongs, once', async () => {
    rig = await outboxRig();
    await rig.enqueue(['digest', C1]);
    await keepAnswer(rig.store, answer('Nanjing'));
    await keepAnswer(rig.store, answer('Nanjing again'));
    rig.worker.start();
    await gone('digest');
    expect(rig.slack.keys()).toEqual(['T1:C1:1.1', 'digest']);
    expect(rig.slack.posts[0]).toMatchObject({ inReplyTo: '1.1', conversation: C1 });
    await keepAnswer(rig.store, answer('Nanjing'));
    expect(await rig.row('T1:C1:1.1')).toBeUndefined();
  });

  test('is not sent when it had arrived after all', async () => {
    rig = await outboxRig();
    const { key, conversation, inReplyTo, reply } = answer('Nanjing');
    await rig.slack.send(conversation, reply, key, inReplyTo);
    await keepAnswer(rig.store, answer('Nanjing'));
    rig.worker.start();
    await gone(key);
    expect(rig.slack.keys()).toEqual([key]);
  });
});

describe('when the platform asks to wait', () => {
  test('that conversation waits as long as it asks, no other does, and no attempt is lost', async () => {
    rig = await outboxRig();
    rig.slack.script(C1, { outcome: 'wait', retryAfterMs: 60_000 });
    await rig.enqueue(['slow', C1], ['other', C2]);
    rig.worker.start();
    await rig.until(async () => (await rig.row('slow'))?.lastError !== undefined);
    expect((await rig.row('slow'))?.attempts).toBe(0);
    await rig.enqueue(['urgent', C1, 'reply'], ['next', C2]);
    await sent('other', 'next');
    expect(rig.slack.keys()).not.toContain('urgent');
    await sent('urgent', 'slow');
    const [asked, ...after] = rig.slack.tries
      .filter(({ conversation }) => conversation === C1)
      .map(({ at }) => at);
    expect(Math.min(...after) - (asked ?? 0)).toBeGreaterThanOrEqual(60_000);
  });
});

describe('when it is unknown whether a message went out', () => {
  test('it is looked up, and not sent again when it is there', async () => {
    rig = await outboxRig();
    rig.slack.script(C1, { outcome: 'unknown', reason: 'the reply was lost', posted: true });
    await rig.enqueue(['a', C1]);
    rig.worker.start();
    await gone('a');
    expect(rig.slack.keys()).toEqual(['a']);
    expect(rig.slack.tries).toHaveLength(1);
  });

  test('it is sent again when it is not there', async () => {
    rig = await outboxRig();
    rig.slack.script(C1, { outcome: 'unknown', reason: 'the reply was lost' });
    await rig.enqueue(['a', C1]);
    rig.worker.start();
    await gone('a');
    expect(rig.slack.keys()).toEqual(['a']);
    expect(rig.slack.tries).toHaveLength(2);
  });

  test('it is not sent again as long as the look-up fails', async () => {
    rig = await outboxRig();
    rig.slack.script(C1, { outcome: 'unknown', reason: 'the reply was lost', posted: true });
    const find = rig.slack.find.bind(rig.slack);
    let failures = 2;
    rig.slack.find = (...args) => (failures-- > 0 ? Promise.reject(new Error('ratelimited')) : find(...args));
    await rig.enqueue(['a', C1]);
    rig.worker.start();
    await gone('a');
    expect(rig.slack.keys()).toEqual(['a']);
    expect(failures).toBeLessThan(0);
  });

  test('it is sent again where the platform can’t tell', async () => {
    rig = await outboxRig();
    rig.wechat.script(ROOM, { outcome: 'unknown', reason: 'the link broke', posted: true });
    await rig.enqueue(['a', ROOM]);
    rig.worker.start();
    await gone('a');
    expect(rig.wechat.keys()).toEqual(['a', 'a']);
  });

  test('an answer that never comes is such a case', async () => {
    rig = await outboxRig();
    rig.slack.script(C1, { outcome: 'hangs', posted: true });
    await rig.enqueue(['a', C1], ['b', C2]);
    rig.worker.start();
    await gone('a');
    expect(rig.slack.keys().sort()).toEqual(['a', 'b']);
  });
});

describe('when sending fails', () => {
  test('it is tried again after growing waits', async () => {
    rig = await outboxRig({ factor: 500 });
    const failed = { outcome: 'failed', reason: 'msg_too_long' } as const;
    rig.slack.script(C1, failed, failed, failed, failed);
    await rig.enqueue(['a', C1]);
    rig.worker.start();
    await gone('a');
    const waits = rig.slack.tries.map(({ at }, index, all) => at - (all[index - 1]?.at ?? at)).slice(1);
    expect(waits).toHaveLength(4);
    for (const [index, least] of [5_000, 15_000, 45_000, 135_000].entries()) {
      expect(waits[index]).toBeGreaterThanOrEqual(least);
    }
  });

  test('a buried one is sent when an admin asks for it', async () => {
    rig = await outboxRig();
    rig.slack.script(C1, { outcome: 'dead', reason: 'is_archived' });
    await rig.enqueue(['a', C1]);
    rig.worker.start();
    await rig.until(async () => (await rig.row('a'))?.state === 'dead');
    await rig.store.retry((await rig.row('a'))?.id ?? '');
    await gone('a');
    expect(rig.slack.keys()).toEqual(['a']);
  });
});

test('while a platform is down nothing is tried and no attempt is lost', async () => {
  rig = await outboxRig();
  rig.slack.state = 'down';
  await rig.enqueue(['a', C1], ['b', ROOM]);
  rig.worker.start();
  await sent('b');
  expect(await rig.row('a')).toMatchObject({ state: 'waiting', attempts: 0 });
  rig.slack.state = 'up';
  await sent('a');
});

test('a channel that is gone lets its digest rest and tells a coordinator, once', async () => {
  rig = await outboxRig();
  const by = PersonId.parse('slack:T1:U1');
  const id = ConversationId.parse(C1);
  await rig.store.transact((tx) => {
    tx.put('people', { id: by, identities: [by], name: 'Li Wei', role: 'coordinator' });
    tx.put('conversations', {
      id,
      direct: false,
      digest: {
        time: '09:00',
        timezone: 'Europe/Rome',
        languages: 'en',
        days: 'weekdays',
        heartbeat: 'never',
        until: '20:00',
        since: '2026-03-01T00:00:00.000Z',
        state: 'on',
        by,
      },
    });
  });
  const isArchived = { outcome: 'dead', reason: 'is_archived' } as const;
  rig.slack.script(C1, isArchived, isArchived);
  await rig.enqueue(['a', C1], ['b', C1]);
  rig.worker.start();
  await rig.until(
    async () => (await rig.row('b'))?.state === 'dead' && (await rig.store.deliveries()).length === 2,
  );
  expect(rig.store.view().get('conversations', id)?.digest).toMatchObject({
    state: 'resting',
    restingReason: 'is_archived',
  });
  expect(rig.slack.posts.map(({ conversation }) => conversation)).toEqual(['slack:T1:U1']);
});

test('when it is stopped, what waits stays in the outbox', async () => {
  rig = await outboxRig();
  rig.slack.script(C1, { outcome: 'wait', retryAfterMs: 600_000 });
  await rig.enqueue(['a', C1], ['b', C2]);
  rig.worker.start();
  await sent('b');
  await rig.worker.stop();
  await rig.enqueue(['c', C2]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await rig.store.deliveries()).map(({ key, state }) => [key, state])).toEqual([
    ['a', 'waiting'],
    ['c', 'waiting'],
  ]);
});

test('a message that was sent while the disk was full is not sent again when there is room', async () => {
  let isFull = false;
  const full = () => Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  rig = await outboxRig({
    files: { open: (...args) => (isFull ? Promise.reject(full()) : open(...args)), rename, rm },
  });
  rig.wechat.send = (
    (send) =>
    async (...args) => {
      isFull = true;
      return send.apply(rig.wechat, args);
    }
  )(rig.slack.send);
  await rig.enqueue(['a', ROOM]);
  rig.worker.start();
  await sent('a');
  await rig.until(() => rig.store.health().state === 'down');
  isFull = false;
  await gone('a');
  expect(rig.wechat.keys()).toEqual(['a']);
});
