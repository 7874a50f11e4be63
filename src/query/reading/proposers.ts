import { PARTNERS } from '../lexicon/word-groups.js';
import { startsWithHan } from '../text/han.js';
import { isA, type Token } from '../text/tokens.js';
import { partyOf } from './party.js';
import type { Scene } from './scene.js';

/** Whether a word at a place puts somebody's proposal into words: "proposed by Oslo", "did Oslo propose", 企业提议的. */
export function isOfProposer(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !isA(token, 'put-forward') || token.names.length > 0) return false;
  return isDoneBy(tokens, at) || hasDoer(tokens, at);
}

/** Whether it is asked who proposed something: pilots tell it in their descriptions at most. */
export const asksOfProposer = ({ tokens, has }: Pick<Scene, 'tokens' | 'has'>) =>
  has('put-forward') && tokens.some((_, at) => isOfProposer(tokens, at));

/** Of who proposed a pilot and whether it was somebody, the pilot is told, with no name for an answer and no yes. */
export function withoutProposer(scene: Scene): Scene {
  const decides = scene.ask === 'who' || scene.ask === 'whether';
  return decides && asksOfProposer(scene) ? { ...scene, ask: 'what' } : scene;
}

const isAgent = (token: Token) =>
  partyOf(token) !== undefined ||
  token.names.some(({ kind }) => kind === 'organisation') ||
  isA(token, 'who', 'city', 'country', ...PARTNERS);

function isDoneBy(tokens: readonly Token[], at: number): boolean {
  const by = tokens.findIndex((token, i) => i > at && i < at + 3 && isA(token, 'by'));
  return by > at && tokens.slice(by + 1, by + 6).some(isAgent);
}

/** Who stands right before the verb, unless it is passive or a preposition governs the name. */
function hasDoer(tokens: readonly Token[], at: number): boolean {
  let doer = at - 1;
  while (isA(tokens[doer], 'function', 'auxiliary', 'have', 'light-verb') && !isA(tokens[doer], 'be')) doer--;
  const token = tokens[doer];
  if (token === undefined || !isAgent(token)) return false;
  const isHan = startsWithHan(tokens[at]?.text ?? '');
  return isHan || !isA(tokens[doer - 1], 'with', 'in', 'of', 'from', 'to');
}
