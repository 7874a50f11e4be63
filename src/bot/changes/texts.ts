import type { Locale, Localized } from '../../programme/localized.js';
import { cleanText, lengthOf, longest } from './clean-text.js';
import type { Reading } from './draft.js';
import { refusal } from './refusal.js';

/** What stands for somebody's own words in an example. */
const PLACEHOLDER = /^(?:…|\.{3})+$/u;

/** The language that a text is written in: of its words, else of the person who wrote it. */
export function localeOf(reading: Reading, text: string): Locale {
  return reading.engine.languageOf(text) ?? reading.language.locale;
}

/** A text without what may do harm. @throws Refused when nothing is left of it, or when it is too long */
export function checkedText(reading: Reading, what: keyof typeof longest, typed: string): string {
  const { t, formats } = reading.language;
  const text = cleanText(typed);
  const name = t(`changes:text.${what}`);
  if (PLACEHOLDER.test(text)) throw refusal(reading, t('changes:refused.placeholder', { text: name }));
  if (text === '') throw refusal(reading, t('changes:refused.empty', { key: name }));
  const length = lengthOf(text);
  if (length > longest[what]) {
    const values = { text: name, length: formats.number(length), limit: formats.number(longest[what]) };
    throw refusal(reading, t('changes:refused.long', values));
  }
  return text;
}

/**
 * A title or note in the language that it is written in, beside the one that was given before in the other language.
 * @throws Refused when it is empty, too long, or the second in its language
 */
export function localizedText(
  reading: Reading,
  what: 'title' | 'note',
  typed: string,
  earlier: Localized | undefined,
): Localized {
  const text = checkedText(reading, what, typed);
  const locale = localeOf(reading, text);
  if (earlier?.[locale] !== undefined) {
    throw refusal(
      reading,
      reading.language.t('changes:refused.twice', { key: reading.language.t(`changes:text.${what}`) }),
    );
  }
  return { ...earlier, [locale]: text };
}
