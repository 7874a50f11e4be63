import type { Token } from '../text/tokens.js';

/** Words that a period may begin with. */
const OPENING: ReadonlySet<string> = new Set([
  'month-name',
  'season',
  'weekday',
  'half',
  'relative',
  'ordinal',
  'cardinal',
  'quarter',
  'half-of',
  'ordinal-mark',
  'year',
  'half-year',
  'month-unit',
  'month',
  'week',
  'day',
  'recent',
  'first',
  'this',
  'next',
  'early',
  'middle',
  'late',
]);

/** Whether a period may begin at a token: most words begin none, and need no closer look. */
export function mayOpenPeriod(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.kind === 'number' || token.text === 'q' || token.text === 'h') return true;
  for (const sense of token.words) if (OPENING.has(sense.class)) return true;
  return false;
}
