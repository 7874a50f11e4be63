import { isA, type Token } from '../text/tokens.js';
import type { Knowledge } from './read.js';

/** Whose guests: the place's name and the noun that are together the name of a topic. */
function parted(token: Token, { names, vocabulary }: Knowledge): Token[] | undefined {
  const space = token.text.indexOf(' ');
  const [place, noun] = [token.text.slice(0, space), token.text.slice(space + 1)];
  const name = names.layers.map((layer) => layer.get(place)).find((sense) => sense !== undefined);
  const words = vocabulary.en.trie.start(noun)?.values;
  if (name === undefined || words === undefined) return undefined;
  const guests: Token = { ...token, text: noun, words, names: [], from: token.from + space + 1 };
  const isParty = name.kind === 'country' || name.kind === 'group' || name.kind === 'city';
  if (!isParty || !isA(guests, 'delegation')) return undefined;
  return [{ ...token, text: place, words: [], names: [name], to: token.from + space }, guests];
}

/** Those who are received are guests of a place, also where their name is that of a topic which no mission is about. */
export function withGuests(tokens: readonly Token[], knowledge: Knowledge): readonly Token[] {
  if (!tokens.some((token) => isA(token, 'host', 'come'))) return tokens;
  const isForeign = (token: Token) =>
    token.text.includes(' ') &&
    token.names.length > 0 &&
    token.names.every(
      ({ kind, id }) => kind === 'topic' && knowledge.missions.first(`topic:${id}`) === undefined,
    );
  return tokens.flatMap((token) => (isForeign(token) && parted(token, knowledge)) || [token]);
}
