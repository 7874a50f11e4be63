import type { Translate } from '../../i18n/languages.js';
import { gatewayPuppet } from './session.js';

/**
 * Finds what can never work, before anything is tried.
 * @throws Error with a sentence for those who operate the bot
 */
export async function checkPuppet(name: string, environment: NodeJS.ProcessEnv, t: Translate): Promise<void> {
  const installed = await import(name).then(
    () => true,
    () => false,
  );
  if (!installed) throw new Error(t('wechat:setup.noPuppet', { name }));
  if (name !== gatewayPuppet) return;
  const token = environment.WECHATY_PUPPET_SERVICE_TOKEN;
  if (token === undefined || token === '') throw new Error(t('wechat:setup.noToken'));
  // "insecure_…": what stands before the underscore is the name that the server's certificate must bear.
  const namesServer = /^[^_]+_./u.test(token) || Boolean(environment.WECHATY_PUPPET_SERVICE_TLS_SERVER_NAME);
  if (!namesServer) throw new Error(t('wechat:setup.tokenForm'));
}
