import { isA, type Token } from '../text/tokens.js';

/** Whether a clause that asks for nothing tells who asks, by work or by home: 在旅行社上班, 奥斯陆市民问一句. */
export function tellsWhoAsks(piece: readonly Token[]): boolean {
  const words = piece.filter(
    (token) => token.kind !== 'comma' && token.kind !== 'stop' && !isA(token, 'greeting', 'polite'),
  );
  if (isA(words[0], 'in') && isA(words.at(-1), 'employed')) return true;
  const [home, person, ...rest] = words.filter((token) => !isA(token, 'article'));
  return (
    home?.names.some(({ kind }) => kind === 'city') === true &&
    isA(person, 'population', 'people') &&
    rest.some((token) => isA(token, 'occasion', 'request')) &&
    rest.every((token) => isA(token, 'occasion', 'request', 'function'))
  );
}
