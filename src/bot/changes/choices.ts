import type { z } from 'zod';
import type { MessageKey } from '../../i18n/messages.js';
import { quotable } from './clean-text.js';
import type { Desk } from './draft.js';
import { type Key, keyWord } from './keys.js';
import { refusal } from './refusal.js';
import { comparable, isWord, wordOf } from './vocabulary.js';

/**
 * One of a fixed set of values, by its own name or by its words in either language.
 * @throws Refused with all that are allowed
 */
export function readChoice<T extends string>(
  desk: Desk,
  key: Key,
  schema: z.ZodType<T> & { options: T[] },
  messageOf: (option: T) => MessageKey,
  typed: string,
): T {
  const given = comparable(typed);
  const found = schema.options.find(
    (option) => option === given || isWord(desk.languages, messageOf(option), given),
  );
  if (found !== undefined) return found;
  const { t, formats } = desk.language;
  const allowed = formats.either(schema.options.map((option) => wordOf(desk.language, messageOf(option))));
  throw refusal(
    desk,
    t('changes:refused.value', { key: keyWord(desk.language, key), word: quotable(typed), allowed }),
  );
}
