import { QUESTION_WORDS } from '../lexicon/word-groups.js';
import { startsWithHan } from '../text/han.js';
import { isA, type Token } from '../text/tokens.js';
import { headsOf } from './focus.js';

const isSign = (token: Token) => token.kind === 'comma' || token.kind === 'stop';

const isSmall = (token: Token | undefined) => isA(token, 'function', 'of') && !isA(token, 'left-out', 'not');

/** "Excluded", "not included", 除外: where the words that except end; nothing when others stand there. */
function excepts(tokens: readonly Token[], at: number): number | undefined {
  if (isA(tokens[at], 'left-out')) return at + 1;
  return isA(tokens[at], 'not') && isA(tokens[at + 1], 'involve') ? at + 2 : undefined;
}

/** "Is Oslo excluded?" asks whether it is, and excepts nothing. */
export function asksOfException(tokens: readonly Token[], end: number): boolean {
  const start = tokens.slice(0, end).findLastIndex(isSign) + 1;
  return tokens.slice(start, end).some((token) => isA(token, 'auxiliary') && !startsWithHan(token.text));
}

/** 奥斯陆除外, 与奥斯陆无关的, "online ones excluded": whether what ends before `end` is excepted by the words behind it. */
export function isLeftOut(tokens: readonly Token[], end: number): boolean {
  let i = end;
  while (i < end + 3 && isSmall(tokens[i])) i++;
  const behind = excepts(tokens, i);
  if (behind === undefined || asksOfException(tokens, end)) return false;
  const next = tokens.slice(behind).find((token) => !isA(token, 'function') || isA(token, 'of'));
  return next === undefined || isSign(next) || isA(next, 'of');
}

/** "All the trips", "every city", "everyone", "who": whether a text ends with all of a kind. */
function endsWithAll(tokens: readonly Token[]): boolean {
  if (isA(tokens.at(-1), 'someone', 'who') && !isA(tokens.at(-1), 'not')) return true;
  const every = tokens.findLastIndex((token) => isA(token, 'every'));
  const kind = tokens.slice(every + 1);
  const isOneNoun = !kind.some((token) => isSign(token) || isA(token, 'auxiliary', 'not', 'except'));
  return every >= 0 && isOneNoun && kind.some((token) => headsOf(token).length > 0);
}

/** What a "but" goes on with where it excepts nothing. */
const GOES_ON = [
  ...QUESTION_WORDS,
  'not',
  'only',
  'except',
  'function',
  'auxiliary',
  'speaker',
  'in',
  'to',
  'from',
  'with',
  'about',
] as const;

/** "Every city but Oslo": whether the "but" at `i` excepts what is named behind it; "but mainly …" and "but it …" go on. */
export function isException(tokens: readonly Token[], i: number): boolean {
  if (!isA(tokens[i], 'but') || !endsWithAll(tokens.slice(0, i))) return false;
  const next = tokens.slice(i + 1).find((token) => !isA(token, 'article'));
  if (next === undefined || isSign(next)) return false;
  return next.names.length > 0 || isA(next, 'it', 'pointer') || !isA(next, ...GOES_ON);
}
