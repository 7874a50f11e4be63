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

/** A message's words in both languages, as they are written and as they are compared. */
interface Words {
  written: readonly string[];
  comparable: ReadonlySet<string>;
}

/** Kept, since they are looked for in every question. */
const kept = new WeakMap<Languages, Map<MessageKey, Words>>();

function wordsIn(languages: Languages, key: MessageKey): Words {
  const known = kept.get(languages) ?? new Map<MessageKey, Words>();
  kept.set(languages, known);
  let words = known.get(key);
  if (words === undefined) {
    const written = [...wordsOf(languages.en, key), ...wordsOf(languages.zh, key)];
    words = { written, comparable: new Set(written.map(comparable)) };
    known.set(key, words);
  }
  return words;
}

/** Whether the typed words are one of the message's, in either language. */
export function isWord(languages: Languages, key: MessageKey, typed: string): boolean {
  return wordsIn(languages, key).comparable.has(comparable(typed));
}

/** The message's words in both languages. */
export function bothLanguages(languages: Languages, key: MessageKey): readonly string[] {
  return wordsIn(languages, key).written;
}
