import { JOURNEYS } from '../../lexicon/word-groups.js';
import type { Query } from '../../query.js';
import { isAttributive } from '../../text/han.js';
import { isA, type Token } from '../../text/tokens.js';
import type { Scene } from '../scene.js';

/** The words of "when was that?" that point to something, where nothing before them tells to what. */
export function pointingNowhere(scene: Scene, query: Query): Token[] {
  const isOpen = query.clauses.length + query.dates.length === 0 && query.linked === undefined;
  const ofRecords = ['missions', 'pilots', 'partners', 'status', 'city'].includes(query.intent);
  if (!isOpen || !ofRecords || scene.focus !== undefined) return [];
  return scene.tokens.filter((token) => isA(token, 'it', 'there', 'that'));
}

/** The places of "who came to our city?" and "who went there?", where nothing tells which they are. */
export function placeUntold({ tokens, parties }: Scene, query: Query): Token[] {
  if ((query.intent !== 'missions' && query.intent !== 'city') || parties.length > 0) return [];
  return tokens.filter((token, i) => {
    if (!isA(token, 'our', 'there') || token.names.length > 0) return false;
    return [1, 2, 3].some((by) => isA(tokens[i - by], ...JOURNEYS));
  });
}

/** "Who came that month?", where nothing before it tells which. */
export const timeUntold = ({ tokens }: Scene, query: Query) =>
  query.dates.length > 0 ? [] : tokens.filter((token) => isA(token, 'that-time'));

/** Every record of a kind is an answer only to a question that names the kind. */
export function tooBroad(scene: Scene, query: Query): Token[] {
  const isOpen =
    query.clauses.length + query.dates.length === 0 && query.linked === undefined && query.pick === 'all';
  if (!isOpen || query.intent !== 'missions') return [];
  // 会 is a meeting, but mostly "can".
  const isNamed = scene.tokens.some(
    (token) => isA(token, 'mission', 'meeting', 'exchange', 'so-far', 'times') && !isA(token, 'function'),
  );
  const isEnough = isNamed && (scene.focus !== undefined || !scene.has('contact', 'help'));
  return isEnough ? [] : scene.tokens.filter(({ kind }) => kind === 'phrase').slice(0, 1);
}

const SMALL = new Set<string>(['function', 'polite', 'greeting']);

/** 机器人方面的: what it is about, told by a word that here only addresses somebody or holds a sentence together. */
export function aboutNothing({ tokens, has }: Scene): Token[] {
  if (!has('about')) return [];
  return tokens.filter((token, i) => {
    const subject = tokens[i - 1];
    if (!isA(token, 'about') || !isAttributive(token.text) || subject?.kind !== 'phrase') return false;
    return subject.names.length === 0 && subject.words.every((sense) => SMALL.has(sense.class));
  });
}
