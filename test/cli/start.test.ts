import { afterEach, beforeEach, expect, test } from 'vitest';
import { ucapBot } from '../support/command-line.js';
import { temporaryFolder } from '../support/temporary-folder.js';

let folder: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
});
afterEach(() => remove());

const run = (args: string[], input = '') => ucapBot(args, { env: { UCAP_STATE: folder }, input });

test('who may not do something on the console, where nobody is an admin, is told how to become one, and can', async () => {
  const { stdout } = await run(
    ['start'],
    'announce The office moves\n公告 办公室搬家了\nWho are the admins?\n',
  );
  expect(stdout.match(/“npm start -- grant console:local:me admin”/g)).toHaveLength(3);
  expect(stdout).toContain('leave this chat and run');
  expect(stdout).toContain('请退出对话，运行');
  expect(await run(['grant', 'console:local:me', 'admin'])).toMatchObject({ code: 0 });
  const allowed = await run(['start'], 'announce The office moves\n');
  expect(allowed.stdout).toContain('The office moves');
  expect(allowed.stdout).not.toContain('grant console');
});

test('somebody else on the console is told with their own id', async () => {
  const { stdout } = await run(['start', '--as', 'console:local:anna'], 'people\n');
  expect(stdout).toContain('“npm start -- grant console:local:anna admin”');
});

test('a single question names those who run the bot instead: there is no chat to leave', async () => {
  const { stdout } = await run(['ask', 'Who are the admins?']);
  expect(stdout).toContain('please ask whoever runs this bot');
  expect(stdout).not.toContain('grant');
});

test.each([
  ['en', 'without it you are console:local:me'],
  ['zh', '不写则为console:local:me'],
])('the usage of start tells how to be somebody (%s)', async (UCAP_LOCALE, sentence) => {
  const { code, stdout } = await ucapBot(['start', '--help'], { env: { UCAP_LOCALE } });
  expect(code).toBe(0);
  expect(stdout).toContain('--as');
  expect(stdout).toContain(sentence);
});
