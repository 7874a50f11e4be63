import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aMoment, type Rig, says, startRig } from './rig.js';

describe.each(['http', 'socket'] as const)('over %s', (mode) => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await startRig(mode);
  });
  afterEach(() => rig.stop());

  test('a slash command is acknowledged with nothing and answered to the asker alone', async () => {
    const { status, body } = await rig.ann.slash('missions yantai', 'C2');
    expect([status, mode === 'http' ? body : '']).toEqual([200, '']);
    const [answer] = await rig.messages(1, 'C2');
    expect(answer).toMatchObject({ onlyFor: 'U1', via: 'response_url', text: 'You said: missions yantai' });
    expect(rig.kernel.heard[0]).toMatchObject({
      platform: 'slack',
      conversation: 'slack:T1:C2',
      person: 'slack:T1:U1',
      personName: 'Ann',
      direct: false,
      hint: { locale: 'en', timezone: 'Europe/Rome' },
    });
  });

  test('a mention is answered in its thread', async () => {
    const question = await rig.ben.mentions('烟台 &amp; 柳州？', 'C1');
    const [answer] = await rig.messages(1, 'C1');
    expect(answer).toMatchObject({
      threadTs: question.ts,
      text: 'You said: 烟台 &amp; 柳州？',
      via: 'chat.postMessage',
    });
    expect(answer?.onlyFor).toBeUndefined();
    expect(rig.kernel.heard[0]).toMatchObject({ hint: { locale: 'zh', timezone: 'Asia/Shanghai' } });
  });

  test('a mention within a thread stays in that thread', async () => {
    const root = rig.ann.writes('Where were we?', 'C1');
    await rig.ben.mentions('next', 'C1', root.ts);
    expect((await rig.messages(1, 'C1'))[0]?.threadTs).toBe(root.ts);
  });

  test('a direct message is answered where it was said', async () => {
    await rig.ann.tells('hello');
    const [answer] = await rig.messages(1, rig.ann.direct);
    expect(answer).toMatchObject({ text: 'You said: hello', via: 'chat.postMessage' });
    expect(rig.kernel.heard[0]?.direct).toBe(true);
  });

  test('what is for one person only is seen by that person only', async () => {
    rig.kernel.answer = () => says('Your code is 123 456', { audience: 'person' });
    await rig.ann.mentions('link', 'C1');
    expect((await rig.messages(1, 'C1'))[0]).toMatchObject({ onlyFor: 'U1', via: 'chat.postEphemeral' });
  });

  test('one post that comes as a mention and as a message is one event', async () => {
    const post = rig.ann.writes('<@UBOTT1> next', 'C1');
    await Promise.all([
      rig.ann.transport.event(rig.ann.mentionEvent(post)),
      rig.ann.transport.event(rig.ann.messageEvent(post)),
      rig.ann.transport.event(rig.ann.mentionEvent(post), { retry: { num: 1, reason: 'http_timeout' } }),
    ]);
    await aMoment();
    expect(rig.slack.botMessages()).toHaveLength(1);
  });

  test('four deliveries of one command give one answer', async () => {
    const payload = rig.ann.slashPayload('next', 'C1');
    await Promise.all([1, 2, 3, 4].map(() => rig.ann.transport.command(payload)));
    await aMoment();
    expect(rig.slack.botMessages()).toHaveLength(1);
  });

  test.each([
    ['its own', { user: 'UBOTT1' }],
    ["another bot's", { bot_id: 'B9' }],
    ['an edited', { subtype: 'message_changed', hidden: true }],
    ['an edited and marked', { edited: { user: 'U1', ts: '1.0' } }],
    ['a deleted', { subtype: 'message_deleted' }],
    ['a join', { subtype: 'channel_join' }],
    ['a bot_message', { subtype: 'bot_message' }],
  ])('%s message is ignored', async (_, fields) => {
    const post = rig.ann.writes('hello', rig.ann.direct);
    await rig.ann.transport.event(rig.ann.messageEvent(post, fields));
    await aMoment();
    expect(rig.kernel.heard).toHaveLength(0);
  });

  test('a message in a channel that does not mention the bot is ignored', async () => {
    await rig.ann.transport.event(rig.ann.messageEvent(rig.ann.writes('lunch?', 'C1')));
    await aMoment();
    expect(rig.kernel.heard).toHaveLength(0);
  });

  test('what a person wrote can neither ping nor link', async () => {
    rig.kernel.answer = () => says('<!channel> <@U2> <https://evil.example|good.example> R&D');
    await rig.ann.slash('x', 'C1');
    const [answer] = await rig.messages(1);
    const seen = JSON.stringify([answer?.text, answer?.blocks]);
    expect(seen).toContain('&lt;!channel&gt; &lt;@U2&gt; &lt;https://evil.example|good.example&gt; R&amp;D');
    expect(seen).not.toMatch(/<[!@h]/);
  });
});
