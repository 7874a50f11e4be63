import { numbered } from '../dates/time-words.js';
import { JOURNEYS } from '../lexicon/word-groups.js';
import type { PartyRole } from '../query.js';
import { isA, type Token } from '../text/tokens.js';
import { partyOf } from './party.js';

const VERBS = [...JOURNEYS] as const;

type Verb = (typeof VERBS)[number];

/** What the subject of a verb does; its object does the other. */
const SUBJECT: Record<Verb, PartyRole> = {
  go: 'traveller',
  come: 'traveller',
  send: 'traveller',
  host: 'host',
};

export const opposite = (role: PartyRole): PartyRole =>
  role === 'host' ? 'traveller' : role === 'traveller' ? 'host' : 'any';

export const isHan = (token: Token) => /^[\u3400-\u9fff\d]/.test(token.text);

/** Whether a word that is both ("visit", 访问) stands for the deed rather than for the occasion. */
function isVerbHere(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token; // i is within bounds
  if (!isA(token, 'mission', 'meeting', 'exchange')) return true;
  const [before, after] = [tokens[i - 1], tokens[i + 1]];
  const between = before !== undefined && after !== undefined;
  if (isHan(token)) return !isA(before, 'of') || (after !== undefined && partyOf(after) !== undefined);
  if (/ed$/.test(token.text)) return true;
  if (isA(before, 'article', 'determiner', 'first', 'last', 'next')) return false;
  // "Only one visit", "was the visit": behind a number, or a form of "be", stands a noun.
  if (!isHan(token) && numbered(before, 'cardinal') !== undefined) return false;
  const asked = tokens
    .slice(Math.max(0, i - 6), i)
    .some((word) => isA(word, 'who', 'someone') || (isA(word, 'auxiliary') && !isA(word, 'be')));
  if (asked && !isA(after, 'by', 'of', 'to')) return true;
  return between && partyOf(before) !== undefined && partyOf(after) !== undefined;
}

export interface Deed {
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

export function deedsOf(tokens: readonly Token[]): Deed[] {
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
      // At an event by name, who is named before the verb came to it.
      !tokens.some(({ names }) => names.some(({ kind }) => kind === 'mission')) &&
      // In 访华去了哪里 another verb has what is asked for.
      (isA(next, ...VERBS) ? [next] : [next, later]).some((word) =>
        isA(word, 'who', 'which', 'count', 'what'),
      );
    const guest =
      verb === 'come' &&
      isHan(token) &&
      next !== undefined &&
      partyOf(next) !== undefined &&
      isA(later, 'delegation');
    if (guest || (inverted && (next === undefined || partyOf(next) === undefined))) {
      return [{ at, subject: opposite(subject), object: subject, negated }];
    }
    // Who "left Oslo" is from there.
    const isFrom = verb === 'send' || isA(token, 'leave');
    return [{ at, subject, object: isFrom ? subject : opposite(subject), negated }];
  });
}
