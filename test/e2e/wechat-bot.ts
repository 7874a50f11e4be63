import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type BotProcess, startBotProcess } from '../support/bot-process.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { until } from '../support/until.js';
import { type Gateway, startGateway } from '../support/wechat/gateway.mjs';

export const room = '123@chatroom';

/** A WeChat gateway nobody is logged in at: Ann, 陈静, and a room with both of them and the bot. */
export async function startWechatWorld(): Promise<Gateway> {
  const gateway = await startGateway();
  await gateway.contact({ id: 'bot', name: 'U-CAP 助手' });
  await gateway.contact({ id: 'wxid_ann', name: 'Ann' });
  await gateway.contact({ id: 'wxid_chen', name: '陈静' });
  await gateway.room({ id: room, topic: '柳州试点', members: ['bot', 'wxid_ann', 'wxid_chen'] });
  return gateway;
}

/** The environment of a bot at that gateway, which answers without a person's pauses. */
export function wechatEnvironment({ token, endpoint }: Gateway): Record<string, string> {
  return {
    WECHATY_PUPPET: 'wechaty-puppet-service',
    WECHATY_PUPPET_SERVICE_TOKEN: token,
    WECHATY_PUPPET_SERVICE_ENDPOINT: endpoint,
    WECHAT_MIN_GAP_MS: '0',
  };
}

/** Starts the built program with a state and a HOME of its own. */
export async function startWechatBot(environment: Record<string, string>): Promise<BotProcess> {
  const { folder, remove } = await temporaryFolder();
  const home = join(folder, 'home');
  await mkdir(home);
  const bot = await startBotProcess({ HOME: home, UCAP_STATE: join(folder, 'state'), ...environment });
  void bot.exited.then(remove);
  return bot;
}

/** Waits until every component is up. */
export async function healthy(bot: BotProcess, ms = 10_000): Promise<void> {
  await until('health', async () => (await bot.health()).status === 200, ms);
}

/** What a contact or room was told after it was told `after` things, once there is something. */
export async function told(gateway: Gateway, to: string, after = 0): Promise<string> {
  const heard = () => gateway.said.filter((said) => said.to === to).slice(after);
  await until(`word to ${to}`, () => heard().length > 0, 10_000);
  return heard()
    .map(({ text }) => text)
    .join('\n');
}
