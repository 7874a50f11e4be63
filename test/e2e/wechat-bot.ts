import { type BotProcess, startBotProcess } from '../support/bot-process.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { until } from '../support/until.js';
import type { Gateway } from '../support/wechat/gateway.mjs';

/** The environment of a bot at a gateway. */
export function wechatEnvironment({
  token,
  endpoint,
}: Pick<Gateway, 'token' | 'endpoint'>): Record<string, string> {
  return {
    WECHATY_PUPPET: 'wechaty-puppet-service',
    WECHATY_PUPPET_SERVICE_TOKEN: token,
    WECHATY_PUPPET_SERVICE_ENDPOINT: endpoint,
  };
}

/** A bot process on WeChat. */
export interface RunningBot extends BotProcess {
  /** Resolves when `/health` answers with this status. */
  healthy(status: number, ms?: number): Promise<void>;
}

/** Starts the built program against a gateway, with a HOME and a state of its own unless `environment` names them. */
export async function startBot(
  gateway: Pick<Gateway, 'token' | 'endpoint'>,
  environment: NodeJS.ProcessEnv = {},
): Promise<RunningBot> {
  const own = await temporaryFolder();
  const bot = await startBotProcess({
    HOME: own.folder,
    UCAP_STATE: own.folder,
    ...wechatEnvironment(gateway),
    ...environment,
  });
  void bot.exited.then(() => own.remove());
  return Object.assign(bot, {
    healthy: (status: number, ms = 20_000) =>
      until(`/health with ${status}`, async () => (await bot.health()).status === status, ms).then(() => {}),
  });
}
