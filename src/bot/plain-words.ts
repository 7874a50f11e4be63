import { comparable } from './changes/vocabulary.js';

/** A text without punctuation, and with a space between Latin words and Han characters. */
export function spaced(typed: string): string {
  const words = comparable(typed).replace(/[\p{P}\s]+/gu, ' ');
  return ` ${words.replace(/(?<=\p{Script=Han})(?=[a-z])|(?<=[a-z])(?=\p{Script=Han})/gu, ' ')} `;
}

/** A spaced text without a word that stands in it. */
function without(text: string, word: string): string {
  // Twice, since Latin words side by side share the space between them.
  return text.replaceAll(word, '  ').replaceAll(word, '  ');
}

/** A spaced text without any of the words, the longest first, since one may be part of another. */
export function withoutAll(text: string, words: readonly string[]): string {
  return words.toSorted((a, b) => b.length - a.length).reduce(without, text);
}
