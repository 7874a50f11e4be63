import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Block } from '../../../src/bot/reply.js';
import { textsOf } from '../../support/slack/block-check.js';
import { aMoment, type Rig, says, startRig, until } from './rig.js';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.stop());

const choose = (label: string, command: string): Block => ({
  kind: 'choices',
  choices: [{ label, invocation: { command, args: { id: 'yantai' } } }],
});
const offers = (text: string, ...blocks: Block[]) =>
  says('', { blocks: [{ kind: 'text', text }, ...blocks] });
const seen = (blocks: unknown) => textsOf(blocks).join(' | ');

/** Answers words with an offer, and a button with what it stands for. */
function offer(block: Block): void {
  rig.kernel.answer = ({ content }) =>
    content.kind === 'words' ? offers('Yantai', block) : says(`Done: ${content.invocation.command}`);
}

test('a choice is the invocation it carries, answered to the one who pressed', async () => {
  offer(choose('Pilots', 'pilots'));
  await rig.ann.mentions('yantai', 'C1');
  const [answer] = await rig.messages(1, 'C1');
  if (answer === undefined) throw new Error('no answer');
  await rig.ben.presses(answer, /^choice/);
  const [, opened] = await rig.messages(2, 'C1');
  expect(opened).toMatchObject({ text: 'Done: pilots', onlyFor: 'U2' });
  expect(rig.kernel.heard.at(-1)).toMatchObject({
    person: 'slack:T1:U2',
    content: { kind: 'invocation', invocation: { command: 'pilots', args: { id: 'yantai' } } },
  });
});

test('in a direct message a choice is answered there', async () => {
  offer(choose('Pilots', 'pilots'));
  await rig.ann.tells('yantai');
  const [answer] = await rig.messages(1, rig.ann.direct);
  if (answer === undefined) throw new Error('no answer');
  await rig.ann.presses(answer, /^choice/);
  const [, opened] = await rig.messages(2, rig.ann.direct);
  expect(opened).toMatchObject({ text: 'Done: pilots', via: 'chat.postMessage' });
});

test('a double-clicked confirmation acts once, and the message then shows who did it', async () => {
  offer(choose('Confirm', 'confirm'));
  await rig.ann.mentions('update yantai', 'C1');
  const [preview] = await rig.messages(1, 'C1');
  if (preview === undefined) throw new Error('no preview');
  await Promise.all([rig.ann.presses(preview, /^confirm/), rig.ann.presses(preview, /^confirm/)]);
  await rig.messages(2, 'C1');
  await aMoment();
  expect(rig.slack.botMessages('C1')).toHaveLength(2);
  expect(rig.kernel.heard).toHaveLength(2);
  expect(seen(preview.blocks)).toBe('Yantai | ✓ Confirm · <@U1>');
  expect(preview.text).toContain('✓ Confirm');
  expect(rig.slack.botMessages('C1')[1]).toMatchObject({ text: 'Done: confirm', threadTs: preview.threadTs });
});

test("one person's press does not stand for another's", async () => {
  offer(choose('Confirm', 'confirm'));
  await rig.ann.tells('update yantai');
  const [preview] = await rig.messages(1, rig.ann.direct);
  if (preview === undefined) throw new Error('no preview');
  const [first, second] = [
    rig.ann.pressPayload(preview, /^confirm/),
    rig.ben.pressPayload(preview, /^confirm/),
  ];
  await rig.ben.transport.interaction(second);
  await rig.ann.transport.interaction(first);
  await until(() => rig.kernel.heard.length === 3);
  expect(rig.kernel.heard.map(({ person }) => person)).toEqual(['slack:T1:U1', 'slack:T1:U2', 'slack:T1:U1']);
});

test('a private preview is replaced by its result', async () => {
  offer(choose('Confirm', 'confirm'));
  await rig.ann.slash('update yantai', 'C2');
  const [preview] = await rig.messages(1, 'C2');
  if (preview === undefined) throw new Error('no preview');
  await rig.ann.presses(preview, /^confirm/);
  await until(() => preview.edited === true);
  expect(seen(preview.blocks)).toBe('Done: confirm | ✓ Confirm · <@U1>');
  expect(rig.slack.botMessages()).toHaveLength(1);
});

test('a button of an earlier version explains itself', async () => {
  offer(choose('Pilots', 'pilots'));
  await rig.ann.mentions('yantai', 'C1');
  const [answer] = await rig.messages(1, 'C1');
  if (answer === undefined) throw new Error('no answer');
  const payload = rig.ann.pressPayload(answer, /^choice/);
  Object.assign(payload.actions[0] ?? {}, { value: 'pilots;yantai' });
  await rig.ann.transport.interaction(payload);
  const [, explained] = await rig.messages(2, 'C1');
  expect(explained?.text).toContain('earlier version');
});

test('so does a button that no version knows any more', async () => {
  offer(choose('Pilots', 'pilots'));
  await rig.ann.mentions('yantai', 'C1');
  const [answer] = await rig.messages(1, 'C1');
  if (answer === undefined) throw new Error('no answer');
  const payload = rig.ann.pressPayload(answer, /^choice/);
  Object.assign(payload.actions[0] ?? {}, { action_id: 'open_pilot' });
  expect((await rig.ann.transport.interaction(payload)).ms).toBeLessThan(1000);
  const [, explained] = await rig.messages(2, 'C1');
  expect(explained?.text).toContain('earlier version');
});

test('a private answer is shared once, signed, where it was asked', async () => {
  await rig.ann.slash('next', 'C2');
  const [answer] = await rig.messages(1, 'C2');
  if (answer === undefined) throw new Error('no answer');
  await Promise.all([rig.ann.presses(answer, 'share'), rig.ann.presses(answer, 'share')]);
  const [, shared] = await rig.messages(2, 'C2');
  await until(() => answer.edited === true);
  await aMoment();
  expect(shared?.onlyFor).toBeUndefined();
  expect(seen(shared?.blocks)).toBe('You said: next | Shared by <@U1>');
  expect(seen(answer.blocks)).toBe('You said: next | Shared in the channel');
  expect(rig.slack.botMessages('C2')).toHaveLength(2);
});

test('an answer that is no longer at hand says so instead of being shared', async () => {
  await rig.ann.slash('next', 'C2');
  const [answer] = await rig.messages(1, 'C2');
  if (answer === undefined) throw new Error('no answer');
  const payload = rig.ann.pressPayload(answer, 'share');
  Object.assign(payload.actions[0] ?? {}, { value: 'zh:forgotten' });
  await rig.ann.transport.interaction(payload);
  const [, explained] = await rig.messages(2, 'C2');
  expect(explained).toMatchObject({ onlyFor: 'U1', text: expect.stringContaining('请重新提问') });
});

test('previews and private matters have no share button', async () => {
  offer(choose('Confirm', 'confirm'));
  await rig.ann.slash('update yantai', 'C2');
  rig.kernel.answer = () => says('Your code is 123', { audience: 'person' });
  await rig.ann.slash('link', 'C2');
  const both = await rig.messages(2, 'C2');
  expect(JSON.stringify(both.map(({ blocks }) => blocks))).not.toContain('"share"');
});

test('"Ask U-CAP about this" answers the words of a message to the one who asks', async () => {
  const message = rig.ben.writes('去年谁去过 &lt;烟台&gt;？', 'C2');
  await rig.ann.usesMessageShortcut(message, 'ask');
  const [answer] = await rig.messages(1, 'C2');
  expect(answer).toMatchObject({ text: 'You said: 去年谁去过 &lt;烟台&gt;？', onlyFor: 'U1' });
});
