import type { Locale } from '../programme/localized.js';
import type { Knowledge } from './reading/read.js';
import { readWords } from './reading/read-words.js';
import { holdsHan } from './text/han.js';
import type { Token } from './text/tokens.js';

const LATIN_WORD = /\p{Script=Latin}{2}/u;
const LONGEST = 1200;

const isWord = (token: Token) =>
  token.kind === 'unknown' || (token.kind === 'phrase' && token.names.length === 0);

/**
 * The language that a text's words are in; an id, a number or a picture tells nothing. Han characters are Chinese, and
 * Latin words English, with two exceptions: a Chinese name in an otherwise English sentence, and Chinese typed in pinyin.
 */
export function languageOf(text: string, knowledge: Knowledge): Locale | undefined {
  const start = text.slice(0, LONGEST);
  const [han, latin] = [holdsHan(start), LATIN_WORD.test(start)];
  if (!han && !latin) return undefined;
  if (han && !latin) return 'zh';
  const { programme } = knowledge;
  const ids = (word: string) => programme.missions.has(word) || programme.pilots.has(word);
  if (!han && start.split(/\s+/).every((word) => !LATIN_WORD.test(word) || ids(word))) return undefined;
  const { tokens } = readWords(start, knowledge);
  const words = tokens.filter(isWord);
  if (han)
    return words.filter((token) => !holdsHan(token.text)).length > 2 &&
      !words.some((token) => holdsHan(token.text))
      ? 'en'
      : 'zh';
  // Pinyin was read as Chinese phrases, so the words that were typed in Latin letters now are Han characters.
  return words.some((token) => holdsHan(token.text)) && words.every((token) => holdsHan(token.text))
    ? 'zh'
    : 'en';
}
