import type { Localized } from '../../programme/localized.js';
import { atomise } from '../text/atoms.js';
import { normalise } from '../text/normalise.js';
import { segment } from '../text/segment.js';
import { isA, type Token } from '../text/tokens.js';
import type { Names } from './names.js';
import type { Vocabulary } from './vocabulary.js';

const isParty = (token: Token) =>
  token.names.some(({ kind }) => kind === 'city' || kind === 'country' || kind === 'group');

/** Words of a title that tell who did what where, around which its proper names stand. */
function isFrame(token: Token): boolean {
  if (token.kind === 'stop' || token.kind === 'comma') return true;
  if (token.kind !== 'phrase') return false;
  return (
    isParty(token) ||
    isA(
      token,
      'go',
      'come',
      'host',
      'attend',
      'in',
      'to',
      'from',
      'of',
      'with',
      'by',
      'between',
      'article',
      'virtual',
    )
  );
}

/**
 * The proper names in a mission's title: the stretches that hold a word of no other meaning ("… at the Robot Fair"). A title of
 * known words only ("… visit …") is no name: it would hide what the words mean in a question.
 */
export function titleNames(title: Localized, vocabulary: Vocabulary, names: Names): string[] {
  return [title.en, title.zh].flatMap((text) => {
    if (text === undefined) return [];
    const source = normalise(text);
    const tokens = segment(atomise(source.text), source, vocabulary, names);
    const found: string[] = [];
    let run: Token[] = [];
    const close = () => {
      const [first, last] = [run[0], run.at(-1)];
      if (first !== undefined && last !== undefined && run.some((token) => token.kind === 'unknown')) {
        found.push(source.text.slice(first.from, last.to));
      }
      run = [];
    };
    for (const token of tokens) {
      if (isFrame(token)) close();
      else run.push(token);
    }
    close();
    return found;
  });
}
