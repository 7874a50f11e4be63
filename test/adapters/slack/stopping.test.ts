import { afterEach, beforeEach, expect, test } from 'vitest';
import { ConversationId } from '../../../src/bot/identity.js';
import { aMoment, type Rig, says, startRig, until } from './rig.js';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.stop());

const post = 'chat.postMessage';
const texts = () => rig.slack.botMessages().map(({ text }) => text);
const kept = (text: string) =>
  rig.kept.find(({ reply }) => reply.blocks.some((block) => 'text' in block && block.text.includes(text)));

/** Hands a kept answer to the channel as the outbox does. */
async function send(text: string) {
  const answer = kept(text);
  if (answer === undefined) throw new Error(`"${text}" was not kept`);
  const { conversation, reply, key, inReplyTo } = answer;
  if ((await rig.channel.find(conversation, key, inReplyTo)) === true) return 'there';
  return (await rig.channel.send(conversation, reply, key, inReplyTo)).outcome;
}

test('what can’t be brought before the stop is kept, and belongs where it was asked', async () => {
  const limited = (channel: string) =>
    rig.slack.faults.add({
      method: post,
      trouble: { kind: 'ratelimited', retryAfter: 30 },
      when: (args) => args.channel === channel,
    });
  rig.kernel.answer = ({ content }) => {
    const words = content.kind === 'words' ? content.text : '';
    return says(`about ${words}`, { audience: words === 'myself' ? 'person' : 'conversation' });
  };
  limited('C1');
  limited(rig.ann.direct);
  rig.slack.faults.add({ method: 'chat.postEphemeral', trouble: { kind: 'hang' } });
  rig.slack.faults.add({ method: 'response_url', trouble: { kind: 'hang' } });
  const began = Date.now();
  const question = await rig.ann.mentions('the first', 'C1');
  await rig.ann.mentions('the second', 'C1');
  await rig.ann.tells('the third');
  rig.slack.world.addChannel('C3', 'channel', ['U1', 'UBOTT1']);
  await rig.ann.mentions('myself', 'C3');
  await rig.ann.slash('the fourth', 'C2');
  await until(() => rig.kernel.heard.length === 5);
  const stopping = Date.now();
  await rig.channel.stop();
  expect(Date.now() - stopping).toBeLessThan(8000);
  expect(rig.slack.botMessages()).toHaveLength(0);

  expect(rig.kept).toHaveLength(5);
  expect(new Set(rig.kept.map(({ key }) => key)).size).toBe(5);
  expect(kept('the first')).toMatchObject({ conversation: 'slack:T1:C1', inReplyTo: question.ts });
  expect(kept('the first')?.notBefore.getTime()).toBeGreaterThanOrEqual(began + 30_000);
  expect(kept('the second')?.conversation).toBe('slack:T1:C1');
  expect(kept('the third')?.conversation).toBe(`slack:T1:${rig.ann.direct}`);
  expect(kept('myself')?.conversation).toBe('slack:T1:U1');
  expect(kept('the fourth')?.conversation).toBe('slack:T1:U1');

  rig.slack.faults.clear();
  expect(await send('the first')).toBe('sent');
  expect(rig.slack.botMessages()).toEqual([
    expect.objectContaining({ channel: 'C1', threadTs: question.ts, text: 'about the first' }),
  ]);
  expect(await send('the first')).toBe('there');
  expect(await send('the fourth')).toBe('sent');
  expect(rig.slack.botMessages(rig.ann.direct)).toHaveLength(1);
});

test('an answer that Slack took without a word before the stop is found', async () => {
  rig.slack.faults.add({ method: post, trouble: { kind: 'hang-after' } });
  await rig.ann.mentions('next', 'C1');
  await until(() => texts().length === 1);
  await rig.channel.stop();
  expect(rig.kept).toHaveLength(1);
  expect(await send('next')).toBe('there');
  expect(texts()).toHaveLength(1);
});

test('a long answer that was cut off is completed in its thread', async () => {
  rig.kernel.answer = () => says('long words '.repeat(4000));
  rig.slack.faults.add({
    method: post,
    trouble: { kind: 'ratelimited', retryAfter: 30 },
    when: () => rig.slack.calls(post).length > 2,
  });
  await rig.ann.mentions('everything', 'C1');
  await until(() => rig.slack.calls(post).length === 3);
  await rig.channel.stop();
  expect(texts()).toHaveLength(2);
  rig.slack.faults.clear();
  expect(await send('long')).toBe('sent');
  expect(rig.slack.botMessages('C1').map(({ metadata }) => metadata?.event_payload.part)).toEqual([
    0, 1, 2, 3,
  ]);
});

test('a limit that ends before the stop has to is waited for', async () => {
  rig.slack.faults.add({ method: post, trouble: { kind: 'ratelimited', retryAfter: 2 }, times: 1 });
  await rig.ann.mentions('next', 'C1');
  await until(() => rig.slack.calls(post).length === 1);
  await rig.channel.stop();
  expect(texts()).toHaveLength(1);
  expect(rig.kept).toEqual([]);
});

test('a limit longer than anybody waits is the outbox’s at once', async () => {
  rig.slack.faults.add({ method: post, trouble: { kind: 'ratelimited', retryAfter: 90 }, times: 1 });
  await rig.ann.mentions('next', 'C1');
  await until(() => rig.kept.length === 1);
  await aMoment();
  expect(texts()).toEqual([]);
});

test('a long message to a person, in whose chat nothing can be looked up by that name, is sent whole', async () => {
  const ann = ConversationId.parse('slack:T1:U1');
  expect(await rig.channel.send(ann, says('long words '.repeat(4000)), 'k')).toEqual({ outcome: 'sent' });
  expect(rig.slack.botMessages(rig.ann.direct)).toHaveLength(4);
});
