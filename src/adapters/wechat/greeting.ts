import { type ConversationId, PersonId } from '../../bot/identity.js';
import type { Inbound } from '../../bot/inbound.js';
import type { Locale } from '../../programme/localized.js';
import type { FriendRequest } from './friend-requests.js';

/** The language in which a new friend wrote, or else is named; undefined when neither tells. */
function greetingLocale(hello: string, keyword: string, name: string): Locale | undefined {
  const said = hello.replaceAll(keyword, '');
  if (/\p{Script=Han}/u.test(said)) return 'zh';
  if (/\p{Script=Latin}/u.test(said)) return 'en';
  return /\p{Script=Han}/u.test(name) ? 'zh' : undefined;
}

/** A new friend's request, as if they had asked for help. */
export function greetingFor(
  { contactId, hello }: FriendRequest,
  keyword: string,
  name: string,
  conversation: ConversationId,
): Inbound {
  const locale = greetingLocale(hello, keyword, name);
  return {
    id: `wechat:friend:${contactId}:${Date.now()}`,
    platform: 'wechat',
    conversation,
    person: PersonId.parse(conversation),
    personName: name,
    content: { kind: 'invocation', invocation: { command: 'help', args: {} }, ...(locale && { locale }) },
    direct: true,
    at: new Date(),
  };
}
