import type { Waiting } from '../bot/changes/translation.js';
import { localTime, minuteOf } from '../bot/clock.js';
import type { Message } from '../bot/delivery.js';
import type { ConversationId } from '../bot/identity.js';
import type { Person, Row } from '../bot/state.js';
import type { Reader } from '../bot/store.js';
import { coordinators, directChat, localeOf } from '../delivery/recipients.js';
import type { Locale } from '../programme/localized.js';
import { isWeekday } from './calendar.js';

/** A day's request to one person, and the record that it was made. */
export interface RequestPlan {
  record: Row<'digests'>;
  message: Extract<Message, { kind: 'translation-request' }>;
}

const FROM = minuteOf('09:00');
const UNTIL = minuteOf('20:00');
/** What nobody has translated within a week is not asked for any more; digests of coordinators still name it. */
const ASK_FOR_MS = 7 * 86_400_000;

/**
 * Whom to ask today for translations: once a weekday, in their own daytime, the coordinators who read the missing
 * language; when there are none, all coordinators. Nobody is asked for what they wrote themselves.
 */
export function planRequests(
  reader: Reader,
  untranslated: readonly Waiting[],
  now: Date,
  defaultTimezone: string,
): RequestPlan[] {
  const recent = untranslated.filter(({ change }) => Date.parse(change.at) + ASK_FOR_MS > now.getTime());
  if (recent.length === 0) return [];
  const people = coordinators(reader);
  return people.flatMap((person): RequestPlan[] => {
    const clock = localTime(now, person.timezone ?? defaultTimezone);
    if (!isWeekday(clock.date) || clock.minute < FROM || clock.minute > UNTIL) return [];
    const id = `translation:${person.id}:${clock.date}`;
    const asked = recent.filter(({ change, missing }) => {
      const isAuthor = person.identities.some((contact) => contact === change.by);
      return !isAuthor && readersOf(missing, people).includes(person);
    });
    const [latest] = asked;
    if (latest === undefined || reader.get('digests', id) !== undefined) return [];
    const conversation: ConversationId = directChat(person, latest.missing);
    const at = now.toISOString();
    const upTo = latest.change.id;
    const changes = [...new Set(asked.map(({ change }) => change.id))];
    return [
      {
        record: { id, conversation, date: clock.date, at, outcome: 'queued', upTo },
        message: { kind: 'translation-request', changes },
      },
    ];
  });
}

function readersOf(locale: Locale, people: readonly Person[]): readonly Person[] {
  const readers = people.filter((person) => localeOf(person, 'en') === locale);
  return readers.length > 0 ? readers : people;
}
