import type { RecordKind } from '../../programme/change.js';
import type { Localized } from '../../programme/localized.js';
import type { PartialDate } from '../../programme/partial-date.js';
import { MissionMode, MissionStatus, OrganisationKind, PilotStatus } from '../../programme/schema.js';
import type { Pair } from '../words.js';
import { notPossible, readChoice } from './choices.js';
import { dateOf } from './date-value.js';
import { nameOf } from './describe-value.js';
import type { Reading } from './draft.js';
import { type Key, type KeyedValue, keyWord, readKeys } from './keys.js';
import { indexNames, type NameIndex, readNames } from './names.js';
import { refusal } from './refusal.js';
import { localizedText } from './texts.js';
import { isWord } from './vocabulary.js';

/** What was typed after the keys, understood: ids for names, dates, and the words of either language as the schema's. */
export interface Values {
  status?: PilotStatus | MissionStatus;
  title?: Localized;
  date?: PartialDate;
  from?: string[];
  to?: string[];
  cities?: string[];
  partners?: string[];
  theme?: string;
  mode?: MissionMode;
  city?: string | null;
  kind?: OrganisationKind;
  note?: Localized;
}

/**
 * Understands the pairs of a command for a record of this kind.
 * @throws Refused with what is allowed, for an unknown key or value, an empty one, one given twice, or too long a text
 */
export function readValues(reading: Reading, kind: RecordKind, pairs: readonly Pair[]): Values {
  const values: Values = {};
  for (const keyed of readKeys(reading, kind, pairs)) {
    readValue(reading, kind, keyed, values);
  }
  return values;
}

function readValue(reading: Reading, kind: RecordKind, keyed: KeyedValue, values: Values): void {
  const { key, value } = keyed;
  if (key === 'title' || key === 'note') {
    values[key] = localizedText(reading, key, value, values[key]);
    return;
  }
  if (values[key] !== undefined) {
    throw refusal(
      reading,
      reading.language.t('changes:refused.twice', { key: keyWord(reading.language, key) }),
    );
  }
  switch (key) {
    case 'status':
      values.status =
        kind === 'mission'
          ? readChoice(reading, key, MissionStatus, (option) => `answers:mission-status.${option}`, value)
          : readChoice(reading, key, PilotStatus, (option) => `answers:status.${option}`, value);
      return;
    case 'mode':
      values.mode = readChoice(reading, key, MissionMode, (option) => `answers:mode.${option}`, value);
      return;
    case 'kind':
      values.kind = readChoice(
        reading,
        key,
        OrganisationKind,
        (option) => `changes:organisation.${option}`,
        value,
      );
      return;
    case 'date':
      values.date = dateOf(reading, value);
      return;
    case 'theme':
      values.theme = oneOf(reading, key, value, indexNames([...reading.programme.themes.values()]));
      return;
    case 'city':
      values.city = isNone(reading, value) ? null : oneOf(reading, key, value, cityIndex(reading));
      return;
    case 'partners':
      values.partners = listOf(
        reading,
        key,
        value,
        indexNames([...reading.programme.organisations.values()]),
      );
      return;
    case 'from':
    case 'to':
    case 'cities':
      values[key] = listOf(reading, key, value, partyIndex(reading));
  }
}

/** Cities by name, alias or id. @throws Refused with all there are, for one that the programme does not have */
export function readCities(reading: Reading, typed: string): string[] {
  const index = cityIndex(reading);
  const read = readNames(typed, index, reading.languages);
  if ('ids' in read) return [...read.ids];
  throw unknownName(reading, 'cities', read.unknown, index);
}

function listOf(reading: Reading, key: Key, typed: string, index: NameIndex): string[] {
  if (isNone(reading, typed)) return [];
  const read = readNames(typed, index, reading.languages);
  if ('ids' in read && read.ids.length > 0) return [...read.ids];
  throw unknownName(reading, key, 'unknown' in read ? read.unknown : '', index);
}

function oneOf(reading: Reading, key: Key, typed: string, index: NameIndex): string {
  const read = readNames(typed, index, reading.languages);
  if ('unknown' in read) throw unknownName(reading, key, read.unknown, index);
  const [id] = read.ids;
  if (id === undefined) throw unknownName(reading, key, '', index);
  if (read.ids.length === 1) return id;
  throw refusal(
    reading,
    reading.language.t('changes:refused.onlyOne', { key: keyWord(reading.language, key) }),
  );
}

function isNone({ languages }: Reading, typed: string): boolean {
  return isWord(languages, 'changes:word.none', typed);
}

function cityIndex({ programme }: Reading): NameIndex {
  return indexNames([...programme.cities.values()]);
}

/** Cities and groups, which share one namespace as the parties of a record. */
function partyIndex({ programme }: Reading): NameIndex {
  return indexNames([...programme.cities.values(), ...programme.groups.values()]);
}

function unknownName(reading: Reading, key: Key, typed: string, index: NameIndex) {
  const { formats } = reading.language;
  const ids = [...new Set(index.values())];
  const allowed = formats.either(ids.map((id) => nameOf(reading, id)));
  return notPossible(reading, key, typed, allowed);
}
