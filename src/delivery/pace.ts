import type { Platform } from '../bot/identity.js';

/** How fast a platform may be written to, unasked. Milliseconds. */
export interface Pace {
  /** Deliveries under way at once. */
  atOnce: number;
  /** Least time from one delivery to the next in one conversation. */
  conversationGap: number;
  /** Least time from one delivery to the next in one workspace. */
  workspaceGap: number;
  /** When to stop waiting for the platform's answer: whether it was sent is unknown then. */
  sendWithin: number;
  /** How long sent deliveries wait for others, to be entered in the outbox together. Until then a crash leaves them in doubt. */
  settleWithin: number;
}

/** An answer to a look-up takes no longer than this. */
export const FIND_WITHIN = 15_000;

/**
 * Slack: at most one message a second and channel, several hundred a minute and workspace (docs.slack.dev/apis/web-api/rate-limits).
 * What is in doubt can be looked up, so that entries may wait two seconds and cost one write instead of a dozen. WeChat: its adapter keeps the gaps of a person and holds one message at a time, so a few are handed over and each may take
 * its time. The console has no limits.
 */
export const paces: Readonly<Record<Platform, Pace>> = {
  slack: { atOnce: 32, conversationGap: 1_000, workspaceGap: 150, sendWithin: 30_000, settleWithin: 2_000 },
  wechat: { atOnce: 2, conversationGap: 0, workspaceGap: 0, sendWithin: 150_000, settleWithin: 0 },
  console: { atOnce: 1, conversationGap: 0, workspaceGap: 0, sendWithin: 30_000, settleWithin: 0 },
};

/** How long a claim holds: what an attempt may take at most, and some more. */
export function leaseOf({ sendWithin, settleWithin, workspaceGap, atOnce }: Pace): number {
  return FIND_WITHIN + sendWithin + settleWithin + workspaceGap * atOnce + 15_000;
}
