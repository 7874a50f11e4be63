const shortest = 500;
const longest = 30_000;

/** Milliseconds before try `attempt` (0 for the first): doubling from half a second to thirty, less up to half by chance. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const full = Math.min(longest, shortest * 2 ** (attempt + 1));
  return full * (1 - random() / 2);
}
