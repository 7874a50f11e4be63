import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { botScopes } from '../support/slack/bot-scopes.js';
import { Member } from '../support/slack/person.js';
import { Signing } from '../support/slack/signing.js';
import { Slack } from '../support/slack/slack.js';
import { overHttp, overSocket } from '../support/slack/transport.js';
import type { Message } from '../support/slack/workspace.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const secret = 'signing-secret';

/** Slack's stand-in with team T1: Ann in English and an admin, Ben in Chinese, channel C1 with the bot in it, C2 without. */
export async function startWorld(): Promise<Slack> {
  const slack = await new Slack().start();
  const bot = slack.world.addBot('xoxb-1', slack.world.addTeam('T1'), botScopes);
  slack.world.appTokens.add('xapp-1');
  slack.world.addUser('U1', { name: 'Ann' });
  slack.world.addUser('U2', { name: 'Ben', locale: 'zh-CN', tz: 'Asia/Shanghai' });
  slack.world.addChannel('C1', 'channel', ['U1', 'U2', bot.botUser]);
  slack.world.addChannel('C2', 'channel', ['U1', 'U2']);
  return slack;
}

/** The bot as its own process, as `npm start` runs it. */
export interface RunningBot {
  process: ChildProcess;
  ann: Member;
  ben: Member;
  stderr(): string;
  health(): Promise<{ status: number; body: string }>;
  /** Sends SIGTERM and resolves with the exit code. */
  stop(): Promise<number | null>;
  exited: Promise<number | null>;
}

/** Starts the built program against the stand-in; resolves when it is healthy or has exited. */
export async function startBot(
  slack: Slack,
  mode: 'http' | 'socket',
  environment: Record<string, string> = {},
): Promise<RunningBot> {
  const port = await freePort();
  const state = await temporaryFolder();
  const access = mode === 'http' ? { SLACK_SIGNING_SECRET: secret } : { SLACK_APP_TOKEN: 'xapp-1' };
  const child = spawn(process.execPath, ['.build/main.js'], {
    cwd: new URL('../..', import.meta.url).pathname,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH ?? '',
      PORT: String(port),
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: 'xoxb-1',
      UCAP_ADMINS: 'slack:T1:U1',
      UCAP_STATE: state.folder,
      ...access,
      ...environment,
    },
  });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  // A test that goes on with the same state gives a folder of its own, and this one stays empty.
  void exited.then(() => state.remove());
  const root = `http://127.0.0.1:${port}`;
  const signing = new Signing(() => `${root}/slack/events`, secret);
  const transport = mode === 'http' ? overHttp(signing) : overSocket(slack);
  const member = (id: string) => {
    const user = slack.world.users.get(id);
    if (user === undefined) throw new Error(`nobody is ${id}`);
    return new Member(slack, user, transport);
  };
  const bot: RunningBot = {
    process: child,
    ann: member('U1'),
    ben: member('U2'),
    stderr: () => stderr,
    async health() {
      const answer = await fetch(`${root}/health`, { headers: { connection: 'close' } });
      return { status: answer.status, body: await answer.text() };
    },
    async stop() {
      child.kill('SIGTERM');
      return exited;
    },
    exited,
  };
  await Promise.race([healthy(bot), exited]);
  return bot;
}

async function healthy(bot: RunningBot): Promise<void> {
  while (bot.process.exitCode === null) {
    const up = await bot.health().then(
      ({ status }) => status === 200,
      () => false,
    );
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** The bot's messages in a channel once there are `count`; rejects when that takes too long. */
export async function messages(slack: Slack, channel: string, count: number): Promise<Message[]> {
  const end = Date.now() + 10_000;
  while (slack.botMessages(channel).length < count) {
    if (Date.now() > end) throw new Error(`${count} messages did not come in time`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return slack.botMessages(channel);
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
