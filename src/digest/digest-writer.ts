import type { Waiting } from '../bot/changes/translation.js';
import { includesRole, whoIs } from '../bot/people.js';
import type { Reply } from '../bot/reply.js';
import type { Conversation, Subscription } from '../bot/state.js';
import type { Reader } from '../bot/store.js';
import type { Languages } from '../i18n/languages.js';
import type { Change } from '../programme/change.js';
import type { Locale } from '../programme/localized.js';
import type { Day } from '../programme/partial-date.js';
import type { Programme } from '../programme/programme.js';
import { type Digest, type DigestSource, digestSource } from './compose.js';
import { localesOf, presentDigest } from './present.js';

export interface DigestWriterOptions {
  view(): Reader;
  /** The programme as of the last committed change. */
  programme(): Programme;
  languages: Languages;
  /** For a conversation that has set no language. */
  defaultLocale: Locale;
  admins: ReadonlySet<string>;
}

/** Which stretch of changes a digest covers, and of which local date it is. */
export interface Coverage {
  date: Day;
  after: string;
  upTo: string;
}

/** A conversation that has a digest. */
export type Subscribed = Conversation & { digest: Subscription };

/** Digests of the live programme. */
export interface DigestWriter {
  /** What a conversation's digest says, or `undefined` when there is nothing to say. */
  facts(conversation: Subscribed, coverage: Coverage): Digest | undefined;
  /** The digest in the languages that the conversation chose; without facts it says that all is quiet. */
  reply(conversation: Subscribed, coverage: Coverage): Reply;
  /** Texts that still lack a language, newest first. */
  untranslated(): readonly Waiting[];
}

export function createDigestWriter({
  view,
  programme,
  languages,
  defaultLocale,
  admins,
}: DigestWriterOptions): DigestWriter {
  let source: { changes: readonly Change[]; programme: Programme; digests: DigestSource } | undefined;

  function current(): DigestSource {
    const changes = view().all('changes');
    const now = programme();
    if (source?.changes !== changes || source.programme !== now) {
      source = { changes, programme: now, digests: digestSource(now, changes) };
    }
    return source.digests;
  }

  function facts({ direct, news, digest }: Subscribed, { date, after, upTo }: Coverage): Digest | undefined {
    const { role } = whoIs(view(), digest.by, '', admins);
    const forCoordinators = direct && includesRole(role, 'coordinator');
    return current().compose({ today: date, after, upTo, forCoordinators, hasAnnouncements: news });
  }

  return {
    facts,
    untranslated: () => current().untranslated,
    reply(conversation, coverage) {
      const { digest, locale = defaultLocale } = conversation;
      return presentDigest(
        facts(conversation, coverage),
        coverage.date,
        localesOf(digest.languages, locale),
        {
          programme: programme(),
          languages,
          timezone: digest.timezone,
        },
      );
    },
  };
}
