import type { Language } from '../../i18n/languages.js';
import type { RecordKind } from '../../programme/change.js';
import type { Pair } from '../words.js';
import { quotable } from './clean-text.js';
import type { Reading } from './draft.js';
import { refusal } from './refusal.js';
import { isWord, wordOf } from './vocabulary.js';

/** What can be set, by the contract's names. */
export type Key =
  | 'status'
  | 'title'
  | 'date'
  | 'from'
  | 'to'
  | 'cities'
  | 'partners'
  | 'theme'
  | 'mode'
  | 'city'
  | 'kind'
  | 'note';

/** The keys of each kind of record, in the order in which they are told. */
const keysOf: Readonly<Record<RecordKind, readonly Key[]>> = {
  pilot: ['status', 'title', 'theme', 'cities', 'partners', 'note'],
  mission: ['status', 'title', 'date', 'from', 'to', 'partners', 'mode', 'note'],
  partner: ['title', 'city', 'kind', 'note'],
};

/** The keys of all kinds. */
export const allKeys: readonly Key[] = [...new Set(Object.values(keysOf).flat())];

/** A `key=value` whose key is known. */
export interface KeyedValue {
  key: Key;
  value: string;
}

/** The keys of pairs, in either language. @throws Refused for one that the kind does not have, with all that it has */
export function readKeys(reading: Reading, kind: RecordKind, pairs: readonly Pair[]): KeyedValue[] {
  return pairs.map(({ key: typed, value }) => {
    const key = keysOf[kind].find((candidate) =>
      isWord(reading.languages, `changes:key.${candidate}`, typed),
    );
    if (key !== undefined) return { key, value };
    const { t } = reading.language;
    throw refusal(
      reading,
      t('changes:refused.key', {
        word: quotable(typed),
        kind: t(`changes:kind.${kind}`),
        allowed: keysInWords(reading.language, kind),
      }),
    );
  });
}

/** All keys that a kind of record has, as they are typed. */
export function keysInWords(language: Language, kind: RecordKind): string {
  return language.formats.list(keysOf[kind].map((key) => keyWord(language, key)));
}

/** The word that a key is typed as. */
export function keyWord(language: Language, key: Key): string {
  return wordOf(language, `changes:key.${key}`);
}
