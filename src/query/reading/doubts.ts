import { isPlainly, numbered } from '../dates/time-words.js';
import { JOURNEYS } from '../lexicon/word-groups.js';
import type { Query } from '../query.js';
import { isAttributive, startsWithHan } from '../text/han.js';
import { isA, type Token } from '../text/tokens.js';
import { hangsOnDeed } from './event-clauses.js';
import { asksOfException } from './exceptions.js';
import { asksByDenial, headsOf } from './focus.js';
import { uncounted } from './ranks.js';
import type { Scene } from './scene.js';
import { unusedWords } from './use.js';

/** Words of the question that a reading leaves out, and without which its answer would be another question's. */
export function leftOut(query: Query, scene: Scene): Token[] {
  const vague = isTooBroad(query, scene)
    ? scene.tokens.filter(({ kind }) => kind === 'phrase').slice(0, 1)
    : [];
  return [
    ...uncounted(query, scene.tokens),
    ...unusedWords(scene.tokens, query),
    ...pointingNowhere(query, scene),
    ...placeUntold(query, scene),
    ...vague,
    ...deniedInVain(query, scene),
    ...lengths(scene),
    ...counted(scene),
    ...aboutNothing(scene),
    ...betweenEvents(scene),
    ...numbersOfParties(query, scene),
    ...onlyOnes(scene),
    ...repeatedBy(scene),
    ...undated(scene),
    ...followedBy(scene),
    ...allOfThem(scene),
    ...howLong(scene),
  ];
}

/** "Between the two trips": a time that no date was read from. */
function betweenEvents({ tokens, has }: Scene): Token[] {
  if (!has('between')) return [];
  return tokens.filter((token, i) => {
    const [next, after] = tokens.slice(i + 1, i + 4).filter((one) => !isA(one, 'article'));
    const noun = numbered(next, 'cardinal') === undefined ? next : after;
    return isA(token, 'between') && !startsWithHan(token.text) && headsOf(noun).includes('missions');
  });
}

/** "Missions of exactly two cities": no reading counts who takes part. "The two cities" are those that were named. */
function numbersOfParties(query: Query, { tokens, focus }: Scene): Token[] {
  if (query.intent === 'city') return [];
  return tokens.filter((token, i) => {
    const count = token.kind === 'number' ? Number(token.text) : (numbered(token, 'cardinal') ?? 1);
    if (count < 2 || startsWithHan(token.text) || isA(tokens[i - 1], 'article', 'both')) return false;
    const at = tokens.findIndex(
      (one, k) => k > i && k < i + 3 && headsOf(one).some((head) => head === 'city' || head === 'partners'),
    );
    return at > i && at !== focus?.at;
  });
}

/** "Where has only Oslo been?": no reading leaves the others out. */
function onlyOnes({ tokens, has }: Scene): Token[] {
  if (!has('only')) return [];
  return tokens.filter(
    (token, i) =>
      isA(token, 'only') && isA(tokens[i - 1], 'auxiliary') && (tokens[i + 1]?.names.length ?? 0) > 0,
  );
}

/** "The follow-up to the forum" is another mission than the forum. */
const followedBy = ({ tokens, names, has }: Scene) =>
  has('follow-up') && names('mission')
    ? tokens.filter((token) => isA(token, 'follow-up') && token.names.length === 0)
    : [];

/** "Were all meetings online?", "were the meetings all online?": that some were is no answer. */
function allOfThem({ tokens, ask, has }: Scene): Token[] {
  if (ask !== 'whether' || !has('every')) return [];
  return tokens.filter(
    (token, i) =>
      isA(token, 'every') &&
      !startsWithHan(token.text) &&
      [tokens[i - 1], ...tokens.slice(i + 1, i + 4)].some((one) => headsOf(one).length > 0),
  );
}

/** "How many days …": how long a mission took is not held. */
const howLong = ({ tokens, ask }: Scene) =>
  ask === 'count'
    ? tokens.filter((token, i) => isA(token, 'day', 'week') && isA(tokens[i - 1], 'count'))
    : [];

/** "On a Wednesday", "in the first year": a time that no date was read from. */
function undated({ tokens, dates }: Scene): Token[] {
  return tokens.filter(
    (token, i) =>
      (dates.length === 0 && isPlainly(token, 'weekday')) ||
      (isA(token, 'year', 'quarter') && !startsWithHan(token.text) && isA(tokens[i - 1], 'first')),
  );
}

/** "Which city hosted twice?": no reading counts what each of them did. */
function repeatedBy({ tokens, ask, focus, has }: Scene): Token[] {
  if (!has('repeated')) return [];
  return ask === 'who' || focus?.head === 'city' ? tokens.filter((token) => isA(token, 'repeated')) : [];
}

const OWNERS = ['city', 'country', 'partner', 'university', 'company', 'lab'] as const;

/** "How many pilots has each city?" and "who has three pilots?": no reading counts the records of each. */
function counted({ tokens, ask, has, parties, subjects }: Scene): Token[] {
  if (ask === 'whether' && parties.length < 2 && has('each'))
    return tokens.filter(
      (token, i) => isA(token, 'each') && tokens.slice(i, i + 3).some((one) => headsOf(one).includes('city')),
    );
  if (parties.length + subjects.length > 0) return [];
  if (ask === 'count' && has('each'))
    return tokens.filter(
      (token) =>
        isA(token, 'each') && (!startsWithHan(token.text) || (has('pilot') && has(...OWNERS, 'themes'))),
    );
  if (ask !== 'who') return [];
  return tokens.filter(
    (token, i) => (numbered(token, 'cardinal') ?? 1) > 1 && headsOf(tokens[i + 1]).length > 0,
  );
}

const SMALL = new Set<string>(['function', 'polite', 'greeting']);

/** 机器人方面的: what it is about, told by a word that here only addresses somebody or holds a sentence together. */
function aboutNothing({ tokens, has }: Scene): Token[] {
  if (!has('about')) return [];
  return tokens.filter((token, i) => {
    const subject = tokens[i - 1];
    if (!isA(token, 'about') || !isAttributive(token.text) || subject?.kind !== 'phrase') return false;
    return subject.names.length === 0 && subject.words.every((sense) => SMALL.has(sense.class));
  });
}

/** "Half a year after April": a length of time right before a limit that did not take it up. */
function lengths({ tokens, dates }: Scene): Token[] {
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

/** A denial that no condition took up: without it, the answer would be to the contrary question. */
function deniedInVain(query: Query, scene: Scene): Token[] {
  if (!scene.has('not', 'except', 'left-out')) return [];
  const excepted = scene.tokens.filter(
    (token, i) => isA(token, 'left-out') && asksOfException(scene.tokens, i),
  );
  if (excepted.length > 0) return excepted;
  const taken =
    [...query.clauses, ...(query.linked?.clauses ?? [])].some((clause) => clause.negated) ||
    query.linked?.negated === true;
  const besides =
    scene.has('other') &&
    (query.ask === 'who' ||
      scene.focus?.head === 'city' ||
      query.intent === 'themes' ||
      (scene.has('past') && scene.names('mission')));
  if (taken || besides || query.ask === 'whether' || scene.dates.some((date) => date.excluded)) return [];
  // 没有 at the end of a Chinese question only makes it one.
  const last = scene.tokens.findLastIndex(
    (token) => token.kind === 'phrase' && !isA(token, 'function', 'polite'),
  );
  return scene.tokens.filter((token, i) => {
    if (i >= last || !isA(token, 'except', 'left-out', 'not')) return false;
    const denies = isA(token, 'except', 'left-out') || !isA(token, 'function');
    return denies && !asksByDenial(scene.tokens, i);
  });
}

/** The places of "who came to our city?" and "who went there?", where nothing tells which they are. */
function placeUntold(query: Query, { tokens, parties }: Scene): Token[] {
  if ((query.intent !== 'missions' && query.intent !== 'city') || parties.length > 0) return [];
  return tokens.filter((token, i) => {
    if (!isA(token, 'our', 'there') || token.names.length > 0) return false;
    return [1, 2, 3].some((by) => isA(tokens[i - by], ...JOURNEYS));
  });
}

/** The words of "when was that?" that point to something, where nothing before them tells to what. */
function pointingNowhere(query: Query, scene: Scene): Token[] {
  const isOpen = query.clauses.length + query.dates.length === 0 && query.linked === undefined;
  const ofRecords = ['missions', 'pilots', 'partners', 'status', 'city'].includes(query.intent);
  if (!isOpen || !ofRecords || scene.focus !== undefined) return [];
  return scene.tokens.filter((token) => isA(token, 'it', 'there') || token.text === 'that');
}

/** Every record of a kind is an answer only to a question that names the kind. */
function isTooBroad(query: Query, scene: Scene): boolean {
  const isOpen =
    query.clauses.length + query.dates.length === 0 && query.linked === undefined && query.pick === 'all';
  if (!isOpen || query.intent !== 'missions') return false;
  // 会 is a meeting, but mostly "can".
  const isNamed = scene.tokens.some(
    (token) => isA(token, 'mission', 'meeting', 'exchange', 'so-far', 'times') && !isA(token, 'function'),
  );
  return !isNamed || (scene.focus === undefined && scene.has('contact', 'help'));
}

export function isUnexplained(tokens: readonly Token[], token: Token, i: number): boolean {
  if (token.kind === 'unknown' || (isA(token, 'elsewhere') && token.names.length === 0)) return true;
  if (token.kind === 'number') return !isCounted(tokens, i);
  // "Before everything moved online", 出访之后，…: a time that another event tells, and no date.
  if (!isA(token, 'before', 'after')) return false;
  const isHan = startsWithHan(token.text);
  return isHan
    ? (token.text.length > 1 && tokens[i + 1]?.kind === 'comma') || hangsOnDeed(tokens, i)
    : /^(before|after|prior to)$/.test(token.text);
}

/** A small number before a word needs no explanation: "two meetings". */
function isCounted(tokens: readonly Token[], i: number): boolean {
  const [token, next] = [tokens[i], tokens[i + 1]];
  return (
    token !== undefined &&
    token.text.length < 3 &&
    next?.kind === 'phrase' &&
    !isA(next, 'month', 'day') &&
    isA(
      next,
      'mission',
      'meeting',
      'pilot',
      'partner',
      'city',
      'university',
      'company',
      'function',
      'first',
      'last',
      'next',
      'in-person',
      'virtual',
    )
  );
}
