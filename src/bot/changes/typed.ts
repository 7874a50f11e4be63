import type { Languages } from '../../i18n/languages.js';
import { type Pair, splitWords } from '../words.js';
import { cleanText } from './clean-text.js';
import { readDate } from './dates.js';
import { allKeys } from './keys.js';
import { bothLanguages, isWord } from './vocabulary.js';

/** No record's name has more words. */
const LONGEST_NAME = 20;

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

/** Pairs that are written with a colon ("status: planned") behind the record's words, and those words. */
export function readColonPairs(languages: Languages, typed: string): { words: string; pairs: Pair[] } {
  const keys = allKeys.flatMap((key) => bothLanguages(languages, `changes:key.${key}`));
  const form = new RegExp(`(?<=\\S\\s+)(${keys.join('|')})\\s*[:：]\\s*`, 'giu');
  return readPairs(typed.replace(form, '$1='));
}

/** Takes the date off the end of "2021-05-yantai-visit to 20 May 2021"; it may have up to four words. */
export function splitDate(languages: Languages, typed: string): { words: string; date: string } {
  const words = typed.trim().split(/\s+/u);
  for (let count = Math.min(4, words.length - 1); count > 0; count -= 1) {
    const date = words.slice(-count).join(' ');
    if (readDate(date) !== undefined) return { words: withoutTo(languages, words.slice(0, -count)), date };
  }
  return splitGlued(languages, typed) ?? { words: typed.trim(), date: '' };
}

/** A Chinese date needs no space before it; the whole of what begins with a year must be one. */
function splitGlued(languages: Languages, typed: string): { words: string; date: string } | undefined {
  const { words, date } = /^(?<words>.*\p{Script=Han})\s*(?<date>\d{4}.*)$/u.exec(typed.trim())?.groups ?? {};
  if (words === undefined || date === undefined || readDate(date) === undefined) return undefined;
  const to = bothLanguages(languages, 'changes:word.to')
    .filter((word) => words.endsWith(word))
    .sort((a, b) => b.length - a.length)[0];
  return { words: words.slice(0, words.length - (to?.length ?? 0)).trim(), date };
}

/**
 * As `splitDate`, where no date ends what was typed: what stands behind the words for which `namesItem` holds, or begins
 * like a date, must have been meant for one.
 */
export function splitWrongDate(
  languages: Languages,
  typed: string,
  namesItem: (words: string) => boolean,
): { words: string; date: string } {
  const words = typed.trim().split(/\s+/u);
  for (let count = Math.min(words.length - 1, LONGEST_NAME); count > 0; count -= 1) {
    const name = withoutTo(languages, words.slice(0, count));
    if (namesItem(name)) return { words: name, date: words.slice(count).join(' ') };
  }
  const start = words.findIndex((word, index) => index > 0 && /^\d{4}(?!\p{L})/u.test(word));
  if (start < 0) return { words: typed.trim(), date: '' };
  return { words: withoutTo(languages, words.slice(0, start)), date: words.slice(start).join(' ') };
}

function withoutTo(languages: Languages, words: readonly string[]): string {
  const last = words.at(-1)?.toLowerCase() ?? '';
  const isTo = bothLanguages(languages, 'changes:word.to').includes(last);
  return (isTo ? words.slice(0, -1) : words).join(' ');
}

/** The number of a change, such as `17`, `#17` or `change 17`; `undefined` for anything else. */
export function readNumber(languages: Languages, typed: string): string | undefined {
  const words = bothLanguages(languages, 'changes:word.change').join('|');
  const form = new RegExp(`^(?:(?:${words})\\s*)?#?0*(?<number>[1-9]\\d{0,8})$`, 'iu');
  return form.exec(typed.normalize('NFKC').trim())?.groups?.number;
}

/** Whether words behind a command say nothing more than "please". */
export function isCourtesy({ languages }: { languages: Languages }, typed: string): boolean {
  return !/[\p{L}\p{N}]/u.test(typed) || isWord(languages, 'changes:word.please', typed);
}
