import { LRUCache } from 'lru-cache';
import type { Pressed } from './pressed.js';

/** Two presses of one button within this time are one: a double click. */
const doubleClickMs = 3000;

/** Presses of the last moments, so that a double click and a second delivery act once. */
export class Presses {
  readonly #recent = new LRUCache<string, true>({ max: 10_000, ttl: doubleClickMs });

  /** Whether this press is the first of its kind within three seconds. */
  first({ user, container, channel, actions: [action] }: Pressed): boolean {
    const where = `${channel?.id}:${container.message_ts}:${container.type}`;
    const key = `${user.id}:${where}:${action?.action_id}:${action?.value}`;
    if (this.#recent.has(key)) return false;
    this.#recent.set(key, true);
    return true;
  }
}
