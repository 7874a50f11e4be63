import { numbered } from '../../dates/time-words.js';
import { DEEDS, JOURNEYS, OUTCOMES, TRAITS } from '../../lexicon/word-groups.js';
import type { Query } from '../../query.js';
import { startsWithHan } from '../../text/han.js';
import { isA, type Token } from '../../text/tokens.js';
import { asksOfException } from '../exceptions.js';
import { asksByDenial, headsOf } from '../focus.js';
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

/** "Show me only …", 能只看…: who limits the list that he asks for does not ask whether it is so. */
const limitsList = (token: Token | undefined) =>
  isA(token, 'list', 'wonder', 'request') || (isA(token, 'able') && startsWithHan(token?.text ?? ''));

/** "Only Oslo", "only went", 只有两个: what a question of yes or no limits; "only wondering" limits nothing. */
function limitsAt(tokens: readonly Token[], i: number): boolean {
  if (limitsList(tokens[i - 1])) return false;
  const next = tokens.slice(i + 1).find((token) => !isA(token, 'article', 'to', 'in'));
  if (next === undefined) return false;
  const isCount = next.kind === 'number' || (numbered(next, 'cardinal') ?? 1) > 1;
  return isCount || next.names.length > 0 || headsOf(next).length > 0 || isA(next, ...DEEDS, ...TRAITS);
}

/** "Where has only Oslo been?", "did only Oslo go?", 只有奥斯陆去了吗: no reading leaves the others out. */
export function onlyOnes({ tokens, ask, has }: Scene): Token[] {
  if (!has('only')) return [];
  return tokens.filter((token, i) => {
    if (!isA(token, 'only')) return false;
    if (ask === 'whether' && limitsAt(tokens, i)) return true;
    return isA(tokens[i - 1], 'auxiliary') && (tokens[i + 1]?.names.length ?? 0) > 0;
  });
}

/** "Except Oslo's visit to Porto": no reading leaves out one visit by those who made it. */
export function exceptedDeeds({ tokens, has }: Scene): Token[] {
  if (!has('except')) return [];
  return tokens.filter((token, i) => {
    // 没有去过 denies what was done.
    if (!isA(token, 'except') || isA(token, 'not')) return false;
    // "Who but Oslo went to Porto?" has no clause of its own.
    const end = tokens.findIndex(({ kind }, k) => k > i && kind === 'comma');
    const excepted = tokens.slice(i + 1, Math.max(i + 1, end));
    return (
      excepted.filter((one) => partyOf(one) !== undefined).length > 1 &&
      excepted.some((one) => isA(one, ...JOURNEYS))
    );
  });
}
