import type { WordClass } from '../lexicon/word-class.js';
import { JOURNEYS, PARTNERS } from '../lexicon/word-groups.js';
import type { Ask, Query } from '../query.js';
import { isAttributive, startsWithHan } from '../text/han.js';
import { isA, type Token } from '../text/tokens.js';

/** A kind of record that a noun stands for. */
export type Head = 'missions' | 'pilots' | 'partners' | 'city' | 'people';

const HEADS: readonly (readonly [Head, readonly WordClass[]])[] = [
  ['partners', PARTNERS],
  ['pilots', ['pilot']],
  ['city', ['city', 'country']],
  ['missions', ['mission', 'meeting', 'exchange', 'workshop', 'webinar', 'delegation']],
  ['people', ['people']],
];

/** The kinds of record that a token may stand for as a noun. */
export function headsOf(token: Token | undefined): Head[] {
  // "The Chinese cities" are cities by their name.
  if (token?.names.some((name) => name.kind === 'group') && !isA(token, 'people')) return ['city'];
  return HEADS.filter(([, classes]) => isA(token, ...classes)).map(([head]) => head);
}

const QUESTION: readonly WordClass[] = ['which', 'count', 'list', 'what'];

/** What may stand between "which" and its noun: adjectives, the names of cities and countries, 个. */
function isModifier(token: Token): boolean {
  if (token.kind === 'number') return true;
  if (token.kind !== 'phrase') return false;
  return (
    token.names.length > 0 ||
    isA(
      token,
      'function',
      'article',
      'of',
      'participant',
      'other',
      'first',
      'last',
      'next',
      'virtual',
      'in-person',
      'light-noun',
      'proposed',
      'agreed',
      'running',
      'completed',
      'mission-planned',
      'mission-held',
      'exists',
      'about',
      'each',
      'both',
      'list',
      'upcoming',
      'which',
      'count',
      'so-far',
    )
  );
}

export interface Focus {
  head: Head;
  /** Where the noun stands. */
  at: number;
}

/** The noun that a question word asks for: the cities of "which Chinese cities", the companies of "how many companies". */
export function readFocus(
  tokens: readonly Token[],
  has: (...classes: readonly WordClass[]) => boolean,
): Focus | undefined {
  const asks = has('which', 'count', 'list', 'what', 'times');
  const final = asks ? undefined : finalHead(tokens);
  if (final !== undefined) return final;
  return (
    (asks ? headAsked(tokens, QUESTION) : undefined) ??
    (has('exists') ? headAsked(tokens, ['exists']) : undefined)
  );
}

/** The noun beside the first word of some classes that has one. */
function headAsked(tokens: readonly Token[], classes: readonly WordClass[]): Focus | undefined {
  for (const [i, token] of tokens.entries()) {
    if (isA(token, 'times')) return { head: 'missions', at: i };
    if (!isA(token, ...classes)) continue;
    for (let at = i; at < Math.min(tokens.length, i + 8); at++) {
      const here = tokens[at] as Token; // at is within bounds
      const [head] = at === i && !isA(here, 'city', 'country') ? [] : headsOf(here);
      // The noun of a compound is its last: "pilot cities".
      const [following] = headsOf(tokens[at + 1]);
      if (head !== undefined && following === undefined) return { head, at };
      // In "anything about … for guests" the subject is named, and the guests are none that are asked for.
      const isOver =
        isA(here, 'about') && (tokens[at - 1]?.names.length ?? 0) > 0 && !startsWithHan(here.text);
      if (at > i && head === undefined && (isOver || !isModifier(here))) break;
    }
    // 奥斯陆的试点有哪些 asks for the noun before it.
    for (let at = i - 1; at >= Math.max(0, i - 4); at--) {
      const here = tokens[at] as Token; // at is within bounds
      const [head] = headsOf(here);
      if (head !== undefined) return { head, at };
      if (!isA(here, 'exists', 'function', 'article', 'participant')) break;
    }
  }
  return undefined;
}

/** A Chinese noun phrase ends in what it is about: 有…参与的试点. */
function finalHead(tokens: readonly Token[]): Focus | undefined {
  const at = tokens.findLastIndex(
    (token) => token.kind === 'phrase' && !isA(token, 'function', 'polite', 'list', 'whether'),
  );
  const token = tokens[at];
  let before = at - 1;
  while (isA(tokens[before], 'other')) before--;
  if (token === undefined || !startsWithHan(token.text) || !isAttributive(tokens[before]?.text ?? ''))
    return undefined;
  const [head] = headsOf(token);
  return head === undefined ? undefined : { head, at };
}

/** What the answer leads with. `has` tells whether the words hold any of some classes. */
export function readAsk(tokens: readonly Token[], has: (...classes: readonly WordClass[]) => boolean): Ask {
  const ask = askOf(tokens, has);
  // "Has Oslo been there twice?": how often tells it, and yes would be said of one time as well.
  return ask === 'whether' && has('repeated') ? 'count' : ask;
}

function askOf(tokens: readonly Token[], has: (...classes: readonly WordClass[]) => boolean): Ask {
  if (has('compare')) return 'compare';
  if (has('when')) return 'when';
  if (has('count', 'times')) return 'count';
  if (has('who')) return 'who';
  if (has('where')) return 'where';
  if (has('whether') || (has('not') && tokens.some((_, i) => asksByDenial(tokens, i)))) return 'whether';
  if (has('which')) return 'list';
  if (has('what', 'how')) return 'what';
  // "Online or in person?" is no question of yes or no.
  if (has('virtual') && has('in-person') && has('or')) return 'what';
  const [first] = tokens;
  return isA(first, 'auxiliary', 'exists') ? 'whether' : 'list';
}

/** 去过没有: a Chinese denial that ends a clause only makes it a question. */
export function asksByDenial(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (i === 0 || !isA(token, 'not') || token === undefined || !startsWithHan(token.text)) return false;
  const next = tokens.slice(i + 1).find((word) => !isA(word, 'function', 'polite'));
  return next === undefined || next.kind === 'stop' || next.kind === 'comma';
}

/** "When will they come again?", 什么时候再来: the next time. */
function asksAhead(tokens: readonly Token[]): boolean {
  if (!tokens.some((token) => isA(token, 'when'))) return false;
  return tokens.some(
    (token, i) => isA(token, 'will') || (isA(token, 'again') && isA(tokens[i + 1], ...JOURNEYS, 'mission')),
  );
}

/** Which of several missions is asked for. */
export function readPick(
  has: (...classes: readonly WordClass[]) => boolean,
  tokens: readonly Token[],
): Query['pick'] {
  if (asksAhead(tokens)) return 'next';
  const picks = [
    ['next', 'next'],
    ['first', 'first'],
    ['last', 'last'],
  ] as const;
  return picks.find(([name]) => has(name))?.[1] ?? 'all';
}
