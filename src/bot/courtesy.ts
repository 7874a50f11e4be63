import type { Languages } from '../i18n/languages.js';

const closing = /[\s\p{P}\p{Extended_Pictographic}]+$/u;

/** What is said in reply to words that ask nothing. */
export type Courtesy = 'thanks' | 'farewell' | 'fine' | 'otherwise';

/** Whether the words are thanks or a goodbye in either language, and nothing more. */
export function courtesyOf(typed: string, languages: Languages): 'thanks' | 'farewell' | undefined {
  const kinds = ['thanks', 'farewell'] as const;
  return kinds.find((kind) => isOneOf(typed, languages, `bot:courtesy.${kind}Words`));
}

/** Whether the words are a mere yes or no in either language: an answer to something that was asked. */
export function yesOrNoOf(typed: string, languages: Languages): 'yes' | 'no' | undefined {
  const kinds = ['yes', 'no'] as const;
  return kinds.find((kind) => isOneOf(typed, languages, `bot:courtesy.${kind}Words`));
}

function isOneOf(
  typed: string,
  languages: Languages,
  key: `bot:courtesy.${'thanks' | 'farewell' | 'yes' | 'no'}Words`,
): boolean {
  const text = typed.normalize('NFKC').trim().toLowerCase().replace(closing, '');
  return Object.values(languages).some(({ t }) => t(key).split('|').includes(text));
}
