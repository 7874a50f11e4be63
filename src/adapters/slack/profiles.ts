import type { webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import type { Inbound } from '../../bot/inbound.js';
import { waitAtMost } from '../../timing/within-time.js';

/** What Slack knows of a person: how they are shown, and hints for language and time zone. */
export interface Profile {
  name: string;
  hint: NonNullable<Inbound['hint']>;
}

const keptMs = 60 * 60_000;
/** An answer is not held back longer than this for a hint. */
const patienceMs = 1500;

/** Profiles by team and user, from users.info, kept for an hour. */
export class Profiles {
  readonly #kept = new LRUCache<string, Promise<Profile | undefined>>({ max: 10_000, ttl: keptMs });

  /** The profile, or `undefined` when Slack does not give it in time. */
  async of(client: webApi.WebClient, team: string, user: string): Promise<Profile | undefined> {
    const key = `${team}:${user}`;
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const profile = waitAtMost(patienceMs, ask(client, user));
    this.#kept.set(key, profile);
    // Without an answer the next message asks again.
    if ((await profile) === undefined) this.#kept.delete(key);
    return profile;
  }
}

async function ask(client: webApi.WebClient, user: string): Promise<Profile | undefined> {
  try {
    const { user: told } = await client.users.info({ user, include_locale: true });
    if (told === undefined) return undefined;
    return {
      name: told.profile?.display_name || told.real_name || told.name || user,
      hint: {
        ...(told.locale === undefined ? {} : { locale: told.locale.startsWith('zh') ? 'zh' : 'en' }),
        ...(told.tz === undefined ? {} : { timezone: told.tz }),
      },
    };
  } catch {
    // A hint is a convenience: a person is answered without it.
    return undefined;
  }
}
