import { DEEDS } from '../lexicon/word-groups.js';
import { startsWithHan } from '../text/han.js';
import { isA, type Token } from '../text/tokens.js';
import { asidesOf } from './asides.js';
import {
  ASKED_ABOUT,
  ASKING,
  asks,
  asksOutright,
  hasContent,
  isCourtesy,
  isSign,
  opensQuestion,
  pieces,
} from './pieces.js';

export interface Sentences {
  /** The tokens that ask. */
  main: Token[];
  /** Sentences and clauses that only say who asks, why, or what about. */
  aside: readonly Token[][];
}

/** A letter's end: what follows "best regards" is who signs. */
function withoutSignature(tokens: readonly Token[]): readonly Token[] {
  const closing = tokens.findLastIndex((token) => isA(token, 'polite'));
  const rest = tokens.slice(closing + 1);
  const signs =
    closing > 0 &&
    rest.length > 0 &&
    rest.length <= 5 &&
    rest.some((token) => token.kind === 'unknown') &&
    rest.every((token) => token.kind === 'unknown' || isSign(token) || token.text.length === 1);
  return signs ? tokens.slice(0, closing + 1) : tokens;
}

/** Where the question begins of "My boss asks which …", "Ms … insists that …"; nothing when it is no such sentence. */
function indirectAt(tokens: readonly Token[]): number | undefined {
  const at = tokens.findIndex((token, i) => {
    if (isA(tokens[i - 1], 'wonder')) return isA(token, ...ASKING) && !isA(token, 'list');
    return isA(tokens[i - 2], 'wonder') && isA(tokens[i - 1], 'pointer');
  });
  const before = tokens.slice(0, at);
  if (at < 2 || before.some((token) => isA(token, ...ASKING) || token.text === '?')) return undefined;
  if (pieces(tokens.slice(at), false).slice(1).some(asksOutright)) return undefined;
  const own = before.slice(before.findLastIndex(({ kind }) => kind === 'stop') + 1);
  const first = own.find((token) => !isCourtesy(token));
  const isSubject =
    first?.kind === 'unknown' || isA(first, 'speaker', 'our', 'article', 'indefinite', 'honorific');
  return isSubject && !startsWithHan(first?.text ?? '') ? at : undefined;
}

/** Separates the question from the sentences around it, which need no explanation. */
export function splitSentences(all: readonly Token[]): Sentences {
  const tokens = withoutSignature(all);
  const at = indirectAt(tokens);
  return at === undefined ? splitBody(tokens) : { main: tokens.slice(at), aside: [tokens.slice(0, at)] };
}

/** What is left of a sentence without its asides: clauses side by side belong together, as in "On the first trip, which cities …". */
function rejoined(parts: readonly Token[][], aside: readonly Token[][]): Token[][] {
  const runs: Token[][] = [[]];
  for (const piece of parts) {
    if (aside.includes(piece)) runs.push([]);
    else runs.at(-1)?.push(...piece);
  }
  return runs.flatMap((run) => pieces(run, false));
}

function splitBody(tokens: readonly Token[]): Sentences {
  // One sentence without a comma is all question.
  const signs = tokens.findIndex((token, i) => isSign(token) || opensQuestion(tokens, i));
  if (signs < 0 || signs === tokens.length - 1) return { main: [...tokens], aside: [] };
  const whole = pieces(tokens, false);
  const clauses = pieces(tokens, true);
  for (const parts of [clauses, whole]) {
    const aside = asidesOf(parts);
    const main = parts.filter((piece) => !aside.includes(piece));
    if (aside.length > 0 && main.some((piece) => asks(piece) || hasContent(piece))) {
      return withoutContext(rejoined(parts, aside), aside);
    }
  }
  return withoutContext(whole, []);
}

/** "Is that true?": what stands before is the question. */
const doubts = (piece: readonly Token[]) =>
  piece.some((token) => isA(token, 'whether')) &&
  piece.every((token) => isSign(token) || isA(token, 'whether', 'function', 'polite', 'or', 'not'));

/** Classes whose words make a sentence of a phrase. */
const TELLING = [
  'speaker',
  'first-person',
  'light-verb',
  'wonder',
  'auxiliary',
  ...DEEDS,
  'hold',
  'cooperate',
  'involve',
  'propose',
  'not-held',
  'not-held-verb',
] as const;

/** "Would like to meet …", "was asked to …" and "Oslo wants …" ask for nothing. */
function wantsToAct(piece: readonly Token[], i: number): boolean {
  const before = piece[i - 1];
  if (isA(before, 'passive', 'someone') || before?.kind === 'unknown' || (before?.names.length ?? 0) > 0)
    return true;
  return isA(piece[i + 1], 'to') && isA(piece[i + 2], ...DEEDS, 'cooperate');
}

/** A sentence that tells something and asks for nothing; "missions to Oslo." alone is a phrase, and asks. */
function tells(piece: readonly Token[]): boolean {
  if (!hasContent(piece)) return true;
  // "Greetings from Oslo!"
  if (isA(piece[0], 'greeting') && !piece.some((token) => isA(token, ...ASKED_ABOUT))) return true;
  // "A firm asks for …" tells, where "I ask for …" asks.
  const isOfOther =
    isA(piece[0], 'article', 'indefinite', 'our', 'honorific') || piece[0]?.kind === 'unknown';
  if (!isOfOther && piece.some((token, i) => isA(token, 'request') && !wantsToAct(piece, i))) return false;
  return piece.some((token) => token.kind === 'unknown' || isA(token, ...TELLING));
}

/** Of several sentences, those before a plain question only tell what it is about; so does one with nothing known in it. */
function withoutContext(parts: readonly Token[][], aside: readonly Token[][]): Sentences {
  if (parts.length + aside.length < 2) return { main: parts.flat(), aside: [] };
  const last = parts.findLastIndex((piece) => asksOutright(piece) && !doubts(piece));
  const asking = parts.some((piece) => asks(piece) && !doubts(piece));
  const context = parts.filter((piece, i) => {
    if (i < last) return !asksOutright(piece) && tells(piece);
    return asking && !asks(piece) && !hasContent(piece) && piece.at(-1)?.kind === 'stop';
  });
  return {
    main: parts.filter((piece) => !context.includes(piece)).flat(),
    aside: [...aside, ...context],
  };
}
