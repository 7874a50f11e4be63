import type { Language } from '../i18n/languages.js';
import { partsOf } from './identity.js';
import type { Inbound } from './inbound.js';

/** Where it is said that nobody can give roles yet; a single question is asked by nobody and nowhere. */
export interface Asked {
  language: Language;
  inbound?: Pick<Inbound, 'person' | 'conversation'>;
}

/** That nobody can give roles yet, and what to do: on the console by whoever sits there, since the server's shell is theirs. */
export function noAdminYet({ language: { t }, inbound }: Asked): string {
  const onConsole = inbound !== undefined && partsOf(inbound.conversation).platform === 'console';
  return onConsole ? t('bot:role.becomeAdmin', { person: inbound.person }) : t('bot:role.askOperators');
}
