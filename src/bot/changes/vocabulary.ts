import type { Language, Languages } from '../../i18n/languages.js';
import type { MessageKey } from '../../i18n/messages.js';
import { holdsHan } from '../../query/text/han.js';

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

/** A message's words in both languages: as they are written, as they are compared, and as they stand in a spaced text. */
interface Words {
  written: readonly string[];
  comparable: ReadonlySet<string>;
  standing: readonly string[];
}

/** Kept, since they are looked for in every question. */
const kept = new WeakMap<Languages, Map<MessageKey, Words>>();

function wordsIn(languages: Languages, key: MessageKey): Words {
  const known = kept.get(languages) ?? new Map<MessageKey, Words>();
  kept.set(languages, known);
  let words = known.get(key);
  if (words === undefined) {
    const written = [...wordsOf(languages.en, key), ...wordsOf(languages.zh, key)];
    words = {
      written,
      comparable: new Set(written.map(comparable)),
      standing: written.map(standing),
    };
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

/** A word as it stands in a spaced text: a Latin one between spaces, since it is no part of another. */
export function standing(word: string): string {
  const plain = comparable(word);
  return holdsHan(plain) ? plain : ` ${plain} `;
}

/** The message's words in both languages, as they stand in a spaced text. */
export function standingWords(languages: Languages, key: MessageKey): readonly string[] {
  return wordsIn(languages, key).standing;
}

/** What stands behind the longest of the message's words with which a text begins; `undefined` when it begins with none. */
export function restBehind(languages: Languages, key: MessageKey, typed: string): string | undefined {
  const lower = typed.toLowerCase();
  const begins = (word: string) =>
    lower.startsWith(word) && (holdsHan(word) || lower.charAt(word.length) === ' ');
  const [longest] = bothLanguages(languages, key)
    .filter(begins)
    .toSorted((a, b) => b.length - a.length);
  return longest === undefined ? undefined : typed.slice(longest.length).trim();
}
