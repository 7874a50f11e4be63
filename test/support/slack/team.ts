import { botScopes } from './bot-scopes.js';
import { Slack } from './slack.js';

/** Slack's stand-in with team T1: Ann in English, Ben in Chinese, channel C1 with the bot in it, C2 without. */
export async function startTeam(): Promise<Slack> {
  const slack = await new Slack().start();
  const bot = slack.world.addBot('xoxb-1', slack.world.addTeam('T1'), botScopes);
  slack.world.appTokens.add('xapp-1');
  slack.world.addUser('U1', { name: 'Ann' });
  slack.world.addUser('U2', { name: 'Ben', locale: 'zh-CN', tz: 'Asia/Shanghai' });
  slack.world.addChannel('C1', 'channel', ['U1', 'U2', bot.botUser]);
  slack.world.addChannel('C2', 'channel', ['U1', 'U2']);
  return slack;
}
