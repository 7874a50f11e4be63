import type { PartyRole } from '../query.js';
import { isA, type Token } from '../text/tokens.js';
import { type Deed, isHan, opposite } from './deeds.js';
import { partyOf } from './party.js';

export const stops = (token: Token | undefined) => token === undefined || token.kind === 'stop';

/** Words that may stand between a preposition and its city. */
function isFiller(token: Token): boolean {
  return (
    isA(token, 'article', 'function', 'city', 'both', 'our') &&
    !isA(token, 'to', 'from', 'in', 'with', 'by', 'except', 'not')
  );
}

/** A trip is whose who travels; in "missions of …" who hosts takes part as well, unless they are missions to somewhere. */
function isTravellers(tokens: readonly Token[], noun: Token | undefined): boolean {
  if (!isA(noun, 'mission', 'delegation')) return false;
  return !isA(noun, 'shared-mission') || tokens.some((word) => isA(word, 'bare-to'));
}

/** The role that the preposition before a list of parties gives it. */
function roleByPreposition(
  tokens: readonly Token[],
  at: number,
): { role: PartyRole; negated: boolean } | undefined {
  let i = at - 1;
  while (i >= 0 && isFiller(tokens[i] as Token) && at - i < 4) i--; // i is within bounds
  const token = tokens[i];
  if (stops(token) || token === undefined) return undefined;
  const previous = tokens[i - 1];
  if (isA(token, 'except')) return { role: 'any', negated: true };
  if (isA(token, 'not') && (isHan(token) || i === at - 1 || isA(token, 'none'))) {
    // "Did Oslo not visit" denies the verb; "not Oslo" and 没有奥斯陆 deny the city.
    return { role: 'any', negated: true };
  }
  if (isA(token, 'between')) return { role: 'any', negated: false };
  // "The briefing from …" came from them wherever they were.
  const ofEvent = previous?.names.some(({ kind }) => kind === 'mission') === true;
  if (isA(token, 'from')) return { role: ofEvent ? 'any' : 'traveller', negated: false };
  if (isA(token, 'with')) return isA(token, 'and') ? undefined : { role: 'any', negated: false };
  if (isA(token, 'by') && !isHan(token)) {
    if (isA(previous, 'host')) return { role: 'host', negated: false };
    const travels = tokens
      .slice(Math.max(0, i - 4), i)
      .some((word) => isA(word, 'go', 'send', 'mission', 'come', 'delegation'));
    return { role: travels && !isA(previous, 'hold') ? 'traveller' : 'any', negated: false };
  }
  if (isA(token, 'of') && !isHan(token))
    return { role: isTravellers(tokens, previous) ? 'traveller' : 'any', negated: false };
  // "We at Oslo's city hall" tells who asks.
  if (isA(token, 'in') && isA(previous, 'speaker', 'first-person')) return { role: 'any', negated: false };
  if (isA(token, 'to', 'in')) return { role: 'host', negated: false };
  return undefined;
}

export type Span = readonly [start: number, end: number];

/** "At the Oslo–Porto exchange", "at the Oslo online briefing": the cities are who met, and the preposition tells of the noun. */
function namesMeeting(tokens: readonly Token[], [start, end]: Span): boolean {
  const noun = tokens[isA(tokens[end], 'article') ? end + 1 : end];
  if (isA(noun, 'virtual') || noun?.names.some(({ kind }) => kind === 'mission')) return true;
  return end - start > 1 && isA(noun, 'meeting', 'exchange', 'webinar', 'workshop') && !isA(noun, 'of');
}

/** The role that the words before a list of parties give it. */
export function roleBefore(tokens: readonly Token[], span: Span) {
  const before = roleByPreposition(tokens, span[0]);
  return before?.role === 'host' && namesMeeting(tokens, span) ? { ...before, role: 'any' as const } : before;
}

/** The role that the word after a list of parties gives it: "Bergen to Turin", "Oslo's visit to", 以里昂为东道主. */
export function roleAfter(tokens: readonly Token[], end: number): PartyRole | undefined {
  const next = tokens[end];
  const isParty = (token: Token | undefined) => token !== undefined && partyOf(token) !== undefined;
  if (isA(next, 'to') && !isA(next, 'host') && isParty(tokens[end + 1])) return 'traveller';
  let i = end;
  while (i < end + 3 && isA(tokens[i], 'function', 'of', 'between', 'article')) i++;
  if (isA(tokens[i], 'delegation')) return 'traveller';
  if (isA(tokens[i], 'mission') && isA(tokens[i + 1], 'to')) return 'traveller';
  return undefined;
}

/** 去了奥斯陆，里昂…: the verb has its place, and another clause has begun. */
function isDone(tokens: readonly Token[], deed: number, start: number, lists: readonly Span[]): boolean {
  return (
    isHan(tokens[deed] as Token) &&
    tokens.slice(deed, start).some(({ kind }) => kind === 'comma') &&
    lists.some(([from, to]) => from === deed + 1 && to < start)
  );
}
const joined = (between: readonly Token[]) =>
  between.some((token) => isA(token, 'and', 'follow-up-start') && !isHan(token));

/** The verbs before and after a place in the same sentence, and whether another party is nearer to the second, or its object. */
function deedsAround(
  tokens: readonly Token[],
  [start, end]: Span,
  deeds: readonly Deed[],
  lists: readonly Span[],
) {
  const free = (from: number, to: number) => !tokens.slice(from, to).some(stops);
  const after = deeds.find((deed) => deed.at >= end && free(end, deed.at));
  const last = deeds.findLast((deed) => deed.at < start && free(deed.at, start));
  const before = last !== undefined && isDone(tokens, last.at, start, lists) ? undefined : last;
  const inBetween = after === undefined ? [] : tokens.slice(end, after.at);
  return {
    after,
    before,
    asksWho: inBetween.some((token, i) => {
      // Who somebody went with (跟谁) did not go in his place.
      if (isA(token, 'who')) return !isA(token, 'with');
      // 奥斯陆人, 奥斯陆的人, "the Oslo people" and "our people" are of that city, and nobody that is asked for.
      const before = inBetween[i - 1] ?? tokens[end - 1];
      const isOfPlace =
        isA(inBetween[i - 1], 'of') || isA(before, 'our') || (i === 0 && isA(token, 'inhabitant', 'people'));
      return isA(token, 'someone') && !isOfPlace;
    }),
    nearer:
      after !== undefined &&
      // "Our people and those from Oslo went": both are subjects.
      lists.some(([from, to]) => from >= end && to <= after.at && !joined(tokens.slice(end, from))),
    hasObject: after !== undefined && lists.some(([from]) => from > after.at && free(after.at, from)),
  };
}

export function roleByDeed(
  tokens: readonly Token[],
  span: Span,
  deeds: readonly Deed[],
  lists: readonly Span[],
): PartyRole {
  const { after, before, asksWho, nearer, hasObject } = deedsAround(tokens, span, deeds, lists);
  const isNext =
    after !== undefined && (before === undefined || after.at - span[1] < span[0] - before.at || hasObject);
  // A word such as "who" nearer to the verb is its subject, and the city what it is done to.
  // In "Oslo and Porto: who …" the two are those among whom it asks.
  const isChoice = span[1] - span[0] > 1 && tokens[span[1]]?.kind === 'comma';
  if (isNext)
    return (asksWho && !isChoice) || (nearer && !hasObject) ? opposite(after.subject) : after.subject;
  return before?.object ?? 'any';
}

/** What the cities that are asked for do: "which cities did … visit" are the verb's object. */
export function roleOfAsked(
  tokens: readonly Token[],
  at: number,
  deeds: readonly Deed[],
  lists: readonly Span[],
): PartyRole {
  const within = tokens.slice(Math.max(0, at - 3), at);
  if (within.some((token) => isA(token, 'in', 'to') && !isA(token, 'about', 'go'))) return 'host';
  const { after, before, nearer } = deedsAround(tokens, [at, at + 1], deeds, lists);
  if (after !== undefined && (before === undefined || !isHan(tokens[at] as Token))) {
    return nearer ? opposite(after.subject) : after.subject;
  }
  // In 去过奥斯陆的城市 the verb has its object: the cities are who went.
  const hasObject =
    before !== undefined &&
    isA(tokens[at - 1], 'of') &&
    lists.some(([from, to]) => from > before.at && to < at);
  if (hasObject && isHan(tokens[at] as Token)) return before.subject;
  return before?.object ?? 'any';
}

/** Whether a mission goes to the place: "a trip to …". */
export function isGoal(tokens: readonly Token[], start: number): boolean {
  return (
    isA(tokens[start - 1], 'to') &&
    !isHan(tokens[start - 1] as Token) &&
    tokens.some((token) => isA(token, 'mission', 'delegation'))
  );
}
