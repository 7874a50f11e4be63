import type { Languages } from '../../i18n/languages.js';
import { type Pair, splitWords } from '../words.js';
import { cleanText } from './clean-text.js';
import { readDate } from './dates.js';
import { bothLanguages } from './vocabulary.js';

/** The words before the pairs, and all pairs: also those whose key is no word, so that they can be refused by name. */
export function readPairs(typed: string): { words: string; pairs: Pair[] } {
  // A control character before a key must not hide it.
  const { list, pairs } = splitWords(cleanText(typed));
  const strays = list.flatMap((word) => {
    const sign = word.search(/[=＝]/u);
    return sign < 0 ? [] : [{ key: word.slice(0, sign), value: word.slice(sign + 1) }];
  });
  const words = list.filter((word) => word.search(/[=＝]/u) < 0);
  return { words: words.join(' '), pairs: [...strays, ...pairs] };
}

/** Takes the date off the end of "2021-05-yantai-visit to 20 May 2021"; it may have up to four words. */
export function splitDate(languages: Languages, typed: string): { words: string; date: string } {
  const words = typed.trim().split(/\s+/u);
  for (let count = Math.min(4, words.length - 1); count > 0; count -= 1) {
    const date = words.slice(-count).join(' ');
    if (readDate(date) !== undefined) return { words: withoutTo(languages, words.slice(0, -count)), date };
  }
  return { words: typed.trim(), date: '' };
}

function withoutTo(languages: Languages, words: readonly string[]): string {
  const last = words.at(-1)?.toLowerCase() ?? '';
  const isTo = bothLanguages(languages, 'changes:word.to').includes(last);
  return (isTo ? words.slice(0, -1) : words).join(' ');
}
