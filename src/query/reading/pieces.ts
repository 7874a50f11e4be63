import { isOfTime } from '../dates/dates.js';
import { CONTENT, QUESTION_WORDS } from '../lexicon/word-groups.js';
import { isA, type Token } from '../text/tokens.js';

/** A full stop or a comma of any kind. */
export const isSign = (token: Token | undefined) => token?.kind === 'stop' || token?.kind === 'comma';

/** Words that ask. */
export const ASKING = [...QUESTION_WORDS, 'whether', 'list'] as const;

/** "I have one question: who …", "… – which …": behind a colon or a dash a question may begin. */
export function opensQuestion(tokens: readonly Token[], i: number): boolean {
  const [sign, next] = [tokens[i], tokens[i + 1]];
  if (sign?.text !== ':' && sign?.kind !== 'joint') return false;
  return isA(next, ...ASKING, 'exists') || (isA(next, 'auxiliary') && sign.text === ':');
}

/** Cuts at full stops and where a question begins, and at commas where `atCommas`. The sign stays at the end of its piece. */
export function pieces(tokens: readonly Token[], atCommas: boolean): Token[][] {
  const all: Token[][] = [[]];
  for (const [i, token] of tokens.entries()) {
    all.at(-1)?.push(token);
    if (token.kind === 'stop' || (atCommas && token.kind === 'comma') || opensQuestion(tokens, i))
      all.push([]);
  }
  return all.filter((piece) => piece.some((token) => !isSign(token)));
}

/** Whether a piece asks something: a word in it does, or its form. */
export function asks(piece: readonly Token[]): boolean {
  if (piece.at(-1)?.text === '?') return true;
  return piece.some((token) => isA(token, ...ASKING)) || isA(piece[0], 'auxiliary');
}

/** Words that make a piece one of the question, beside names and times. */
export const ASKED_ABOUT = [...CONTENT, 'help', 'except'] as const;

/** "May" and "fall" are also verbs. */
const isTime = (token: Token) => isOfTime(token) && !isA(token, 'function', 'light-verb', 'light-noun');

/** Whether a piece says anything that a question may be about. */
export function hasContent(piece: readonly Token[]): boolean {
  return piece.some((token) => token.names.length > 0 || isTime(token) || isA(token, ...ASKED_ABOUT));
}

/** A sign, a greeting or a word of courtesy: nothing that is asked. */
export const isCourtesy = (token: Token) => isSign(token) || isA(token, 'greeting', 'polite');

/** Whether a piece is a question by its form, whatever stands in it: it ends or begins as one. */
export function asksOutright(piece: readonly Token[]): boolean {
  const first = piece.find((token) => !isCourtesy(token) && !isA(token, 'follow-up-start'));
  return piece.at(-1)?.text === '?' || isA(first, ...ASKING, 'auxiliary', 'exists');
}
