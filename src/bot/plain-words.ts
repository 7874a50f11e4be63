import type { Languages } from '../i18n/languages.js';
import type { MessageKey } from '../i18n/messages.js';
import { bothLanguages, comparable } from './changes/vocabulary.js';

const han = /\p{Script=Han}/u;

/** The words of a message that lists several, in both languages, as they stand in a spaced text. */
export function wordsOf(languages: Languages, key: MessageKey): string[] {
  return bothLanguages(languages, key).map(comparable);
}

/** A text without punctuation, and with a space between Latin words and Han characters. */
export function spaced(typed: string): string {
  const words = comparable(typed).replace(/[\p{P}\s]+/gu, ' ');
  return ` ${words.replace(/(?<=\p{Script=Han})(?=[a-z])|(?<=[a-z])(?=\p{Script=Han})/gu, ' ')} `;
}

/** Whether a spaced text holds a word. */
export function holds(text: string, word: string): boolean {
  return text.includes(han.test(word) ? word : ` ${word} `);
}

/** A spaced text without a word. */
export function without(text: string, word: string): string {
  if (han.test(word)) return text.replaceAll(word, ' ');
  // Twice, since words side by side share the space between them.
  return text.replaceAll(` ${word} `, '  ').replaceAll(` ${word} `, '  ');
}
