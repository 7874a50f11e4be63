import type { Languages } from '../i18n/languages.js';

const closing = /[\s\p{P}\p{Extended_Pictographic}]+$/u;

/** Whether the words are thanks or a goodbye in either language, and nothing more. */
export function courtesyOf(typed: string, languages: Languages): 'thanks' | 'farewell' | undefined {
  const kinds = ['thanks', 'farewell'] as const;
  return kinds.find((kind) => isOneOf(typed, languages, `bot:courtesy.${kind}Words`));
}

/** Whether the words are a mere yes or no in either language: an answer to something that was asked. */
export function isYesOrNo(typed: string, languages: Languages): boolean {
  return isOneOf(typed, languages, 'bot:courtesy.yesOrNoWords');
}

function isOneOf(
  typed: string,
  languages: Languages,
  key: `bot:courtesy.${'thanks' | 'farewell' | 'yesOrNo'}Words`,
): boolean {
  const text = typed.normalize('NFKC').trim().toLowerCase().replace(closing, '');
  return Object.values(languages).some(({ t }) => t(key).split('|').includes(text));
}
