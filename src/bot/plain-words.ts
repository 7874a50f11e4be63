import type { Languages } from '../i18n/languages.js';
import type { MessageKey } from '../i18n/messages.js';
import { bothLanguages, comparable } from './changes/vocabulary.js';

const han = /\p{Script=Han}/u;

/** A word as it stands in a spaced text: a Latin one between spaces, since it is no part of another. */
export function standing(word: string): string {
  const plain = comparable(word);
  return han.test(plain) ? plain : ` ${plain} `;
}

const kept = new WeakMap<Languages, Map<MessageKey, readonly string[]>>();

/**
 * The words of a message that lists several, in both languages, as they stand in a spaced text. Kept, since they are looked for in
 * every question.
 */
export function wordsOf(languages: Languages, key: MessageKey): readonly string[] {
  const known = kept.get(languages) ?? new Map<MessageKey, readonly string[]>();
  kept.set(languages, known);
  const words = known.get(key) ?? bothLanguages(languages, key).map(standing);
  known.set(key, words);
  return words;
}

/** A text without punctuation, and with a space between Latin words and Han characters. */
export function spaced(typed: string): string {
  const words = comparable(typed).replace(/[\p{P}\s]+/gu, ' ');
  return ` ${words.replace(/(?<=\p{Script=Han})(?=[a-z])|(?<=[a-z])(?=\p{Script=Han})/gu, ' ')} `;
}

/** A spaced text without a word that stands in it. */
export function without(text: string, word: string): string {
  // Twice, since Latin words side by side share the space between them.
  return text.replaceAll(word, '  ').replaceAll(word, '  ');
}
