import type { Languages } from '../i18n/languages.js';

const closing = /[\s\p{P}\p{Extended_Pictographic}]+$/u;

/** Whether the words are thanks or a goodbye in either language, and nothing more. */
export function courtesyOf(typed: string, languages: Languages): 'thanks' | 'farewell' | undefined {
  const text = typed.normalize('NFKC').trim().toLowerCase().replace(closing, '');
  const kinds = ['thanks', 'farewell'] as const;
  return kinds.find((kind) =>
    Object.values(languages).some(({ t }) => t(`bot:courtesy.${kind}Words`).split('|').includes(text)),
  );
}
