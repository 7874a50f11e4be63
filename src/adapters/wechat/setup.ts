import type { Log } from '../../bot/log.js';
import type { Translate } from '../../i18n/languages.js';
import { gatewayPuppet, withoutToken } from './session.js';

/** Puppets that log in as a browser once did; WeChat lets few accounts do so. */
const webPuppets: ReadonlySet<string> = new Set([
  'wechaty-puppet-wechat4u',
  'wechaty-puppet-wechat',
  'wechaty-puppet-puppeteer',
]);

/** Whether most accounts can't log in through a puppet. */
export function isWebPuppet(name: string): boolean {
  return webPuppets.has(name);
}

/**
 * Finds what can never work, before anything is tried.
 * @param log hears of the faults of a puppet that wants the process to outlive them
 * @throws Error with a sentence for those who operate the bot
 */
export async function checkPuppet(
  name: string,
  environment: NodeJS.ProcessEnv,
  t: Translate,
  log?: Log,
): Promise<void> {
  if (!(await isInstalled(name, log))) throw new Error(t('wechat:setup.noPuppet', { name }));
  if (name !== gatewayPuppet) return;
  const token = environment.WECHATY_PUPPET_SERVICE_TOKEN;
  if (token === undefined || token === '') throw new Error(t('wechat:setup.noToken'));
  // "insecure_…": what stands before the underscore is the name that the server's certificate must bear.
  const namesServer = /^[^_]+_./u.test(token) || Boolean(environment.WECHATY_PUPPET_SERVICE_TLS_SERVER_NAME);
  if (!namesServer) throw new Error(t('wechat:setup.tokenForm'));
}

/**
 * Loads a puppet's package. Some keep the process alive after any fault, and print its stack to standard output: the log hears of
 * the fault instead, once.
 */
async function isInstalled(name: string, log: Log | undefined): Promise<boolean> {
  const before = process.listeners('uncaughtException');
  try {
    await import(name);
  } catch {
    return false;
  }
  const added = process.listeners('uncaughtException').filter((listener) => !before.includes(listener));
  for (const listener of added) process.off('uncaughtException', listener);
  if (added.length > 0 && log !== undefined) {
    const told = new Set<string>();
    process.on('uncaughtException', (error) => tellOnce(withoutToken(error), told, log));
  }
  return true;
}

function tellOnce(reason: string, told: Set<string>, log: Log): void {
  if (told.has(reason)) return;
  told.add(reason);
  log.warn({ platform: 'wechat', reason }, 'a fault that the puppet outlives');
}
