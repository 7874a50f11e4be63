import { startsWithHan } from '../text/han.js';
import { isA, type Token } from '../text/tokens.js';

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
