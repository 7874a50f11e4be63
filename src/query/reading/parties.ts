import type { PartyRole, Term } from '../query.js';
import { isA, type Token } from '../text/tokens.js';

/** A city, country or group that a text names, and what it does there. */
export interface Party {
  at: number;
  kind: 'city' | 'country' | 'group';
  id: string;
  role: PartyRole;
  negated: boolean;
  /** Parties that are said in one breath ("Rome, Granada or Nice") share a number. */
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
  if (!isA(token, 'mission', 'meeting')) return true;
  const [before, after] = [tokens[i - 1], tokens[i + 1]];
  if (isHan(token)) return !isA(before, 'of') || (after !== undefined && partyOf(after) !== undefined);
  if (/ed$/.test(token.text)) return true;
  if (isA(after, 'to', 'by', 'from', 'of', 'in')) return false;
  const asked = tokens.slice(Math.max(0, i - 5), i).some((word) => isA(word, 'auxiliary', 'who'));
  return (
    asked ||
    (before !== undefined &&
      after !== undefined &&
      partyOf(before) !== undefined &&
      partyOf(after) !== undefined)
  );
}

interface Deed {
  at: number;
  /** What the subject does. */
  subject: PartyRole;
}

function deedsOf(tokens: readonly Token[]): Deed[] {
  return tokens.flatMap((token, at) => {
    const verb = VERBS.find((name) => isA(token, name));
    if (verb === undefined || !isVerbHere(tokens, at) || (isA(token, 'to') && !isHan(token))) return [];
    const before = tokens.slice(Math.max(0, at - 3), at);
    const passive = !isHan(token)
      ? /(ed|en|met|held|sent)$/.test(token.text) &&
        before.some((word) => isA(word, 'passive') && !isA(word, 'not'))
      : before.some((word) => isA(word, 'passive'));
    const subject = SUBJECT[verb];
    return [{ at, subject: passive ? opposite(subject) : subject }];
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
    // "Did Rome not visit" denies the verb; "not Rome" and 没有罗马 deny the city.
    return { role: 'any', negated: true };
  }
  if (isA(token, 'between')) return { role: 'any', negated: false };
  if (isA(token, 'from')) return { role: 'traveller', negated: false };
  if (isA(token, 'with')) return isA(token, 'and') ? undefined : { role: 'any', negated: false };
  if (isA(token, 'by'))
    return {
      role: isA(previous, 'host')
        ? 'host'
        : isA(previous, 'go', 'send', 'mission', 'come')
          ? 'traveller'
          : 'any',
      negated: false,
    };
  if (isA(token, 'of') && !isHan(token))
    return { role: isA(previous, 'mission') ? 'traveller' : 'any', negated: false };
  if (isA(token, 'to', 'in')) return { role: 'host', negated: false };
  return undefined;
}

/** The role that the word after a list of parties gives it: "Haikou to Nice", "Rome's visit to", 以柳州为东道主. */
function roleAfter(tokens: readonly Token[], end: number): PartyRole | undefined {
  const next = tokens[end];
  const isParty = (token: Token | undefined) => token !== undefined && partyOf(token) !== undefined;
  if (isA(next, 'to') && !isA(next, 'host') && isParty(tokens[end + 1])) return 'traveller';
  let i = end;
  while (i < end + 2 && isA(tokens[i], 'function', 'of')) i++;
  if (isA(tokens[i], 'mission') && isA(tokens[i + 1], 'to')) return 'traveller';
  return undefined;
}

function roleByDeed(
  tokens: readonly Token[],
  start: number,
  end: number,
  deeds: readonly Deed[],
  lists: readonly (readonly [number, number])[],
): PartyRole {
  const free = (from: number, to: number) => !tokens.slice(from, to).some(stops);
  const after = deeds.find((deed) => deed.at >= end && free(end, deed.at));
  const before = deeds.findLast((deed) => deed.at < start && free(deed.at, start));
  // A word such as "who" nearer to the verb is its subject, and the city what it is done to.
  const asked = after !== undefined && tokens.slice(end, after.at).some((token) => isA(token, 'who'));
  const nearer = after !== undefined && lists.some(([from, to]) => from >= end && to <= after.at);
  const hasObject = after !== undefined && lists.some(([from]) => from > after.at && free(after.at, from));
  if (after !== undefined && (before === undefined || after.at - end < start - before.at || hasObject)) {
    return asked || (nearer && !hasObject) ? opposite(after.subject) : after.subject;
  }
  return before === undefined ? 'any' : opposite(before.subject);
}

/** Finds the parties of a text and what each does, from the verbs and prepositions around it. */
export function readParties(tokens: readonly Token[]): Party[] {
  const found = tokens.flatMap((token, at) => {
    const party = partyOf(token);
    return party === undefined ? [] : [{ at, ...party }];
  });
  const lists: { start: number; end: number; members: typeof found }[] = [];
  for (const party of found) {
    const last = lists.at(-1);
    const between = last === undefined ? undefined : tokens.slice(last.end, party.at);
    const joined = between?.every(
      (token) =>
        token.kind === 'comma' ||
        token.kind === 'joint' ||
        isA(token, 'and', 'or', 'both', 'article') ||
        (isA(token, 'with') && isA(token, 'and')),
    );
    if (last !== undefined && joined && !between?.some((token) => isA(token, 'to'))) {
      last.end = party.at + 1;
      last.members.push(party);
    } else lists.push({ start: party.at, end: party.at + 1, members: [party] });
  }
  const deeds = deedsOf(tokens);
  const spans = lists.map(({ start, end }) => [start, end] as const);
  return lists.flatMap(({ start, end, members }, list) => {
    const before = roleBefore(tokens, start);
    const role = before?.negated
      ? 'any'
      : (before?.role ?? roleAfter(tokens, end) ?? roleByDeed(tokens, start, end, deeds, spans));
    return members.map((member): Party => ({ ...member, role, negated: before?.negated ?? false, list }));
  });
}
