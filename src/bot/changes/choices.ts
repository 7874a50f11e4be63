import type * as z from 'zod';
import type { MessageKey } from '../../i18n/messages.js';
import type { Refused } from '../command.js';
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
  const { formats } = reading.language;
  const allowed = formats.either(schema.options.map((option) => wordOf(reading.language, messageOf(option))));
  throw notPossible(reading, key, typed, allowed);
}

/** For a value that is not among the allowed ones, or for none at all. */
export function notPossible(reading: Reading, key: Key, typed: string, allowed: string): Refused {
  const { t } = reading.language;
  const word = quotable(typed);
  const values = { key: keyWord(reading.language, key), allowed };
  return refusal(
    reading,
    word === '' ? t('changes:refused.noValue', values) : t('changes:refused.value', { ...values, word }),
  );
}
