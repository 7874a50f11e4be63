import type { WordClass } from '../lexicon/word-class.js';
import { JOURNEYS, QUESTION_WORDS } from '../lexicon/word-groups.js';
import { isA, type Token } from '../text/tokens.js';
import { type Head, headsOf, readFocus } from './focus.js';
import { partyOf } from './party.js';
import type { Scene } from './scene.js';

/** A kind of record, or the status of pilots, and where it is named. */
export interface KindAsked {
  head: Head | 'status';
  at: number;
}

const isSign = (token: Token | undefined) => token?.kind === 'comma' || token?.kind === 'stop';

const mayJoin = (token: Token) =>
  isSign(token) || token.kind === 'joint' || isA(token, 'and', 'follow-up-start');

const asks = (piece: readonly Token[]) => piece.some((token) => isA(token, ...QUESTION_WORDS));

/** Where a question may go on with another: behind a sign, or at "and" before a question word. */
function opensAnother(tokens: readonly Token[], i: number): boolean {
  if (isSign(tokens[i - 1])) return true;
  return (
    isA(tokens[i], 'and', 'follow-up-start') && [1, 2].some((by) => isA(tokens[i + by], ...QUESTION_WORDS))
  );
}

/** What one of several questions asks for; of "who went to …", the missions. */
function focusOf(tokens: readonly Token[], from: number, to: number): KindAsked | undefined {
  const piece = tokens.slice(from, to);
  if (!asks(piece)) return undefined;
  const has = (...classes: readonly WordClass[]) => piece.some((token) => isA(token, ...classes));
  const focus = readFocus(piece, has);
  if (focus !== undefined) return { head: focus.head, at: from + focus.at };
  const status = piece.findIndex((token) => isA(token, 'status'));
  if (status >= 0) return { head: 'status', at: from + status };
  const at = piece.findIndex((token) => headsOf(token).length > 0 && !isA(token, 'go', 'come', 'host'));
  if (at >= 0 && has('who')) return { head: headsOf(piece[at])[0] ?? 'people', at: from + at };
  const deed = piece.findIndex((token) => isA(token, ...JOURNEYS));
  return deed >= 0 ? { head: 'missions', at: from + deed } : undefined;
}

/** "Missions and pilots of Oslo": two kinds of record in one breath. */
function joined(tokens: readonly Token[]): KindAsked[] {
  for (let i = 1; i < tokens.length; i++) {
    if (!isA(tokens[i], 'and') && tokens[i]?.kind !== 'joint') continue;
    const [one] = headsOf(tokens[i - 1]);
    if (one === undefined) continue;
    let at = i + 1;
    while (at - i < 5 && isBetween(tokens[at])) at++;
    const [other] = headsOf(tokens[at]);
    if (other !== undefined && other !== one)
      return [
        { head: one, at: i - 1 },
        { head: other, at },
      ];
  }
  return [];
}

function isBetween(token: Token | undefined): boolean {
  // 哪些城市和奥斯陆有试点 asks for cities that have pilots.
  if (token === undefined || headsOf(token).length > 0 || isA(token, 'exists', 'both')) return false;
  return isA(token, 'article', 'of', 'function') || partyOf(token) !== undefined;
}

/** The kinds of record that a question asks for one after the other, with where each is named; none for a single one. */
export function kindsAsked({ tokens, focus }: Pick<Scene, 'tokens' | 'focus'>): KindAsked[] {
  // Most questions are one, and need no closer look.
  if (!tokens.some((token, i) => i < tokens.length - 1 && mayJoin(token))) return [];
  const pair = joined(tokens);
  if (pair.length > 0 && (focus === undefined || pair.some(({ head }) => head === focus.head))) return pair;
  let from = 0;
  let first: KindAsked | undefined;
  for (let i = 1; i <= tokens.length; i++) {
    if (i < tokens.length && !opensAnother(tokens, i)) continue;
    const own = focusOf(tokens, from, i);
    if (own !== undefined && first !== undefined && own.head !== first.head) return [first, own];
    first ??= own;
    from = i;
  }
  return [];
}
