import { numbered } from '../../dates/time-words.js';
import { DEEDS } from '../../lexicon/word-groups.js';
import type { Query } from '../../query.js';
import { startsWithHan } from '../../text/han.js';
import { isA, type Token } from '../../text/tokens.js';
import { headsOf } from '../focus.js';
import type { Scene } from '../scene.js';

/** "Missions of exactly two cities": no reading counts who takes part. "The two cities" are those that were named. */
export function numbersOfParties({ tokens, focus }: Scene, query: Query): Token[] {
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

/** "Which city hosted twice?": no reading counts what each of them did. */
export function repeatedBy({ tokens, ask, focus, has }: Scene): Token[] {
  if (!has('repeated')) return [];
  // 头两次 are the first two.
  return ask === 'who' || focus?.head === 'city'
    ? tokens.filter((token, i) => isA(token, 'repeated') && !isA(tokens[i - 1], 'foremost', 'first', 'last'))
    : [];
}

const OWNERS = ['city', 'country', 'partner', 'university', 'company', 'lab'] as const;

/** "How many pilots has each city?" and "who has three pilots?": no reading counts the records of each. */
export function countedOfEach({ tokens, ask, has, parties, subjects }: Scene): Token[] {
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

/** 所有会议都…吗, 去过所有城市吗: said of each of them, where 所有会议里 and 所有会议的 only name them, and 一共 counts. */
function isOfEach(tokens: readonly Token[], at: number): boolean {
  const rest = tokens.slice(at + 1);
  if (rest.some((one) => isA(one, 'both', 'wholly'))) return true;
  const noun = rest.findIndex((one) => headsOf(one).length > 0);
  const next = rest[noun + 1];
  if (noun < 0 || isA(next, 'in', 'among')) return false;
  const isObject = tokens.slice(0, at).some((one) => isA(one, ...DEEDS, 'involve', 'cooperate'));
  return isObject || isA(next, ...DEEDS, 'involve', 'cooperate', 'hold');
}

/** "Were all meetings online?", "were the meetings all online?", 所有会议都…吗: that some were is no answer. */
export function allOfThem({ tokens, ask, has }: Scene): Token[] {
  if (ask !== 'whether' || !has('every')) return [];
  return tokens.filter(
    (token, i) =>
      isA(token, 'every') &&
      (!startsWithHan(token.text) || isOfEach(tokens, i)) &&
      [tokens[i - 1], ...tokens.slice(i + 1, i + 4)].some((one) => headsOf(one).length > 0),
  );
}

/** "How many days …": how long a mission took is not held. */
export const howLong = ({ tokens, ask }: Scene) =>
  ask === 'count'
    ? tokens.filter((token, i) => isA(token, 'day', 'week') && isA(tokens[i - 1], 'count'))
    : [];
