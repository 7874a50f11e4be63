import { isOfTime } from '../dates/dates.js';
import { startsWithHan } from '../text/han.js';
import { isA, type Token } from '../text/tokens.js';
import { tellsWhoAsks } from './who-asks.js';

export interface Sentences {
  /** The tokens that ask. */
  main: Token[];
  /** Sentences and clauses that only say who asks, why, or what about. */
  aside: readonly Token[][];
}

const isSign = (token: Token | undefined) => token?.kind === 'stop' || token?.kind === 'comma';

const ASKING = ['who', 'where', 'when', 'which', 'what', 'how', 'count', 'times', 'whether', 'list'] as const;

/** "I have one question: who …", "… – which …": behind a colon or a dash a question may begin. */
function opensQuestion(tokens: readonly Token[], i: number): boolean {
  const [sign, next] = [tokens[i], tokens[i + 1]];
  if (sign?.text !== ':' && sign?.kind !== 'joint') return false;
  return isA(next, ...ASKING, 'exists') || (isA(next, 'auxiliary') && sign.text === ':');
}

/** Cuts at full stops and where a question begins, and at commas where `atCommas`. The sign stays at the end of its piece. */
function pieces(tokens: readonly Token[], atCommas: boolean): Token[][] {
  const all: Token[][] = [[]];
  for (const [i, token] of tokens.entries()) {
    all.at(-1)?.push(token);
    if (token.kind === 'stop' || (atCommas && token.kind === 'comma') || opensQuestion(tokens, i))
      all.push([]);
  }
  return all.filter((piece) => piece.some((token) => !isSign(token)));
}

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
  'virtual',
  'in-person',
  'mou-signed',
  'workshop',
  'webinar',
  'except',
] as const;

/** "May" and "fall" are also verbs. */
const isTime = (token: Token) => isOfTime(token) && !isA(token, 'function', 'light-verb', 'light-noun');

function hasContent(piece: readonly Token[]): boolean {
  return piece.some((token) => token.names.length > 0 || isTime(token) || isA(token, ...CONTENT));
}

const isCourtesy = (token: Token) => isSign(token) || isA(token, 'greeting', 'polite');

/** "I am from the press office": who speaks, not what is asked. "I would like …" asks. */
function introduces(piece: readonly Token[]): boolean {
  const first = piece.findIndex((token) => !isCourtesy(token));
  const opening = piece.slice(first, first + 2);
  return opening.some((token) => isA(token, 'first-person')) && !piece.some((token) => isA(token, 'request'));
}

/** "Dear Ms …,", "Hi …,": who is spoken to. */
const addresses = (piece: readonly Token[]) =>
  isA(piece[0], 'greeting', 'polite') &&
  piece.length < 7 &&
  piece.every((token) => isCourtesy(token) || isA(token, 'honorific') || token.kind === 'unknown');

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
  'untold',
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
  introduces(piece) ||
  tellsOfSpeaker(piece) ||
  addresses(piece) ||
  tellsOccasion(piece) ||
  (!asks(piece) && tellsWhoAsks(piece));

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

/** The pieces that need no explanation, unless they are what is asked about. */
function asidesOf(parts: readonly Token[][]): Token[][] {
  const asides =
    parts.length < 2 ? [] : parts.filter((piece, i) => isAside(piece) || leadsOn(piece, parts[i + 1]));
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
  const signs = tokens.findIndex((token, i) => isSign(token) || opensQuestion(tokens, i));
  if (signs < 0 || signs === tokens.length - 1) return { main: [...tokens], aside: [] };
  const whole = pieces(tokens, false);
  const clauses = pieces(tokens, true);
  for (const parts of [clauses, whole]) {
    const aside = asidesOf(parts);
    const main = parts.filter((piece) => !aside.includes(piece));
    if (aside.length > 0 && main.some((piece) => asks(piece) || hasContent(piece))) {
      return withoutContext(main, aside);
    }
  }
  return withoutContext(whole, []);
}

/** "Although it rained, …": a clause that leads to the question behind it. */
const leadsOn = (piece: readonly Token[], next: readonly Token[] | undefined) =>
  isA(piece[0], 'subordinate') && next !== undefined && asksOutright(next);

/** Whether a piece is a question by its form, whatever stands in it: it ends or begins as one. */
function asksOutright(piece: readonly Token[]): boolean {
  const first = piece.find((token) => !isCourtesy(token) && !isA(token, 'follow-up-start'));
  return piece.at(-1)?.text === '?' || isA(first, ...ASKING, 'auxiliary', 'exists');
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
  'go',
  'come',
  'host',
  'send',
  'meet',
  'hold',
  'attend',
  'cooperate',
  'involve',
  'propose',
  'not-held',
  'not-held-verb',
] as const;

const DEEDS = ['go', 'come', 'host', 'send', 'meet', 'attend', 'cooperate'] as const;

/** "Would like to meet …", "was asked to …" and "Oslo wants …" ask for nothing. */
function wantsToAct(piece: readonly Token[], i: number): boolean {
  const before = piece[i - 1];
  if (isA(before, 'passive', 'someone') || before?.kind === 'unknown' || (before?.names.length ?? 0) > 0)
    return true;
  return isA(piece[i + 1], 'to') && isA(piece[i + 2], ...DEEDS);
}

/** A sentence that tells something and asks for nothing; "missions to Oslo." alone is a phrase, and asks. */
function tells(piece: readonly Token[]): boolean {
  if (!hasContent(piece)) return true;
  // "Greetings from Oslo!"
  if (isA(piece[0], 'greeting') && !piece.some((token) => isA(token, ...CONTENT))) return true;
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
