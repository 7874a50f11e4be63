import { type BotProcess, startBotProcess } from '../support/bot-process.js';
import { Member } from '../support/slack/person.js';
import { Signing } from '../support/slack/signing.js';
import type { Slack } from '../support/slack/slack.js';
import { overHttp, overSocket } from '../support/slack/transport.js';
import type { Message } from '../support/slack/workspace.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { until } from '../support/until.js';

const secret = 'signing-secret';

export type SlackMode = 'http' | 'socket';

/** The environment of a bot in that world, whose admin is Ann. */
export function slackEnvironment(slack: Slack, mode: SlackMode): Record<string, string> {
  return {
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: 'xoxb-1',
    UCAP_ADMINS: 'slack:T1:U1',
    ...(mode === 'http' ? { SLACK_SIGNING_SECRET: secret } : { SLACK_APP_TOKEN: 'xapp-1' }),
  };
}

/** Somebody of that world at their Slack, whose words reach the bot at `root`. */
export function memberOf(slack: Slack, id: string, mode: SlackMode, root: () => string): Member {
  const user = slack.world.users.get(id);
  if (user === undefined) throw new Error(`nobody is ${id}`);
  const transport =
    mode === 'http' ? overHttp(new Signing(() => `${root()}/slack/events`, secret)) : overSocket(slack);
  return new Member(slack, user, transport);
}

/** A bot process and those who talk to it. */
export interface RunningBot extends BotProcess {
  ann: Member;
  ben: Member;
}

/** Starts the built program against the stand-in with a state of its own; resolves when it is healthy or has exited. */
export async function startBot(
  slack: Slack,
  mode: SlackMode,
  environment: Record<string, string> = {},
): Promise<RunningBot> {
  const state = await temporaryFolder();
  const bot = await startBotProcess({
    UCAP_STATE: state.folder,
    ...slackEnvironment(slack, mode),
    ...environment,
  });
  // A test that goes on with the same state gives a folder of its own, and this one stays empty.
  void bot.exited.then(() => state.remove());
  const root = () => bot.root;
  return Object.assign(bot, {
    ann: memberOf(slack, 'U1', mode, root),
    ben: memberOf(slack, 'U2', mode, root),
  });
}

/** The bot's messages in a channel once there are `count`; rejects when that takes too long. */
export async function messages(slack: Slack, channel: string, count: number): Promise<Message[]> {
  const shown = () => slack.botMessages(channel);
  await until(`${count} messages in ${channel}`, () => shown().length >= count, 10_000);
  return shown();
}
