import type { Languages } from '../i18n/languages.js';
import { standingWords } from './changes/vocabulary.js';
import { spaced, withoutAll } from './plain-words.js';

const closing = /[\s\p{P}\p{Extended_Pictographic}]+$/u;
const emoji = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Variation_Selector}]/gu;

/** What words may say that ask nothing; of a message that says several, the first of these is answered. */
const kinds = ['complaint', 'thanks', 'farewell'] as const;
type Said = (typeof kinds)[number];

/** What is said in reply to words that ask nothing. */
export type Courtesy = Said | 'fine' | 'otherwise';

/** Whether the words complain, thank or praise, or say goodbye, in either language, and hold nothing beside it. */
export function courtesyOf(typed: string, languages: Languages): Said | undefined {
  const text = spaced(typed.replace(emoji, ' '));
  const said = kinds.find((kind) =>
    standingWords(languages, `bot:courtesy.${kind}Words`).some((word) => text.includes(word)),
  );
  if (said === undefined) return undefined;
  const known = kinds.flatMap((kind) => standingWords(languages, `bot:courtesy.${kind}Words`));
  const around = standingWords(languages, 'bot:courtesy.besides');
  return withoutAll(text, [...known, ...around]).trim() === '' ? said : undefined;
}

/** Whether the words are a mere yes or no in either language: an answer to something that was asked. */
export function yesOrNoOf(typed: string, languages: Languages): 'yes' | 'no' | undefined {
  const text = typed.normalize('NFKC').trim().toLowerCase().replace(closing, '');
  const isOneOf = (said: 'yes' | 'no') =>
    Object.values(languages).some(({ t }) => t(`bot:courtesy.${said}Words`).split('|').includes(text));
  return (['yes', 'no'] as const).find(isOneOf);
}
