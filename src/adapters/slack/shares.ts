import { randomUUID } from 'node:crypto';
import type { SlackMessage } from './render.js';

/** A response_url lives thirty minutes, and with it the button. */
const keptMs = 30 * 60_000;
const mostKept = 2000;

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
  readonly #kept = new Map<string, { at: number; answer: Shareable }>();

  /** Keeps an answer; the token goes into the button. */
  keep(messages: readonly SlackMessage[], now = Date.now()): string {
    for (const [token, { at }] of this.#kept) {
      if (now - at < keptMs && this.#kept.size < mostKept) break;
      this.#kept.delete(token);
    }
    const token = randomUUID();
    this.#kept.set(token, { at: now, answer: { messages, shared: false } });
    return token;
  }

  get(token: string, now = Date.now()): Shareable | undefined {
    const kept = this.#kept.get(token);
    return kept === undefined || now - kept.at >= keptMs ? undefined : kept.answer;
  }
}
