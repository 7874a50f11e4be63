import type { Language, Languages } from '../../i18n/languages.js';
import type { MessageKey } from '../../i18n/messages.js';

/** Typed words in a form in which the same words are equal: width, case and spaces do not count. */
export function comparable(typed: string): string {
  return typed.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
}

/** The words of a message that lists several, `first | second`. The first is the one to show. */
function wordsOf({ t }: Language, key: MessageKey): string[] {
  return t(key)
    .split('|')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** The word of a message that is shown. */
export function wordOf(language: Language, key: MessageKey): string {
  return wordsOf(language, key)[0] ?? '';
}

/** Whether the typed words are one of the message's, in either language. */
export function isWord(languages: Languages, key: MessageKey, typed: string): boolean {
  const given = comparable(typed);
  return bothLanguages(languages, key).some((word) => comparable(word) === given);
}

/** The message's words in both languages. */
export function bothLanguages(languages: Languages, key: MessageKey): string[] {
  return [...wordsOf(languages.en, key), ...wordsOf(languages.zh, key)];
}
