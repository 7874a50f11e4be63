import type { Token } from '../text/tokens.js';

/** Words as they were typed, neighbours in one piece. */
export function phrasesOf(tokens: readonly Token[]): string[] {
  const phrases: { text: string; to: number }[] = [];
  for (const token of tokens) {
    const last = phrases.at(-1);
    if (last !== undefined && token.from >= last.to && token.from - last.to <= 1) {
      last.text += `${token.from > last.to ? ' ' : ''}${token.typed}`;
      last.to = token.to;
    } else phrases.push({ text: token.typed, to: token.to });
  }
  return phrases.map(({ text }) => text);
}
