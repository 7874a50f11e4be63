import { withTranslations } from '../bot/changes/translation.js';
import { undoneBy } from '../bot/changes/undone.js';
import { dayIn, localTime } from '../bot/clock.js';
import type { Delivery, Message, Withdrawal } from '../bot/delivery.js';
import { tellReason } from '../bot/delivery-reason.js';
import type { ConversationId } from '../bot/identity.js';
import { authorOf } from '../bot/presenter/author.js';
import { told } from '../bot/presenter/words.js';
import type { Block, Reply } from '../bot/reply.js';
import type { Reader } from '../bot/store.js';
import type { Write, Written } from '../delivery/attempt.js';
import { chatOf, localeOf } from '../delivery/recipients.js';
import type { Language, Languages } from '../i18n/languages.js';
import type { Change } from '../programme/change.js';
import type { Locale } from '../programme/localized.js';
import type { Programme } from '../programme/programme.js';
import type { DigestWriter } from './digest-writer.js';
import { isStale } from './due.js';
import { localesOf } from './present.js';
import { waitingItem } from './waiting-item.js';

export interface MessageWriterOptions {
  view(): Reader;
  programme(): Programme;
  digests: DigestWriter;
  languages: Languages;
  defaultLocale: Locale;
  now(): Date;
}

/** Puts deliveries into words by the settings of the moment at which they are sent, or says why they are not to be sent. */
export function createMessageWriter(options: MessageWriterOptions): Write {
  const announcements = announcementsOfLatest(options);
  return ({ conversation, message }: Delivery): Written => {
    switch (message.kind) {
      case 'digest':
        return digest(conversation, message, options);
      case 'announcement':
        return announcement(conversation, announcements().get(message.change), options);
      case 'translation-request':
        return translationRequest(conversation, message.changes, options);
      case 'resting':
        return resting(conversation, message, options);
      case 'answer':
        return { reply: message.reply };
    }
  };
}

/** Announcements that stand, with their translations; read anew when the list of changes is another. */
function announcementsOfLatest({ view }: MessageWriterOptions): () => Announcements {
  let read: { changes: readonly Change[]; announcements: Announcements } | undefined;
  return () => {
    const changes = view().all('changes');
    if (read?.changes !== changes) {
      const undone = undoneBy(changes);
      const told = withTranslations(changes).flatMap((change) =>
        change.kind === 'announce' && !undone.has(change.id) ? [change] : [],
      );
      read = { changes, announcements: new Map(told.map((change) => [change.id, change])) };
    }
    return read.announcements;
  };
}

type Announcements = ReadonlyMap<string, Extract<Change, { kind: 'announce' }>>;

type Of<K extends Message['kind']> = Extract<Message, { kind: K }>;

const withdrawn = (reason: Withdrawal): Written => ({ withdrawn: reason });

function digest(
  id: ConversationId,
  message: Of<'digest'>,
  { view, digests, now }: MessageWriterOptions,
): Written {
  const conversation = view().get('conversations', id);
  const subscription = conversation?.digest;
  if (conversation === undefined || subscription === undefined) return withdrawn('off');
  if (subscription.state === 'resting') return withdrawn('resting');
  if (isStale(subscription, message.date, localTime(now(), subscription.timezone))) return withdrawn('stale');
  const subscribed = { ...conversation, digest: subscription };
  // A mission may have been called off since the digest was planned.
  const isQuiet = digests.facts(subscribed, message) === undefined;
  if (isQuiet && subscription.heartbeat === 'never') return withdrawn('nothing-to-say');
  return { reply: digests.reply(subscribed, message) };
}

function announcement(
  id: ConversationId,
  change: Extract<Change, { kind: 'announce' }> | undefined,
  options: MessageWriterOptions,
): Written {
  if (change === undefined) return withdrawn('undone');
  const conversation = options.view().get('conversations', id);
  if (conversation?.digest === undefined) return withdrawn('off');
  const locales = localesOf(conversation.digest.languages, conversation.locale ?? readerLocale(id, options));
  const blocks = locales.flatMap((locale): Block[] => {
    const language = options.languages[locale];
    const { t } = language;
    const view = {
      programme: options.programme(),
      language,
      timezone: 'UTC',
      today: dayIn(options.now(), 'UTC'),
    };
    return [
      { kind: 'heading', text: t('digest:announcement.heading') },
      { kind: 'text', text: told(change.text, view) },
      { kind: 'note', text: t('digest:announcement.by', { name: authorOf(change, view) }) },
    ];
  });
  return { reply: { locale: locales[0], blocks, audience: 'conversation' } };
}

function translationRequest(
  id: ConversationId,
  asked: readonly string[],
  options: MessageWriterOptions,
): Written {
  const still = options.digests.untranslated().filter(({ change }) => asked.includes(change.id));
  const [first] = still;
  if (first === undefined) return withdrawn('translated');
  const language = options.languages[readerLocale(id, options)];
  return toPerson(language, [
    { kind: 'text', text: language.t('digest:untranslated.request') },
    { kind: 'list', numbered: false, items: still.map((waiting) => waitingItem(waiting, language)) },
    { kind: 'text', text: language.t('digest:untranslated.how', { change: first.change.id }) },
  ]);
}

function resting(
  id: ConversationId,
  { conversation, reason }: Of<'resting'>,
  options: MessageWriterOptions,
): Written {
  const lost = options.view().get('conversations', conversation);
  const language = options.languages[readerLocale(id, options)];
  const { t } = language;
  const values = { conversation: lost?.title ?? conversation, reason: tellReason(reason, t) };
  return toPerson(language, [{ kind: 'text', text: t('digest:resting', values) }]);
}

function toPerson(language: Language, blocks: Block[]): Written {
  const reply: Reply = { locale: language.locale, blocks, audience: 'person' };
  return { reply };
}

/** The language set for a conversation, else that of the person: what is told to one person is addressed by their id (`chatOf`). */
function readerLocale(id: ConversationId, { view, defaultLocale }: MessageWriterOptions): Locale {
  const reader = view();
  const set = reader.get('conversations', id)?.locale;
  if (set !== undefined) return set;
  const person = reader
    .all('people')
    .find(({ identities }) => identities.some((contact) => chatOf(contact) === id));
  return person === undefined ? defaultLocale : localeOf(person, defaultLocale);
}
