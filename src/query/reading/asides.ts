import { DEEDS, TRAITS } from '../lexicon/word-groups.js';
import { isAttributive } from '../text/han.js';
import { isA, type Token } from '../text/tokens.js';
import { asks, asksOutright, hasContent, isCourtesy, isSign } from './pieces.js';
import { tellsWhoAsks } from './who-asks.js';

/** "I am from the press office": who speaks, not what is asked. "I would like …" asks. */
function introduces(piece: readonly Token[]): boolean {
  const first = piece.findIndex((token) => !isCourtesy(token));
  const opening = piece.slice(first, first + 2);
  return opening.some((token) => isA(token, 'first-person')) && !piece.some((token) => isA(token, 'request'));
}

/** "Dear Ms …,", "Hi …,": who is spoken to. */
const addresses = (piece: readonly Token[]) =>
  isA(piece[0], 'greeting', 'polite') &&
  piece.length < 7 &&
  piece.every((token) => isCourtesy(token) || isA(token, 'honorific') || token.kind === 'unknown');

/** A clause that tells what the speaker does: it begins with "I" or 我 and asks for nothing. */
function tellsOfSpeaker(piece: readonly Token[]): boolean {
  return isA(piece[0], 'speaker') && !piece.some((token) => isA(token, 'request')) && !asks(piece);
}

/** Words that say something of records, so that a clause with one of them may limit what is asked. */
const LIMITING = [
  ...DEEDS,
  ...TRAITS,
  'involve',
  'cooperate',
  'exchange',
  'delegation',
  'country',
  'elsewhere',
  'people',
  'not',
  'except',
  'only',
  'most',
  'untold',
  'other',
  'before',
  'after',
] as const;

/** Whether a clause may be a condition: it says something of records, or ends as a noun's attribute does. */
function limits(piece: readonly Token[]): boolean {
  const last = piece.findLast((token) => !isSign(token));
  return (last !== undefined && isAttributive(last.text)) || piece.some((token) => isA(token, ...LIMITING));
}

/** A clause that only tells why it is asked: 领导催得急. */
function tellsOccasion(piece: readonly Token[]): boolean {
  if (!piece.some((token) => isA(token, 'occasion')) || asks(piece)) return false;
  // 在写关于奥斯陆的论文 names what is written about.
  const words = piece.filter((token) => !isSign(token));
  if (words.length > 2 && isA(words[0], 'occasion') && isA(words.at(-1), 'occasion')) return true;
  const rest = piece.filter((token) => !isA(token, 'occasion'));
  return !hasContent(rest) && !limits(rest);
}

const isAside = (piece: readonly Token[]) =>
  introduces(piece) ||
  tellsOfSpeaker(piece) ||
  addresses(piece) ||
  tellsOccasion(piece) ||
  (!asks(piece) && tellsWhoAsks(piece));

/** "Although it rained, …": a clause that leads to the question behind it. */
const leadsOn = (piece: readonly Token[], next: readonly Token[] | undefined) =>
  isA(piece[0], 'subordinate') && next !== undefined && asksOutright(next);

/** The pieces that need no explanation, unless they are what is asked about. */
export function asidesOf(parts: readonly Token[][]): Token[][] {
  const asides =
    parts.length < 2 ? [] : parts.filter((piece, i) => isAside(piece) || leadsOn(piece, parts[i + 1]));
  if (asides.length === 0) return [];
  const others = parts.filter((piece) => !asides.includes(piece));
  const asksOfRecords = (piece: readonly Token[]) =>
    hasContent(piece) && (asks(piece) || piece.some((token) => isA(token, 'status')));
  const isTold = others.some(hasContent);
  const isAsked = others.some(asksOfRecords);
  return asides.filter((piece) => {
    if (!hasContent(piece)) return true;
    // "The boss asks who went to …" is the question, and what was heard is what it is about, unless the rest tells.
    const isHeard = !isTold && piece.some((token) => isA(token, 'occasion'));
    return !isHeard && (isAsked || !asksOfRecords(piece));
  });
}
