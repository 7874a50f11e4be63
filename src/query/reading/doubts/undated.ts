import { isPlainly, numbered } from '../../dates/time-words.js';
import { startsWithHan } from '../../text/han.js';
import { isA, type Token } from '../../text/tokens.js';
import { headsOf } from '../focus.js';
import type { Scene } from '../scene.js';

/** "On a Wednesday", "in the first year": a time that no date was read from. */
export function undated({ tokens, dates }: Scene): Token[] {
  return tokens.filter(
    (token, i) =>
      (dates.length === 0 && isPlainly(token, 'weekday')) ||
      (isA(token, 'year', 'quarter') && !startsWithHan(token.text) && isA(tokens[i - 1], 'first')),
  );
}

/** "Between the two trips": a time that no date was read from. */
export function betweenEvents({ tokens, has }: Scene): Token[] {
  if (!has('between')) return [];
  return tokens.filter((token, i) => {
    const [next, after] = tokens.slice(i + 1, i + 4).filter((one) => !isA(one, 'article'));
    const noun = numbered(next, 'cardinal') === undefined ? next : after;
    return isA(token, 'between') && !startsWithHan(token.text) && headsOf(noun).includes('missions');
  });
}

/** "Half a year after April": a length of time right before a limit that did not take it up. */
export function lengths({ tokens, dates }: Scene): Token[] {
  if (dates.length === 0) return [];
  const limits = dates
    .flatMap((date) => date.tokens.slice(0, 1))
    .filter((one) => isA(one, 'before', 'after'));
  return tokens.filter(
    (token) =>
      isA(token, 'half-year', 'month-unit', 'week', 'day') &&
      limits.some(({ from }) => from - token.to >= 0 && from - token.to <= 1),
  );
}

/** "The follow-up to the forum" is another mission than the forum. */
export const followedBy = ({ tokens, names, has }: Scene) =>
  has('follow-up') && names('mission')
    ? tokens.filter((token) => isA(token, 'follow-up') && token.names.length === 0)
    : [];
