import type { PartyRole, Term } from '../query.js';
import { isA, type Token } from '../text/tokens.js';

/** A city, country or group that a text names, and what it does there. */
export interface Party {
  at: number;
  kind: 'city' | 'country' | 'group';
  id: string;
  role: PartyRole;
  negated: boolean;
  /** Denied by its verb ("did not go to …") and not by itself ("without …"). */
  byVerb: boolean;
  /** Parties that are said in one breath ("Oslo, Porto or Turin") share a number. */
  list: number;
}

export function partyTerm(party: Party, role: PartyRole = party.role): Term {
  return party.kind === 'country'
    ? { kind: 'country', code: party.id, role }
    : { kind: party.kind, id: party.id, role };
}

/** A city, country or group in a token that names no organisation, pilot or mission with the same words. */
export function partyOf(token: Token): { kind: Party['kind']; id: string } | undefined {
  for (const { kind, id } of token.names)
    if (kind === 'city' || kind === 'country' || kind === 'group') return { kind, id };
  return undefined;
}

const VERBS = ['go', 'come', 'host', 'send'] as const;
type Verb = (typeof VERBS)[number];

/** What the subject of a verb does; its object does the other. */
const SUBJECT: Record<Verb, PartyRole> = {
  go: 'traveller',
  come: 'traveller',
  send: 'traveller',
  host: 'host',
};
const opposite = (role: PartyRole): PartyRole =>
  role === 'host' ? 'traveller' : role === 'traveller' ? 'host' : 'any';

const isHan = (token: Token) => /^[\u3400-\u9fff\d]/.test(token.text);

/** Whether a word that is both ("visit", 访问) stands for the deed rather than for the occasion. */
function isVerbHere(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token; // i is within bounds
  if (!isA(token, 'mission', 'meeting', 'exchange')) return true;
  const [before, after] = [tokens[i - 1], tokens[i + 1]];
  const between = before !== undefined && after !== undefined;
  if (isHan(token)) return !isA(before, 'of') || (after !== undefined && partyOf(after) !== undefined);
  if (/ed$/.test(token.text)) return true;
  if (isA(before, 'article') || /^(an?|any|his|her|its|their|our|my|this|that)$/.test(before?.text ?? ''))
    return false;
  const asked = tokens.slice(Math.max(0, i - 6), i).some((word) => isA(word, 'auxiliary', 'who', 'someone'));
  if (asked && !isA(after, 'by', 'of', 'to')) return true;
  return between && partyOf(before) !== undefined && partyOf(after) !== undefined;
}

interface Deed {
  at: number;
  /** What its subject and its object do. */
  subject: PartyRole;
  object: PartyRole;
  negated: boolean;
}

function isPassive(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token; // at is within bounds
  const before = tokens.slice(Math.max(0, at - 3), at);
  if (isHan(token)) return before.some((word) => isA(word, 'passive'));
  if (!/(ed|en|met|held|sent)$/.test(token.text)) return false;
  return isA(tokens[at + 1], 'by') || before.some((word) => isA(word, 'passive') && !isA(word, 'not'));
}

function deedsOf(tokens: readonly Token[]): Deed[] {
  return tokens.flatMap((token, at): Deed[] => {
    const verb = VERBS.find((name) => isA(token, name));
    if (verb === undefined || !isVerbHere(tokens, at) || (isA(token, 'to') && !isHan(token))) return [];
    const subject = SUBJECT[verb];
    const negated = tokens.slice(Math.max(0, at - 2), at).some((word) => isA(word, 'not'));
    if (isPassive(tokens, at)) return [{ at, subject: opposite(subject), object: subject, negated }];
    // 来了谁: who comes stands behind the verb, and the place before it.
    const [next, later] = [tokens[at + 1], tokens[at + 2]];
    const inverted =
      verb === 'come' &&
      isHan(token) &&
      [next, later].some((word) => isA(word, 'who', 'which', 'count', 'what'));
    const guest =
      verb === 'come' &&
      isHan(token) &&
      next !== undefined &&
      partyOf(next) !== undefined &&
      isA(later, 'delegation');
    if (guest || (inverted && (next === undefined || partyOf(next) === undefined))) {
      return [{ at, subject: opposite(subject), object: subject, negated }];
    }
    return [{ at, subject, object: verb === 'send' ? subject : opposite(subject), negated }];
  });
}

const stops = (token: Token | undefined) => token === undefined || token.kind === 'stop';

/** Words that may stand between a preposition and its city. */
function isFiller(token: Token): boolean {
  return (
    isA(token, 'article', 'function', 'city', 'both', 'our') &&
    !isA(token, 'to', 'from', 'in', 'with', 'by', 'except', 'not')
  );
}

/** The role that the word before a list of parties gives it. */
function roleBefore(tokens: readonly Token[], at: number): { role: PartyRole; negated: boolean } | undefined {
  let i = at - 1;
  while (i >= 0 && isFiller(tokens[i] as Token) && at - i < 4) i--; // i is within bounds
  const token = tokens[i];
  if (stops(token) || token === undefined) return undefined;
  const previous = tokens[i - 1];
  if (isA(token, 'except')) return { role: 'any', negated: true };
  if (isA(token, 'not') && (isHan(token) || i === at - 1 || /^(without|no|non)/.test(token.text))) {
    // "Did Oslo not visit" denies the verb; "not Oslo" and 没有奥斯陆 deny the city.
    return { role: 'any', negated: true };
  }
  if (isA(token, 'between')) return { role: 'any', negated: false };
  if (isA(token, 'from')) return { role: 'traveller', negated: false };
  if (isA(token, 'with')) return isA(token, 'and') ? undefined : { role: 'any', negated: false };
  if (isA(token, 'by') && !isHan(token)) {
    if (isA(previous, 'host')) return { role: 'host', negated: false };
    const travels = tokens
      .slice(Math.max(0, i - 4), i)
      .some((word) => isA(word, 'go', 'send', 'mission', 'come', 'delegation'));
    return { role: travels && !isA(previous, 'hold') ? 'traveller' : 'any', negated: false };
  }
  // Who hosts takes part in a mission as well; a trip is whose who travels.
  if (
    isA(token, 'of') &&
    !isHan(token) &&
    /^missions?$/.test(previous?.text ?? '') &&
    !tokens.some((word) => word.text === 'to')
  )
    return { role: 'any', negated: false };
  if (isA(token, 'of') && !isHan(token))
    return { role: isA(previous, 'mission', 'delegation') ? 'traveller' : 'any', negated: false };
  if (isA(token, 'to', 'in')) return { role: 'host', negated: false };
  return undefined;
}

/** The role that the word after a list of parties gives it: "Bergen to Turin", "Oslo's visit to", 以里昂为东道主. */
function roleAfter(tokens: readonly Token[], end: number): PartyRole | undefined {
  const next = tokens[end];
  const isParty = (token: Token | undefined) => token !== undefined && partyOf(token) !== undefined;
  if (isA(next, 'to') && !isA(next, 'host') && isParty(tokens[end + 1])) return 'traveller';
  let i = end;
  while (i < end + 3 && isA(tokens[i], 'function', 'of', 'between', 'article')) i++;
  if (isA(tokens[i], 'delegation')) return 'traveller';
  if (isA(tokens[i], 'mission') && isA(tokens[i + 1], 'to')) return 'traveller';
  return undefined;
}

type Span = readonly [start: number, end: number];

/** The verbs before and after a place in the same sentence, and whether another party is nearer to the second, or its object. */
function deedsAround(
  tokens: readonly Token[],
  [start, end]: Span,
  deeds: readonly Deed[],
  lists: readonly Span[],
) {
  const free = (from: number, to: number) => !tokens.slice(from, to).some(stops);
  const after = deeds.find((deed) => deed.at >= end && free(end, deed.at));
  const before = deeds.findLast((deed) => deed.at < start && free(deed.at, start));
  const inBetween = after === undefined ? [] : tokens.slice(end, after.at);
  return {
    after,
    before,
    asksWho: inBetween.some((token) => isA(token, 'who', 'someone')),
    nearer: after !== undefined && lists.some(([from, to]) => from >= end && to <= after.at),
    hasObject: after !== undefined && lists.some(([from]) => from > after.at && free(after.at, from)),
  };
}

function roleByDeed(
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
function roleOfAsked(
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
  return before?.object ?? 'any';
}

/** Whether a mission goes to the place: "a trip to …". */
function isGoal(tokens: readonly Token[], start: number): boolean {
  return (
    isA(tokens[start - 1], 'to') &&
    !isHan(tokens[start - 1] as Token) &&
    tokens.some((token) => isA(token, 'mission', 'delegation'))
  );
}

/** Neighbouring parties that are said in one breath. */
interface List {
  start: number;
  end: number;
  members: { at: number; kind: Party['kind']; id: string }[];
}

function joins(token: Token): boolean {
  if (token.kind === 'comma' || token.kind === 'joint') return true;
  return isA(token, 'and', 'or', 'both', 'article') && !isA(token, 'to');
}

function listsOf(tokens: readonly Token[]): List[] {
  const lists: List[] = [];
  for (const [at, token] of tokens.entries()) {
    const party = partyOf(token);
    if (party === undefined) continue;
    const last = lists.at(-1);
    if (last !== undefined && tokens.slice(last.end, at).every(joins)) {
      last.end = at + 1;
      last.members.push({ at, ...party });
    } else lists.push({ start: at, end: at + 1, members: [{ at, ...party }] });
  }
  return lists;
}

/** What each party of a text does, from the verbs and prepositions around it, and what the noun at `asked` does. */
export function readParties(
  tokens: readonly Token[],
  asked: number | undefined,
): { parties: Party[]; asked: PartyRole } {
  const deeds = deedsOf(tokens);
  const lists = listsOf(tokens);
  const spans = lists.map(({ start, end }): Span => [start, end]);
  const parties = lists.flatMap(({ start, end, members }, list) => {
    const before = roleBefore(tokens, start);
    const told = before?.role ?? roleAfter(tokens, end) ?? roleByDeed(tokens, [start, end], deeds, spans);
    // "Oslo's mission to Lyon": who is not gone to, goes.
    const goes =
      told === 'any' &&
      before === undefined &&
      lists.some((other) => other.start !== start && isGoal(tokens, other.start));
    const role = before?.negated ? 'any' : goes ? 'traveller' : told;
    const byVerb =
      before?.negated !== true &&
      (isContrasted(tokens, [start, end], deeds) || isDenied(tokens, start, deeds));
    const negated = before?.negated === true || isExcepted(tokens, start) || byVerb;
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

/** "Missions that did not go to …": the verb before the place is denied; in a question of yes or no it is not. */
function isDenied(tokens: readonly Token[], start: number, deeds: readonly Deed[]): boolean {
  const deed = deeds.findLast(
    ({ at }) => at < start && start - at <= 3 && !tokens.slice(at, start).some(stops),
  );
  if (deed?.negated !== true) return false;
  const opening = tokens.find((token) => token.kind === 'phrase' && !isA(token, 'polite', 'greeting'));
  const asksWhether = isA(opening, 'auxiliary') || tokens.some((token) => isA(token, 'whether'));
  return !asksWhether && deeds.length === 1;
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
