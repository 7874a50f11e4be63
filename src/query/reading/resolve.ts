import type { Programme } from '../../programme/programme.js';
import { numbered } from '../dates/time-words.js';
import type { Mentions } from '../lexicon/mentions.js';
import type { WordSense } from '../lexicon/word-class.js';
import { DEEDS } from '../lexicon/word-groups.js';
import { startsWithHan } from '../text/han.js';
import { isA, type Token } from '../text/tokens.js';
import { isException } from './exceptions.js';
import { headsOf } from './focus.js';
import { partyOf } from './party.js';

/** Unknown Han characters beside each other are one unknown word. */
function joinUnknown(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    if (
      last?.kind === 'unknown' &&
      token.kind === 'unknown' &&
      startsWithHan(token.text) &&
      last.to === token.from
    ) {
      joined[joined.length - 1] = {
        ...last,
        text: last.text + token.text,
        typed: last.typed + token.typed,
        to: token.to,
      };
    } else joined.push(token);
  }
  return joined;
}

/** "Going to" before a place is a journey, before anything else only the future. */
function isFuture(tokens: readonly Token[], i: number): boolean {
  const [token, to, next] = tokens.slice(i, i + 3);
  if (!isA(token, 'going') || !isA(to, 'bare-to') || next === undefined) return false;
  return (
    partyOf(next) === undefined &&
    !isA(next, 'city', 'country', 'where', 'which', 'there', 'article', 'elsewhere')
  );
}

/** A name that is also an adjective, in small letters where an adjective stands ("have a … day"). */
function isAdjective(tokens: readonly Token[], i: number): boolean {
  const [before, token, after] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  // "… to meet you" opens with a greeting, and not with a journey.
  if (i === 0 && isA(after, 'bare-to') && isA(tokens[i + 2], 'meet', 'light-verb')) return true;
  if (token === undefined || partyOf(token) === undefined || !/^[a-z]+$/.test(token.typed)) return false;
  if (!isA(before, 'before-adjective')) return false;
  if (after === undefined || after.kind !== 'phrase') return after?.kind !== 'joint';
  return isA(after, 'day', 'polite', 'function', 'to', 'light-noun') && headsOf(after).length === 0;
}

/** The month of a number that has its unit only behind a later one: of the 4 in "4-6月", 4、5月 and 四五月. */
function bareMonth(tokens: readonly Token[], i: number): number | undefined {
  const [before, token, link] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  const month = Number(token?.text);
  if (token?.kind !== 'number' || token.text.length > 2 || month < 1 || month > 12) return undefined;
  if (before?.kind === 'joint' || numbered(before, 'month-name') !== undefined) return undefined;
  const adjacent = link?.from === token.to && link.kind !== 'comma' && link.kind !== 'joint';
  const isLink = link?.kind === 'comma' || link?.kind === 'joint' || isA(link, 'and', 'or', 'to', 'until');
  const next = isLink ? i + 2 : adjacent ? i + 1 : tokens.length;
  const isMonth =
    numbered(tokens[next], 'month-name') !== undefined ||
    (tokens[next]?.kind === 'number' && isA(tokens[next + 1], 'month')) ||
    bareMonth(tokens, next) !== undefined;
  return isMonth ? month : undefined;
}

const asksElse = (token: Token) => isA(token, 'who', 'which', 'where', 'when');

/** "For my report", "to finish the minutes": a text that the speaker writes is not asked for. */
function isOwnWriting(tokens: readonly Token[], i: number): boolean {
  if (!isA(tokens[i], 'writing')) return false;
  let at = i - 1;
  while (
    i - at < 4 &&
    isA(tokens[at], 'article', 'speaker', 'our', 'function') &&
    !isA(tokens[at], 'purpose')
  )
    at--;
  return at < i - 1 && isA(tokens[at], 'purpose', 'write');
}

/** How many tokens behind a verb such as "left" its second half is looked for: "left … and … out". */
const REACH = 6;

/** "Skipped Oslo", "left Oslo out": the verb before a name stands for "without". */
function leavesOut(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  const isNamed = (one: Token | undefined) => one !== undefined && one.names.length > 0;
  // "Did Oslo skip …?" asks whether it is so, and "who skipped …" for those who did.
  if (isA(tokens[0], 'auxiliary') || tokens.slice(0, i).some((one) => isA(one, 'who', 'city', 'country')))
    return false;
  if (isA(token, 'omit')) return isNamed(tokens.slice(i + 1).find((one) => !isA(one, 'article')));
  const rest = tokens.slice(i + 1, i + 1 + REACH);
  const end = rest.findIndex((one) => isA(one, 'apart'));
  return end > 0 && rest.slice(0, end).some(isNamed);
}

/** "Leaving the others aside": nothing tells who they are. */
function leavesUntold(tokens: readonly Token[], i: number): boolean {
  if (!isA(tokens[i], 'leave')) return false;
  const rest = tokens.slice(i + 1, i + 1 + REACH);
  return rest.some((one, at) => at > 0 && isA(one, 'aside'));
}

/** ", has it?", ", weren't there?": what stands before is a question of yes or no. */
function isTag(tokens: readonly Token[], i: number): boolean {
  const sign = tokens[i - 1]?.kind === 'comma' ? i - 1 : i - 2;
  if (tokens[sign]?.kind !== 'comma' || !isA(tokens[sign + 1], 'auxiliary', 'not')) return false;
  const [pronoun, end] = tokens.slice(sign + 2, sign + 4);
  return isA(pronoun, 'it', 'they', 'there', 'speaker') && (end === undefined || end.kind === 'stop');
}

/** 奥斯陆在吗 asks whether it was there; elsewhere 在吗 only greets. */
function isPresence(tokens: readonly Token[], i: number): boolean {
  const before = tokens.slice(0, i).findLast((token) => !isA(token, 'function'));
  return before !== undefined && partyOf(before) !== undefined;
}

/** 由哪座城市代表 and 代表里昂的是…: whom it stands for, and no delegates. */
function represents(tokens: readonly Token[], i: number): boolean {
  const [asked, before, token, after] = [tokens[i - 2], tokens[i - 1], tokens[i], tokens[i + 1]];
  if (token === undefined || !isA(token, 'people') || !isA(token, 'delegation') || !startsWithHan(token.text))
    return false;
  const isLast = after === undefined || after.kind === 'stop';
  if (isLast && isA(before, 'city') && isA(asked, 'which')) return !tokens.some((one) => isA(one, ...DEEDS));
  return (
    before === undefined && after !== undefined && partyOf(after) !== undefined && isA(tokens[i + 2], 'of')
  );
}

/** "Which robots does the fair use?": what is asked of a record by name is no second record. */
function isAskedOfNamed(tokens: readonly Token[], i: number): boolean {
  const ofRecord = ({ names }: Token) =>
    names.some(({ kind }) => kind === 'pilot' || kind === 'mission' || kind === 'theme');
  return isA(tokens[i - 1], 'what', 'which') && tokens.some(ofRecord);
}

const WHETHER: readonly WordSense[] = [{ class: 'whether' }];
const EXCEPT: readonly WordSense[] = [{ class: 'except' }];
const OMIT: readonly WordSense[] = [{ class: 'omit' }];
const POLITE: readonly WordSense[] = [{ class: 'polite' }];
const FUNCTION: readonly WordSense[] = [{ class: 'function' }];
const AUXILIARY: readonly WordSense[] = [{ class: 'auxiliary' }];

/** Gives words the meaning that only their neighbours, or the texts of records, tell. */
export function resolveTokens(tokens: readonly Token[], mentions: Mentions, programme: Programme): Token[] {
  return joinUnknown(tokens).map((token, i, all): Token => {
    if (token.kind === 'unknown') {
      if (isAskedOfNamed(all, i)) return token;
      const names = mentions.of(token.text, programme);
      return names.length === 0 ? token : { ...token, kind: 'phrase', names };
    }
    const month = token.kind === 'number' ? bareMonth(all, i) : undefined;
    if (month !== undefined)
      return { ...token, kind: 'phrase', words: [{ class: 'month-name', value: month }] };
    if (token.names.length > 0 && isAdjective(all, i)) return { ...token, names: [], words: POLITE };
    if (isA(token, 'several') && all.slice(i + 1).some(asksElse)) return { ...token, words: FUNCTION };
    if (isA(token, 'greeting') && isA(token, 'there'))
      return {
        ...token,
        words: token.words.filter((sense) => (sense.class === 'greeting') !== isPresence(all, i)),
      };
    if (isException(all, i)) return { ...token, words: EXCEPT };
    if (represents(all, i)) return { ...token, words: FUNCTION };
    if (isTag(all, i)) return { ...token, words: WHETHER };
    if (isA(token, 'writing', 'omit', 'leave')) {
      if (isOwnWriting(all, i)) return { ...token, words: FUNCTION };
      if (leavesOut(all, i)) return { ...token, words: EXCEPT };
      if (leavesUntold(all, i)) return { ...token, words: OMIT };
    }
    return isFuture(all, i) ? { ...token, words: AUXILIARY } : token;
  });
}
