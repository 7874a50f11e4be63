import type { NumberedClass, RelativeUnit, WordClass, WordSense } from '../lexicon/word-class.js';
import { startsWithHan } from '../text/han.js';
import { isA, type Token } from '../text/tokens.js';

/** The number that a token stands for under a numbered class: 6 for the month "June". */
export function numbered(token: Token | undefined, name: NumberedClass): number | undefined {
  for (const sense of token?.words ?? []) if (sense.class === name && 'value' in sense) return sense.value;
  return undefined;
}

export function relative(token: Token | undefined): { unit: RelativeUnit; offset: number } | undefined {
  const isRelative = (sense: WordSense): sense is Extract<WordSense, { class: 'relative' }> =>
    sense.class === 'relative';
  return token?.words.find(isRelative);
}

/** The value of digits, or of a number word. */
export function quantity(token: Token | undefined): number | undefined {
  if (token?.kind === 'number') return Number(token.text);
  return numbered(token, 'cardinal');
}

const UNITS = new Map<WordClass, RelativeUnit>([
  ['year', 'year'],
  ['half-year', 'half'],
  ['quarter', 'quarter'],
  ['month-unit', 'month'],
  ['month', 'month'],
  ['week', 'week'],
  ['day', 'day'],
]);

export function unit(token: Token | undefined): RelativeUnit | undefined {
  for (const sense of token?.words ?? []) {
    const found = UNITS.get(sense.class as WordClass);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** 2019年: a year by its number, and no length of 2019 years. */
export const namesYear = (number: Token | undefined, of: Token | undefined) =>
  number?.kind === 'number' && number.text.length === 4 && isA(of, 'year') && startsWithHan(of?.text ?? '');

/** Whether the token is a word of time and nothing else: "may" and "second" are words of other kinds as well. */
export function isPlainly(token: Token | undefined, name: NumberedClass): boolean {
  return numbered(token, name) !== undefined && token?.words.every((sense) => sense.class === name) === true;
}
