import { numbered } from '../dates/time-words.js';
import type { Query } from '../query.js';
import { isA, type Token } from '../text/tokens.js';
import { headsOf } from './focus.js';
import type { Scene } from './scene.js';

/** More missions than one counted from an end: "the last three", 前两次. */
export interface Run {
  pick: Exclude<Query['pick'], 'all'>;
  count: number;
}

function countOf(token: Token | undefined): number {
  if (token?.kind === 'number') return token.text.length < 3 ? Number(token.text) : 1;
  return numbered(token, 'cardinal') ?? 1;
}

/** From which end a word beside a number counts. */
function endOf(token: Token | undefined): Run['pick'] | undefined {
  if (isA(token, 'foremost', 'first')) return 'first';
  if (isA(token, 'last', 'recent')) return 'last';
  return isA(token, 'next') ? 'next' : undefined;
}

/** "The last three", "the three latest": whether a number stands beside a word for an end. */
function isCounted(tokens: readonly Token[], i: number): boolean {
  if (countOf(tokens[i]) < 2) return false;
  return (
    endOf(tokens[i - 1]) !== undefined ||
    isA(tokens[i - 1], 'most') ||
    isA(tokens[i + 1], 'first', 'last', 'next')
  );
}

const isOrdinal = (token: Token) => (numbered(token, 'ordinal') ?? 1) > 1 && !isA(token, 'function', 'first');

/** The number of "the second visit to …": only visits to a place and signings are counted, since what a question counts must be plain. */
export function readNth(scene: Scene): number | undefined {
  const at = scene.tokens.findIndex(isOrdinal);
  // A mission may have several memoranda: "the second round" is of missions, "the second memorandum" of none.
  const rounds = scene.has('mou-signed') && !isA(scene.tokens[at + 1], 'mou-signed');
  const isCountable = rounds || scene.parties.some(({ role }) => role === 'host');
  return isCountable ? numbered(scene.tokens[at], 'ordinal') : undefined;
}

/** How many missions a question asks for, and from which end. */
export function readRun({ tokens }: Scene): Run | undefined {
  const at = tokens.findIndex((_, i) => isCounted(tokens, i));
  if (at < 0) return undefined;
  // "The first two cities" are no missions, and only missions have an order.
  const [noun] = tokens.slice(at + 1, at + 4).flatMap(headsOf);
  if (noun !== undefined && noun !== 'missions') return undefined;
  const pick = endOf(tokens[at - 1]) ?? endOf(tokens[at + 1]);
  return pick && { pick, count: countOf(tokens[at]) };
}

/** The numbers that a reading leaves out: without them its answer would be to another question. */
export function uncountedMissions({ tokens }: Scene, query: Query): Token[] {
  return tokens.filter(
    (token, i) =>
      (query.nth === undefined && isOrdinal(token)) || (query.count === undefined && isCounted(tokens, i)),
  );
}
