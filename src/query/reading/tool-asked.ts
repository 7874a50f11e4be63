import { isA, type Token } from '../text/tokens.js';
import type { Scene } from './scene.js';

/** "Was it held on Zoom?", 用腾讯会议开的吗: with what it was held is not told. "Zoom calls" and "on Zoom or in person" say online. */
export function toolAsked({ tokens, ask, has }: Scene): Token | undefined {
  if (!has('tool') || has('in-person')) return undefined;
  const isChoice = (token: Token, i: number) =>
    isA(token, 'or') && isA(tokens[i - 1], 'tool') && isA(tokens[i + 1], 'tool');
  return ask === 'whether' || tokens.some(isChoice) ? tokens.find((token) => isA(token, 'tool')) : undefined;
}

/** The name of a tool without the words before it: "on Zoom". */
export const toolName = ({ typed }: Token) => typed.split(' ').at(-1) ?? typed;
