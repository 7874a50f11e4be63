/** How waits grow from try to try. */
export interface BackOff {
  /** Milliseconds before the first new try. */
  first: number;
  /** How many times longer each wait is than the one before it. */
  factor: number;
  longest: number;
  /** The least and the most of a wait, as shares: what failed together is not to come back together. */
  spread: readonly [least: number, most: number];
}

/** For a link that broke or was refused: doubling up to thirty seconds, less up to half by chance. */
export const reconnecting: BackOff = { first: 1_000, factor: 2, longest: 30_000, spread: [0.5, 1] };

/**
 * Milliseconds to wait before the next try.
 * @param tried how many new tries there were already
 * @param random 0 to 1
 */
export function waitAfter(tried: number, backOff: BackOff, random: number = Math.random()): number {
  const { first, factor, longest, spread } = backOff;
  const [least, most] = spread;
  return Math.min(longest, first * factor ** tried) * (least + (most - least) * random);
}
