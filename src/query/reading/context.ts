import { type DateMention, isOfTime } from '../dates/dates.js';
import { numbered, relative } from '../dates/time-words.js';
import type { WordClass } from '../lexicon/word-class.js';
import { JOURNEYS, OVERVIEW, RECORDS, TRAITS } from '../lexicon/word-groups.js';
import { isA, type Token } from '../text/tokens.js';

const isNamed = (token: Token) => token.names.some(({ kind }) => kind !== 'programme');

const isPlace = (token: Token) => token.names.some(({ kind }) => kind === 'city');

/** Words by which a question is limited, or is about the programme as a whole: it needs nothing from around it. */
const LIMITS: readonly WordClass[] = [
  ...TRAITS,
  'follow-up',
  'pilots-identified',
  'first',
  'last',
  'next',
  ...OVERVIEW,
];

/** What no sentence before it can be about. */
const WHOLE: readonly WordClass[] = ['contact', 'help', 'not-held'];

/** Kinds of records that a question may take over, and what was done with them. */
const KINDS = [...RECORDS, 'exchange'] as const;
const RELATIONS = [
  'go',
  'come',
  'host',
  'to',
  'from',
  'of',
  'in',
  'with',
  'between',
  'and',
  'during',
] as const;

/** "Could that have been …?", "into that period", "is there one": a word that points back, and no conjunction. */
function pointsBack(tokens: readonly Token[], i: number): boolean {
  if (isA(tokens[i], 'it', 'they', 'there', 'we', 'our', 'that-time')) return true;
  if (isA(tokens[i], 'us')) return isA(tokens[i - 1], ...JOURNEYS, 'to', 'with', 'in');
  return (
    isA(tokens[i], 'pointer') &&
    isA(tokens[i - 1], 'auxiliary', 'exists', 'to', 'in', 'of', 'from', 'with', 'by', 'about')
  );
}

/** Whose they are tells who speaks: "my professor" is none of the programme's. */
const isOfSpeaker = (tokens: readonly Token[], i: number) =>
  isA(tokens[i - 1], 'our', 'speaker') &&
  (isA(tokens[i], 'people') || tokens[i]?.names.every(({ kind }) => kind === 'topic') === true) &&
  !isA(tokens[i], ...KINDS);

/** "Which meetings were we part of?" */
const tookPart = (tokens: readonly Token[], i: number) =>
  isA(tokens[i], 'speaker') && isA(tokens[i + 1], 'attend', 'involve', 'host');

/** "Where could I go?": what is open to who asks is open to the place that was told. */
const mayTakePart = (tokens: readonly Token[], i: number) =>
  isA(tokens[i - 1], 'able') &&
  isA(tokens[i], 'speaker') &&
  isA(tokens[i + 1], 'go', 'attend', 'involve', 'cooperate') &&
  !tokens.some((token) => isA(token, ...WHOLE));

const isOfDays = (token: Token) => ['day', 'week'].includes(relative(token)?.unit ?? '');

/** "Yesterday" and "next month" are when the speaker acts, "last year" may be when the programme did. */
const isOfProgramme = ({ tokens }: DateMention) =>
  !tokens.some((token) => isOfDays(token) || isA(token, 'next') || (relative(token)?.offset ?? 0) > 0);

/** What a sentence gives the question that it stands beside. Of one about the speaker what he does, and where, does not count. */
function takenFrom(
  piece: readonly Token[],
  times: readonly DateMention[],
  { withDeeds, isMeant }: { withDeeds: boolean; isMeant: boolean },
): Token[] {
  const dated = new Set(times.filter(isOfProgramme).flatMap(({ tokens }) => tokens));
  const isOwn = isA(piece[0], 'speaker', 'first-person') && !isA(piece[0], 'hearsay');
  return piece.filter((token, i) => {
    const next = piece[i + 1];
    // A letter from June is of June, and not of later months.
    const dates = isA(token, 'from') && next !== undefined && dated.has(next);
    if (dates || isOfSpeaker(piece, i)) return false;
    if (isNamed(token) || dated.has(token)) return true;
    if (numbered(token, 'ordinal') !== undefined) return true;
    if (!withDeeds || isOfTime(token)) return false;
    if (isOwn) return isMeant && isA(token, ...LIMITS, ...KINDS);
    return token.kind === 'stop' || isA(token, ...LIMITS, ...KINDS, ...RELATIONS);
  });
}

/**
 * Completes a question from the sentences around it. What is said of the speaker counts where the question says "our"; what
 * else is said, where the question points back to it, or names nothing itself.
 */
export function withContext(
  main: readonly Token[],
  aside: readonly Token[][],
  timesIn: (tokens: readonly Token[]) => readonly DateMention[],
): readonly Token[] {
  if (aside.length === 0) return main;
  const own = aside.flat().find(isPlace);
  const isOurs = (token: Token, i: number) =>
    isA(token, 'our') ||
    ((isA(token, 'we') || mayTakePart(main, i) || tookPart(main, i)) && !main.some(isPlace));
  if (own !== undefined && main.some(isOurs))
    return main.map((token, i) => (isOurs(token, i) ? { ...token, names: own.names } : token));
  const named = main.findIndex(isNamed);
  const pointer = main.findIndex((_, i) => pointsBack(main, i));
  const points = pointer >= 0 && (named < 0 || pointer < named);
  const isTimed = timesIn(main).length > 0;
  const isOpen = named < 0 && !isTimed && !main.some((token) => isA(token, ...LIMITS, ...WHOLE));
  if (!points && !isOpen) return isTimed ? main : [...timeMeant(main, aside, timesIn), ...main];
  const isMeant = points && !isA(main[pointer], 'there');
  const withDeeds = !main.some((token) => isA(token, ...JOURNEYS));
  const taken = aside.flatMap((piece) => [
    ...piece.filter((_, i) => (points && isNewName(piece, i)) || isUnknownSubject(piece, i)),
    ...takenFrom(piece, isTimed ? [] : timesIn(piece), { withDeeds, isMeant }),
  ]);
  return [...taken, ...main];
}

/** The time that "where did Oslo go that month?" means. */
function timeMeant(
  main: readonly Token[],
  aside: readonly Token[][],
  timesIn: (tokens: readonly Token[]) => readonly DateMention[],
): Token[] {
  if (!main.some((token) => isA(token, 'that-time'))) return [];
  return aside.flatMap((piece) =>
    timesIn(piece)
      .filter(isOfProgramme)
      .flatMap(({ tokens }) => tokens),
  );
}

/** A name that nothing here has, and to which "they" or "her" may point. */
function isNewName(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  return token?.kind === 'unknown' && /^\p{Lu}/u.test(token.typed);
}

/** "A pilot on tea", "a visit to …": what is unknown behind such a word limits what was told of. */
function isUnknownSubject(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (isA(token, 'elsewhere')) return true;
  const before = isA(tokens[i - 1], 'article', 'indefinite') ? tokens[i - 2] : tokens[i - 1];
  return token?.kind === 'unknown' && isA(before, 'about', 'of', 'in', 'to', 'from', 'with');
}
