import type { Translate } from '../../i18n/languages.js';
import { gatewayPuppet, type PuppetSource } from './session.js';
import { isWebPuppet } from './setup.js';
import type { Trouble } from './trouble.js';

/** Troubles whose sentence sends the operators to the gateway. */
const atTheGateway: ReadonlySet<Trouble> = new Set([
  'tokenRefused',
  'tls',
  'unreachable',
  'silent',
  'noLogin',
]);

/** What keeps the bot from WeChat and what to look at, for those who operate it. A puppet without a gateway has other causes. */
export function troubleSentence(trouble: Trouble, puppet: PuppetSource, t: Translate): string {
  if (typeof puppet !== 'string' || puppet === gatewayPuppet) return t(`wechat:trouble.${trouble}`);
  if (isWebPuppet(puppet) && (atTheGateway.has(trouble) || trouble === 'puppetFailed'))
    return t('wechat:setup.webPuppet', { name: puppet });
  if (atTheGateway.has(trouble)) return t('wechat:setup.puppetAway', { name: puppet });
  return t(`wechat:trouble.${trouble}`);
}
