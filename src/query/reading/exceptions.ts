import { isA, type Token } from '../text/tokens.js';

const isSign = (token: Token) => token.kind === 'comma' || token.kind === 'stop';

/** 奥斯陆除外, 与奥斯陆无关的, 线上的不算: whether what ends before `end` is excepted by the word behind it. */
export function isLeftOut(tokens: readonly Token[], end: number): boolean {
  let i = end;
  while (i < end + 3 && isA(tokens[i], 'function', 'of') && !isA(tokens[i], 'left-out')) i++;
  if (!isA(tokens[i], 'left-out')) return false;
  const next = tokens.slice(i + 1).find((token) => !isA(token, 'function') || isA(token, 'of'));
  return next === undefined || isSign(next) || isA(next, 'of');
}
