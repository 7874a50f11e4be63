import { ConversationId, type PersonId, partsOf } from '../bot/identity.js';
import { includesRole } from '../bot/people.js';
import type { Person } from '../bot/state.js';
import type { Reader } from '../bot/store.js';
import type { Locale } from '../programme/localized.js';

/** The platform on which the readers of a language are. */
const platformOf: Record<Locale, string> = { en: 'slack', zh: 'wechat' };

/** Everybody who may post for the programme, in the order in which they came to be known. */
export function coordinators(reader: Reader): Person[] {
  return reader.all('people').filter(({ role }) => includesRole(role, 'coordinator'));
}

/** The language in which a person reads: their choice, else that of the platform where they are. */
export function localeOf(person: Person, fallback: Locale): Locale {
  if (person.locale !== undefined) return person.locale;
  const platforms = person.identities.map((id) => partsOf(id).platform);
  if (platforms.includes('slack')) return 'en';
  return platforms.includes('wechat') ? 'zh' : fallback;
}

/** The direct chat in which a person is told something: the contact on the platform of its language, else their first. */
export function directChat(person: Person, locale: Locale): ConversationId {
  const onPlatform = person.identities.find((id) => partsOf(id).platform === platformOf[locale]);
  return chatOf(onPlatform ?? person.identities[0] ?? person.id);
}

/** A person's id names the direct chat with them too. */
export function chatOf(contact: PersonId): ConversationId {
  return ConversationId.parse(contact);
}
