import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Rig, says, startRig, until } from './rig.js';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.stop());

const statuses = () => rig.slack.calls('assistant.threads.setStatus').map(({ args }) => args.status);

test('whoever opens the conversation gets prompts in their own language', async () => {
  await rig.ben.opensHome('messages');
  await until(() => rig.slack.calls('assistant.threads.setSuggestedPrompts').length === 1);
  const [call] = rig.slack.calls('assistant.threads.setSuggestedPrompts');
  expect(call?.answer.ok).toBe(true);
  expect(JSON.parse(String(call?.args.prompts))).toContainEqual({
    title: '有哪些试点？',
    message: '有哪些试点？',
  });
  expect(rig.ben.home).toBeUndefined();
});

test('an answer that takes long shows a status, which goes with the answer', async () => {
  rig.kernel.answer = async () => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return says('Here it is');
  };
  await rig.ann.tells('something hard');
  await rig.messages(1, rig.ann.direct);
  await until(() => statuses().length === 2);
  expect(statuses()).toEqual(['is looking it up…', '']);
});

test('a quick answer shows none, and a workspace without the agent view is answered all the same', async () => {
  rig.slack.world.tokens.get('xoxb-1')?.scopes.delete('assistant:write');
  await rig.ann.opensHome('messages');
  await rig.ann.tells('hello');
  await rig.messages(1, rig.ann.direct);
  expect(statuses()).toEqual([]);
});
