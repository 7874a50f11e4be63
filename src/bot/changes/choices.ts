import type * as z from 'zod';
import type { MessageKey } from '../../i18n/messages.js';
import { quotable } from './clean-text.js';
import type { Reading } from './draft.js';
import { type Key, keyWord } from './keys.js';
import { refusal } from './refusal.js';
import { comparable, isWord, wordOf } from './vocabulary.js';

/**
 * One of a fixed set of values, by its own name or by its words in either language.
 * @throws Refused with all that are allowed
 */
export function readChoice<T extends string>(
  reading: Reading,
  key: Key,
  schema: z.ZodType<T> & { options: T[] },
  messageOf: (option: T) => MessageKey,
  typed: string,
): T {
  const given = comparable(typed);
  const found = schema.options.find(
    (option) => option === given || isWord(reading.languages, messageOf(option), given),
  );
  if (found !== undefined) return found;
  const { t, formats } = reading.language;
  const allowed = formats.either(schema.options.map((option) => wordOf(reading.language, messageOf(option))));
  throw refusal(
    reading,
    t('changes:refused.value', { key: keyWord(reading.language, key), word: quotable(typed), allowed }),
  );
}
