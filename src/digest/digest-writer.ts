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
import { endsOfDigests } from './coverage.js';
import { localesOf, presentDigest } from './present.js';
import { isUnheard } from './unheard.js';

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
  /** The last changes that earlier digests covered, where the state has no record of these. */
  ends?: readonly string[];
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

/** What is known of one state of the programme. */
interface State {
  changes: readonly Change[];
  programme: Programme;
  source: DigestSource;
  /** Replies by their facts: conversations that get the same facts in the same languages get the same words. */
  replies: Map<Digest | undefined, Map<string, Reply>>;
}

export function createDigestWriter({
  view,
  programme,
  languages,
  defaultLocale,
  admins,
}: DigestWriterOptions): DigestWriter {
  let state: State | undefined;

  function current(): State {
    const changes = view().all('changes');
    const now = programme();
    if (state?.changes !== changes || state.programme !== now) {
      state = { changes, programme: now, source: digestSource(now, changes), replies: new Map() };
    }
    return state;
  }

  function facts({ id, direct, digest }: Subscribed, coverage: Coverage): Digest | undefined {
    const { date: today, after, upTo } = coverage;
    const { source } = current();
    const { role } = whoIs(view(), digest.by, '', admins);
    const forCoordinators = direct && includesRole(role, 'coordinator');
    const unheard = source.calledOff(after, upTo).flatMap((record) => {
      const from = record.added.at.slice(0, 10);
      const ends = coverage.ends ?? endsOfDigests(view(), id, from, today);
      return isUnheard(record, digest.since, ends) ? [record.key] : [];
    });
    return source.compose({ today, after, upTo, forCoordinators, unheard });
  }

  return {
    facts,
    untranslated: () => current().source.untranslated,
    reply(conversation, coverage) {
      const { digest, locale = defaultLocale } = conversation;
      const { replies } = current();
      const said = facts(conversation, coverage);
      const locales = localesOf(digest.languages, locale);
      const key = [digest.timezone, coverage.date, ...locales].join();
      const known = replies.get(said)?.get(key);
      if (known !== undefined) return known;
      const view = { programme: programme(), languages, timezone: digest.timezone };
      const reply = presentDigest(said, coverage.date, locales, view);
      replies.set(said, (replies.get(said) ?? new Map()).set(key, reply));
      return reply;
    },
  };
}
