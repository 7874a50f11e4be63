import type { Locale } from '../programme/localized.js';
import type { Knowledge } from './reading/read.js';

const HAN = /\p{Script=Han}/u;
const LATIN_WORD = /\p{Script=Latin}{2}/u;

/** The language that a text's words are in; an id, a number or a picture tells nothing. */
export function languageOf(text: string, knowledge: Knowledge): Locale | undefined {
  const read = text.slice(0, 4000);
  if (HAN.test(read)) return 'zh';
  const { programme } = knowledge;
  const isId = (word: string) => programme.missions.has(word) || programme.pilots.has(word);
  return read.split(/\s+/).some((word) => LATIN_WORD.test(word) && !isId(word)) ? 'en' : undefined;
}
