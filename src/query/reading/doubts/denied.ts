import { JOURNEYS, OUTCOMES } from '../../lexicon/word-groups.js';
import type { Query } from '../../query.js';
import { isA, type Token } from '../../text/tokens.js';
import { asksOfException } from '../exceptions.js';
import { asksByDenial } from '../focus.js';
import { partyOf } from '../party.js';
import type { Scene } from '../scene.js';

/** A denial that no condition took up: without it, the answer would be to the contrary question. */
export function deniedInVain(scene: Scene, query: Query): Token[] {
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
      scene.has(...OUTCOMES) ||
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

/** "Where has only Oslo been?": no reading leaves the others out. */
export function onlyOnes({ tokens, has }: Scene): Token[] {
  if (!has('only')) return [];
  return tokens.filter(
    (token, i) =>
      isA(token, 'only') && isA(tokens[i - 1], 'auxiliary') && (tokens[i + 1]?.names.length ?? 0) > 0,
  );
}

/** "Except Oslo's visit to Porto": no reading leaves out one visit by those who made it. */
export function exceptedDeeds({ tokens, has }: Scene): Token[] {
  if (!has('except')) return [];
  return tokens.filter((token, i) => {
    // 没有去过 denies what was done.
    if (!isA(token, 'except') || isA(token, 'not')) return false;
    const end = tokens.findIndex((one, k) => k > i && (one.kind === 'comma' || one.kind === 'stop'));
    const excepted = tokens.slice(i + 1, end < 0 ? tokens.length : end);
    return (
      excepted.filter((one) => partyOf(one) !== undefined).length > 1 &&
      excepted.some((one) => isA(one, ...JOURNEYS))
    );
  });
}
