import { isA, type Token } from '../text/tokens.js';

export interface Sentences {
  /** The tokens that ask. */
  main: Token[];
  /** Tokens of sentences that only say who asks, or why. */
  aside: Token[];
}

const isSign = (token: Token) => token.kind === 'stop' || token.kind === 'comma';

/** Cuts at full stops, and at commas where `atCommas`. The sign stays at the end of its piece. */
function pieces(tokens: readonly Token[], atCommas: boolean): Token[][] {
  const all: Token[][] = [[]];
  for (const token of tokens) {
    all.at(-1)?.push(token);
    if (token.kind === 'stop' || (atCommas && token.kind === 'comma')) all.push([]);
  }
  return all.filter((piece) => piece.some((token) => !isSign(token)));
}

const ASKING = ['who', 'where', 'when', 'which', 'what', 'how', 'count', 'times', 'whether', 'list'] as const;

function asks(piece: readonly Token[]): boolean {
  if (piece.at(-1)?.text === '?') return true;
  return piece.some((token) => isA(token, ...ASKING)) || isA(piece[0], 'auxiliary');
}

const CONTENT = [
  'mission',
  'meeting',
  'pilot',
  'partner',
  'university',
  'company',
  'city',
  'status',
  'themes',
  'contact',
  'help',
  'programme',
  'not-held',
] as const;

function hasContent(piece: readonly Token[]): boolean {
  return piece.some((token) => token.names.length > 0 || token.kind === 'number' || isA(token, ...CONTENT));
}

/** "I am from the press office": who speaks, not what is asked. "I would like …" asks. */
function introduces(piece: readonly Token[]): boolean {
  const first = piece.findIndex((token) => !isA(token, 'greeting', 'polite') && !isSign(token));
  const opening = piece.slice(first, first + 2);
  return opening.some((token) => isA(token, 'first-person')) && !piece.some((token) => isA(token, 'request'));
}

/** A letter's end: what follows "best regards" is who signs. */
function withoutSignature(tokens: readonly Token[]): { body: readonly Token[]; signature: readonly Token[] } {
  const closing = tokens.findLastIndex((token) => isA(token, 'polite'));
  const rest = tokens.slice(closing + 1);
  const signs =
    closing > 0 &&
    rest.length > 0 &&
    rest.length <= 5 &&
    rest.every((token) => token.kind === 'unknown' || isSign(token));
  return signs ? { body: tokens.slice(0, closing + 1), signature: rest } : { body: tokens, signature: [] };
}

/** A clause that tells what the speaker does: it begins with "I" or 我 and asks for nothing. */
function tellsOfSpeaker(piece: readonly Token[]): boolean {
  return isA(piece[0], 'speaker') && !piece.some((token) => isA(token, 'request')) && !asks(piece);
}

/** Words that say something of records, so that a clause with one of them may limit what is asked. */
const LIMITING = [
  'go',
  'come',
  'host',
  'send',
  'meet',
  'attend',
  'involve',
  'cooperate',
  'exchange',
  'delegation',
  'virtual',
  'in-person',
  'mou-signed',
  'workshop',
  'webinar',
  'country',
  'elsewhere',
  'people',
  'not',
  'except',
  'only',
  'most',
  'other',
  'before',
  'after',
] as const;

/** Whether a clause may be a condition: it says something of records, or ends in 的 as a noun's attribute does. */
function limits(piece: readonly Token[]): boolean {
  const last = piece.findLast((token) => !isSign(token));
  return last?.text.endsWith('的') === true || piece.some((token) => isA(token, ...LIMITING));
}

/** A clause that only tells why it is asked: 领导催得急. */
function tellsOccasion(piece: readonly Token[]): boolean {
  if (!piece.some((token) => isA(token, 'occasion')) || asks(piece)) return false;
  // 在写关于奥斯陆的论文 names what is written about.
  const words = piece.filter((token) => !isSign(token));
  if (words.length > 2 && isA(words[0], 'occasion') && isA(words.at(-1), 'occasion')) return true;
  const rest = piece.filter((token) => !isA(token, 'occasion'));
  return !hasContent(rest) && !limits(rest);
}

const isAside = (piece: readonly Token[]) =>
  introduces(piece) || tellsOfSpeaker(piece) || tellsOccasion(piece);

/** Separates the question from the sentences around it, which need no explanation. */
export function splitSentences(all: readonly Token[]): Sentences {
  const { body: tokens, signature } = withoutSignature(all);
  const { main, aside } = splitBody(tokens);
  return { main, aside: [...aside, ...signature] };
}

/** The pieces that need no explanation, unless they are what is asked about. */
function asidesOf(parts: readonly Token[][]): Token[][] {
  const asides = parts.length < 2 ? [] : parts.filter(isAside);
  if (asides.length === 0) return [];
  const others = parts.filter((piece) => !asides.includes(piece));
  const asksOfRecords = (piece: readonly Token[]) =>
    hasContent(piece) && (asks(piece) || piece.some((token) => isA(token, 'status')));
  const isTold = others.some(hasContent);
  const isAsked = others.some(asksOfRecords);
  return asides.filter((piece) => {
    if (!hasContent(piece)) return true;
    // "The boss asks who went to …" is the question, and what was heard is what it is about, unless the rest tells.
    const isHeard = !isTold && piece.some((token) => isA(token, 'occasion'));
    return !isHeard && (isAsked || !asksOfRecords(piece));
  });
}

function splitBody(tokens: readonly Token[]): Sentences {
  // One sentence without a comma is all question.
  const signs = tokens.findIndex(isSign);
  if (signs < 0 || signs === tokens.length - 1) return { main: [...tokens], aside: [] };
  const whole = pieces(tokens, false);
  const clauses = pieces(tokens, true);
  for (const parts of [clauses, whole]) {
    const aside = asidesOf(parts);
    const main = parts.filter((piece) => !aside.includes(piece));
    if (aside.length > 0 && main.some((piece) => asks(piece) || hasContent(piece))) {
      return dropRemarks(main, aside);
    }
  }
  return dropRemarks(whole, []);
}

/** Of several sentences, one that neither asks nor holds anything known is a remark when another asks. */
function dropRemarks(parts: readonly Token[][], aside: readonly Token[][]): Sentences {
  if (parts.length + aside.length < 2) return { main: parts.flat(), aside: [] };
  const asking = parts.filter(asks);
  const remarks =
    asking.length === 0
      ? []
      : parts.filter((piece) => !asks(piece) && !hasContent(piece) && piece.at(-1)?.kind === 'stop');
  return {
    main: parts.filter((piece) => !remarks.includes(piece)).flat(),
    aside: [...aside, ...remarks].flat(),
  };
}
