/** Older messages were missed while the bot was away, and answering them hours later would only confuse. */
export const oldestAnswered = 120_000;

/** Seconds since 1970 stay below this until the year 5138, milliseconds passed it in 1973. */
const fewestMilliseconds = 1e11;
/** An echo of what was just said comes within this time, so what it shows beyond is the clocks' difference. */
const echoWithin = 10_000;

/** A puppet's timestamp, in seconds or milliseconds, as milliseconds since 1970. */
export function inMilliseconds(timestamp: number): number {
  return timestamp < fewestMilliseconds ? timestamp * 1000 : timestamp;
}

/**
 * Tells how old messages are when the gateway's clock is not ours. The bot's own messages come back with the gateway's
 * time, right after they were said: that shows by how much it is ahead or behind.
 */
export class GatewayClock {
  #behind = 0;
  #lastSaid = Number.NEGATIVE_INFINITY;

  /** Something was said at `now`. */
  said(now: number): void {
    this.#lastSaid = now;
  }

  /** An own message came back, with the gateway's timestamp. */
  echoed(timestamp: number, now: number): void {
    if (now - this.#lastSaid > echoWithin) return;
    this.#behind = this.#lastSaid - inMilliseconds(timestamp);
  }

  /** Milliseconds since the message was written; negative when its clock is ahead. */
  age(timestamp: number, now: number): number {
    return now - inMilliseconds(timestamp) - this.#behind;
  }
}
