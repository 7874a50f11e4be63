import type { IncomingMessage } from 'node:http';

/** Slack's own tolerance (https://docs.slack.dev/authentication/verifying-requests-from-slack): five minutes, either way. */
const toleranceMs = 5 * 60_000;
/** A request stamped five minutes ahead passes for ten minutes. */
const rememberedMs = 2 * toleranceMs;

/**
 * Refuses what Bolt lets pass: requests stamped in the future, and requests that came before. Slack signs every delivery and
 * every retry anew, so that one signature seen twice is a replay. Only verified signatures are remembered.
 */
export class Freshness {
  readonly #seen = new Map<string, number>();

  /** Whether a request may go on to Bolt, by its headers. Bolt itself refuses old stamps and wrong signatures. */
  admits(req: IncomingMessage, now = Date.now()): boolean {
    const stamp = Number(req.headers['x-slack-request-timestamp']) * 1000;
    return !(stamp > now + toleranceMs) && !this.#seen.has(signatureOf(req));
  }

  /** Remembers a verified request. False when another delivery of the same request was verified before it. */
  remember(req: IncomingMessage, now = Date.now()): boolean {
    const signature = signatureOf(req);
    if (this.#seen.has(signature)) return false;
    this.#forget(now);
    this.#seen.set(signature, now);
    return true;
  }

  #forget(now: number): void {
    // A Map keeps its entries in the order in which they came.
    for (const [signature, at] of this.#seen) {
      if (now - at < rememberedMs) return;
      this.#seen.delete(signature);
    }
  }
}

function signatureOf(req: IncomingMessage): string {
  return String(req.headers['x-slack-signature'] ?? '');
}
