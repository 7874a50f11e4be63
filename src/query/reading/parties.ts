import type { PartyRole } from '../query.js';
import { isA, type Token } from '../text/tokens.js';
import { type Deed, deedsOf, isHan } from './deeds.js';
import { isLeftOut } from './exceptions.js';
import { headsOf } from './focus.js';
import { type Party, partyOf } from './party.js';
import { isGoal, roleAfter, roleBefore, roleByDeed, roleOfAsked, type Span, stops } from './roles.js';

/** Neighbouring parties that are said in one breath. */
interface List {
  start: number;
  end: number;
  members: { at: number; kind: Party['kind']; id: string }[];
}

export function joins(token: Token): boolean {
  if (token.kind === 'comma' || token.kind === 'joint') return true;
  // 的 makes an attribute of what stands before it, and no list.
  if (isA(token, 'article')) return !isHan(token);
  return isA(token, 'and', 'or', 'both') && !isA(token, 'to');
}

function listsOf(tokens: readonly Token[]): List[] {
  const lists: List[] = [];
  for (const [at, token] of tokens.entries()) {
    const party = partyOf(token);
    if (party === undefined) continue;
    const last = lists.at(-1);
    if (
      last !== undefined &&
      tokens.slice(last.end, at).every(joins) &&
      !isAsked(tokens, last, at) &&
      !followsException(tokens, last, at)
    ) {
      last.end = at + 1;
      last.members.push({ at, ...party });
    } else lists.push({ start: at, end: at + 1, members: [{ at, ...party }] });
  }
  return lists;
}

/** "Which of them hosted: Oslo, Porto?": those behind the colon are the subject. */
const isChoice = (tokens: readonly Token[], start: number, end: number) =>
  tokens[start - 1]?.text === ':' &&
  tokens.slice(end).every(({ kind }) => kind === 'stop' || kind === 'comma');

/** "I wonder which cities Oslo visited": what is asked for and who did it stand side by side. */
const isAsked = (tokens: readonly Token[], { start, end }: List, at: number) =>
  end === at && isA(tokens[start - 1], 'which') && headsOf(tokens[start]).includes('city');

/** 除了奥斯陆，里昂还去了哪里: behind the comma the subject begins, unless the exception goes on behind it. */
function followsException(tokens: readonly Token[], { start, end }: List, at: number): boolean {
  const [before, next] = [tokens[start - 1], tokens[at + 1]];
  if (!isA(before, 'except') || before === undefined || !isHan(before)) return false;
  const isListed = next === undefined || (joins(next) && !isA(next, 'both', 'other'));
  const goesOn = isListed || isLeftOut(tokens, at + 1);
  return tokens[end]?.kind === 'comma' && !goesOn;
}

/** What each party of a text does, from the verbs and prepositions around it, and what the noun at `asked` does. */
export function readParties(
  tokens: readonly Token[],
  asked: number | undefined,
): { parties: Party[]; asked: PartyRole } {
  const deeds = deedsOf(tokens);
  const denies = tokens.some((token) => isA(token, 'not'));
  const lists = listsOf(tokens);
  const spans = lists.map(({ start, end }): Span => [start, end]);
  const parties = lists.flatMap(({ start, end, members }, list) => {
    const before = roleBefore(tokens, [start, end]);
    // In 去奥斯陆的代表团 it is gone to, whatever follows.
    const governing = isHan(tokens[start] as Token)
      ? deeds.find(({ at }) => at === start - 1 && isA(tokens[at], 'go', 'come'))
      : undefined;
    const told =
      before?.role ??
      governing?.object ??
      roleAfter(tokens, end) ??
      roleByDeed(tokens, [start, end], deeds, spans);
    // "Oslo's mission to Lyon": who is not gone to, goes.
    const goes =
      told === 'any' &&
      before === undefined &&
      lists.some((other) => other.start !== start && isGoal(tokens, other.start));
    // 没有奥斯陆来过: nobody of it came.
    const denied = before?.negated === true && isSubjectDenied(tokens, [start, end], deeds);
    const chosen = isChoice(tokens, start, end) ? deeds.at(-1)?.subject : undefined;
    const role = denied
      ? (deeds.find(({ at }) => at >= end)?.subject ?? 'any')
      : before?.negated
        ? 'any'
        : goes
          ? 'traveller'
          : (chosen ?? told);
    const byVerb =
      denied ||
      (before?.negated !== true &&
        denies &&
        (isContrasted(tokens, [start, end], deeds) ||
          isDenied(tokens, start, deeds) ||
          isUninvolved(tokens, start)));
    const negated = before?.negated === true || isExcepted(tokens, start) || isLeftOut(tokens, end) || byVerb;
    return members.map((member): Party => ({ ...member, role, negated, byVerb, list }));
  });
  return { parties, asked: asked === undefined ? 'any' : roleOfAsked(tokens, asked, deeds, spans) };
}

/** "Except those to …": the exception stands before the preposition. */
function isExcepted(tokens: readonly Token[], start: number): boolean {
  let i = start - 1;
  while (
    i >= 0 &&
    start - i < 6 &&
    isA(tokens[i], 'to', 'in', 'from', 'of', 'by', 'article', 'function', 'it', 'mission') &&
    !isA(tokens[i], 'except')
  )
    i--;
  return i < start - 1 && isA(tokens[i], 'except');
}

/** "Pilots that do not involve …": what is denied is the part in it. */
function isUninvolved(tokens: readonly Token[], start: number): boolean {
  let i = start - 1;
  while (start - i < 6 && isA(tokens[i], 'article', 'function', 'with', 'involve', 'cooperate', 'attend'))
    i--;
  const isBare = isA(tokens[start - 1], 'in', 'from') && isA(tokens[start - 2], 'not');
  if (isBare) return !asksWhether(tokens) && !tokens.some((token) => isA(token, 'who'));
  const verbs = tokens.slice(i + 1, start).some((token) => isA(token, 'involve', 'cooperate', 'attend'));
  return verbs && isA(tokens[i], 'not') && !asksWhether(tokens);
}

function asksWhether(tokens: readonly Token[]): boolean {
  const opening = tokens.find((token) => token.kind === 'phrase' && !isA(token, 'polite', 'greeting'));
  return isA(opening, 'auxiliary') || tokens.some((token) => isA(token, 'whether'));
}

/** "Missions that did not go to …": the verb before the place is denied; in a question of yes or no it is not. */
function isDenied(tokens: readonly Token[], start: number, deeds: readonly Deed[]): boolean {
  const deed = deeds.findLast(
    ({ at }) => at < start && start - at <= 3 && !tokens.slice(at, start).some(stops),
  );
  if (deed?.negated !== true) return false;
  return !asksWhether(tokens) && deeds.length === 1;
}

/** 没有奥斯陆(的)人来过: the verb behind denies as well, unless the denial is an exception. */
function isSubjectDenied(tokens: readonly Token[], [start, end]: Span, deeds: readonly Deed[]): boolean {
  const own = deeds.find(({ at }) => at >= end && at <= end + 3);
  return (
    own !== undefined &&
    isA(tokens[start - 1], 'not') &&
    isHan(tokens[own.at] as Token) &&
    !tokens.slice(end, own.at).some(stops)
  );
}

/** "Oslo went but Porto did not": the one whose verb alone is denied is left out. */
function isContrasted(tokens: readonly Token[], [start, end]: Span, deeds: readonly Deed[]): boolean {
  const own = deeds.find((deed) => deed.at >= end && deed.at <= end + 3);
  return (
    own?.negated === true &&
    deeds.some((deed) => !deed.negated && deed.at < start) &&
    !tokens.slice(end, own.at).some(stops)
  );
}
