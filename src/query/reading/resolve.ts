import type { Programme } from '../../programme/programme.js';
import { numbered } from '../dates/time-words.js';
import type { Mentions } from '../lexicon/mentions.js';
import type { WordSense } from '../lexicon/word-class.js';
import { startsWithHan } from '../text/han.js';
import { isA, type Token } from '../text/tokens.js';
import { headsOf } from './focus.js';
import { partyOf } from './party.js';

/** Unknown Han characters beside each other are one unknown word. */
function joinUnknown(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    if (
      last?.kind === 'unknown' &&
      token.kind === 'unknown' &&
      startsWithHan(token.text) &&
      last.to === token.from
    ) {
      joined[joined.length - 1] = {
        ...last,
        text: last.text + token.text,
        typed: last.typed + token.typed,
        to: token.to,
      };
    } else joined.push(token);
  }
  return joined;
}

/** "Going to" before a place is a journey, before anything else only the future. */
function isFuture(tokens: readonly Token[], i: number): boolean {
  const [token, to, next] = tokens.slice(i, i + 3);
  if (token?.text !== 'going' || to?.text !== 'to' || next === undefined) return false;
  return (
    partyOf(next) === undefined &&
    !isA(next, 'city', 'country', 'where', 'which', 'there', 'article', 'elsewhere')
  );
}

/** A name that is also an adjective, in small letters where an adjective stands ("have a … day"). */
function isAdjective(tokens: readonly Token[], i: number): boolean {
  const [before, token, after] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  // "… to meet you" opens with a greeting, and not with a journey.
  if (i === 0 && after?.text === 'to' && isA(tokens[i + 2], 'meet', 'light-verb')) return true;
  if (token === undefined || partyOf(token) === undefined || !/^[a-z]+$/.test(token.typed)) return false;
  if (!/^(an?|so|very|how|such|really|be|s|is|quite)$/.test(before?.text ?? '')) return false;
  if (after === undefined || after.kind !== 'phrase') return after?.kind !== 'joint';
  return isA(after, 'day', 'polite', 'function', 'to', 'light-noun') && headsOf(after).length === 0;
}

/** The month of a number that has its unit only behind a later one: of the 4 in "4-6月", 4、5月 and 四五月. */
function bareMonth(tokens: readonly Token[], i: number): number | undefined {
  const [before, token, link] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  const month = Number(token?.text);
  if (token?.kind !== 'number' || token.text.length > 2 || month < 1 || month > 12) return undefined;
  if (before?.kind === 'joint' || numbered(before, 'month-name') !== undefined) return undefined;
  const adjacent = link?.from === token.to && link.kind !== 'comma' && link.kind !== 'joint';
  const isLink = link?.kind === 'comma' || link?.kind === 'joint' || isA(link, 'and', 'or', 'to', 'until');
  const next = isLink ? i + 2 : adjacent ? i + 1 : tokens.length;
  const isMonth =
    numbered(tokens[next], 'month-name') !== undefined ||
    (tokens[next]?.kind === 'number' && isA(tokens[next + 1], 'month')) ||
    bareMonth(tokens, next) !== undefined;
  return isMonth ? month : undefined;
}

const asksElse = (token: Token) => isA(token, 'who', 'which', 'where', 'when');

const POLITE: readonly WordSense[] = [{ class: 'polite' }];
const FUNCTION: readonly WordSense[] = [{ class: 'function' }];
const AUXILIARY: readonly WordSense[] = [{ class: 'auxiliary' }];

/** Gives words the meaning that only their neighbours, or the texts of records, tell. */
export function resolveTokens(tokens: readonly Token[], mentions: Mentions, programme: Programme): Token[] {
  return joinUnknown(tokens).map((token, i, all): Token => {
    if (token.kind === 'unknown') {
      const names = mentions.of(token.text, programme);
      return names.length === 0 ? token : { ...token, kind: 'phrase', names };
    }
    const month = token.kind === 'number' ? bareMonth(all, i) : undefined;
    if (month !== undefined)
      return { ...token, kind: 'phrase', words: [{ class: 'month-name', value: month }] };
    if (token.names.length > 0 && isAdjective(all, i)) return { ...token, names: [], words: POLITE };
    if (isA(token, 'several') && all.slice(i + 1).some(asksElse)) return { ...token, words: FUNCTION };
    return isFuture(all, i) ? { ...token, words: AUXILIARY } : token;
  });
}
