import type { WordClass } from '../lexicon/word-class.js';
import type { Intent, Query } from '../query.js';
import { isA, type Token } from '../text/tokens.js';

const NOUNS: ReadonlyMap<Intent, WordClass> = new Map([
  ['missions', 'mission'],
  ['pilots', 'pilot'],
  ['status', 'pilot'],
  ['partners', 'partner'],
  ['city', 'city'],
]);

/** In words: "and how many exactly of them". */
const OPENING = 5;

/** The noun for the records of a question that asked for all of a kind. */
function nounOfAll(previous: Query): WordClass | undefined {
  const { intent, clauses, dates, pick, linked, field } = previous;
  const isLimited = clauses.length + dates.length > 0 || linked !== undefined || field !== undefined;
  return isLimited || pick !== 'all' ? undefined : NOUNS.get(intent);
}

/** "Of them", "which of these", "came of them", "they all" and 其中, near the start: not in 参与其中. */
function pointsToAll(tokens: readonly Token[], i: number): boolean {
  const [before, token, after] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  const isPartOf = isA(token, 'among') && !isA(before, 'involve', 'attend');
  const isCounted = isA(token, 'it') && isA(before, 'which', 'count', 'both', 'not', 'result');
  const areAll = isA(token, 'they') && isA(after, 'every');
  if (!isPartOf && !isCounted && !areAll) return false;
  return tokens.slice(0, i).filter(({ kind }) => kind === 'phrase').length < OPENING;
}

/** After a list of all records of a kind, the words that point to them stand for the kind: "how many of them are running?". */
export function withKindMeant(tokens: readonly Token[], previous: Query | undefined): readonly Token[] {
  const noun = previous && nounOfAll(previous);
  if (noun === undefined) return tokens;
  return tokens.map((token, i) => (pointsToAll(tokens, i) ? { ...token, words: [{ class: noun }] } : token));
}
