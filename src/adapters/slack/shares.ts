import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { SlackMessage } from './render.js';

/** A response_url lives thirty minutes, and with it the button. */
const keptMs = 30 * 60_000;

/** A private answer that may still be shared. */
export interface Shareable {
  messages: readonly SlackMessage[];
  shared: boolean;
}

/**
 * Private answers, kept so that their button can show them to the channel: Slack never hands an ephemeral message back. They
 * are in memory only; after a restart the button says so.
 */
export class Shares {
  readonly #kept = new LRUCache<string, Shareable>({ max: 2000, ttl: keptMs });

  /** Keeps an answer; the token goes into the button. */
  keep(messages: readonly SlackMessage[]): string {
    const token = randomUUID();
    this.#kept.set(token, { messages, shared: false });
    return token;
  }

  get(token: string): Shareable | undefined {
    return this.#kept.get(token);
  }
}
