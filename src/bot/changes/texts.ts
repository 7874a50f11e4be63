import type { Locale, Localized } from '../../programme/localized.js';
import { cleanText, lengthOf, longest } from './clean-text.js';
import type { Desk } from './draft.js';
import { refusal } from './refusal.js';

/** The language that a text is written in: of its words, else of the person who wrote it. */
export function localeOf(desk: Desk, text: string): Locale {
  return desk.engine.languageOf(text) ?? desk.language.locale;
}

/** A text without what may do harm. @throws Refused when nothing is left of it, or when it is too long */
export function checkedText(desk: Desk, what: keyof typeof longest, typed: string): string {
  const { t, formats } = desk.language;
  const text = cleanText(typed);
  const name = t(`changes:text.${what}`);
  if (text === '') throw refusal(desk, t('changes:refused.empty', { key: name }));
  const length = lengthOf(text);
  if (length > longest[what]) {
    const values = { text: name, length: formats.number(length), limit: formats.number(longest[what]) };
    throw refusal(desk, t('changes:refused.long', values));
  }
  return text;
}

/**
 * A title or note in the language that it is written in, beside the one that was given before in the other language.
 * @throws Refused when it is empty, too long, or the second in its language
 */
export function localizedText(
  desk: Desk,
  what: 'title' | 'note',
  typed: string,
  earlier: Localized | undefined,
): Localized {
  const text = checkedText(desk, what, typed);
  const locale = localeOf(desk, text);
  if (earlier?.[locale] !== undefined) {
    throw refusal(desk, desk.language.t('changes:refused.twice', { key: desk.language.t(`changes:text.${what}`) }));
  }
  return { ...earlier, [locale]: text };
}
