import type { RecordKind } from '../../programme/change.js';
import type { Localized } from '../../programme/localized.js';
import type { PartialDate } from '../../programme/partial-date.js';
import { MissionMode, MissionStatus, OrganisationKind, PilotStatus } from '../../programme/schema.js';
import type { Pair } from '../words.js';
import { readChoice } from './choices.js';
import { quotable } from './clean-text.js';
import { readDate } from './dates.js';
import { nameOf } from './describe-value.js';
import type { Desk } from './draft.js';
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
export function readValues(desk: Desk, kind: RecordKind, pairs: readonly Pair[]): Values {
  const values: Values = {};
  for (const keyed of readKeys(desk, kind, pairs)) {
    if (keyed.value.trim() === '') {
      throw refusal(desk, desk.language.t('changes:refused.empty', { key: keyWord(desk.language, keyed.key) }));
    }
    readValue(desk, kind, keyed, values);
  }
  return values;
}

function readValue(desk: Desk, kind: RecordKind, keyed: KeyedValue, values: Values): void {
  const { key, value } = keyed;
  if (key === 'title' || key === 'note') {
    values[key] = localizedText(desk, key, value, values[key]);
    return;
  }
  if (values[key] !== undefined) {
    throw refusal(desk, desk.language.t('changes:refused.twice', { key: keyWord(desk.language, key) }));
  }
  switch (key) {
    case 'status':
      values.status =
        kind === 'mission'
          ? readChoice(desk, key, MissionStatus, (option) => `answers:mission-status.${option}`, value)
          : readChoice(desk, key, PilotStatus, (option) => `answers:status.${option}`, value);
      return;
    case 'mode':
      values.mode = readChoice(desk, key, MissionMode, (option) => `answers:mode.${option}`, value);
      return;
    case 'kind':
      values.kind = readChoice(desk, key, OrganisationKind, (option) => `changes:organisation.${option}`, value);
      return;
    case 'date':
      values.date = dateOf(desk, value);
      return;
    case 'theme':
      values.theme = oneOf(desk, key, value, indexNames([...desk.programme.themes.values()]));
      return;
    case 'city':
      values.city = isNone(desk, value) ? null : oneOf(desk, key, value, cityIndex(desk));
      return;
    case 'partners':
      values.partners = listOf(desk, key, value, indexNames([...desk.programme.organisations.values()]));
      return;
    case 'from':
    case 'to':
    case 'cities':
      values[key] = listOf(desk, key, value, partyIndex(desk));
  }
}

/** A typed date, as precise as it was typed. @throws Refused for anything else, with the forms that are understood */
export function dateOf(desk: Desk, typed: string): PartialDate {
  const date = readDate(typed);
  if (date !== undefined) return date;
  throw refusal(desk, desk.language.t('changes:refused.date', { word: quotable(typed) }));
}

function listOf(desk: Desk, key: Key, typed: string, index: NameIndex): string[] {
  if (isNone(desk, typed)) return [];
  const read = readNames(typed, index, desk.languages);
  if ('ids' in read) return [...read.ids];
  throw unknownName(desk, key, read.unknown, index);
}

function oneOf(desk: Desk, key: Key, typed: string, index: NameIndex): string {
  const read = readNames(typed, index, desk.languages);
  if ('unknown' in read) throw unknownName(desk, key, read.unknown, index);
  const [id] = read.ids;
  if (id !== undefined && read.ids.length === 1) return id;
  throw refusal(desk, desk.language.t('changes:refused.onlyOne', { key: keyWord(desk.language, key) }));
}

function isNone({ languages }: Desk, typed: string): boolean {
  return isWord(languages, 'changes:word.none', typed);
}

function cityIndex({ programme }: Desk): NameIndex {
  return indexNames([...programme.cities.values()]);
}

/** Cities and groups, which share one namespace as the parties of a record. */
function partyIndex({ programme }: Desk): NameIndex {
  return indexNames([...programme.cities.values(), ...programme.groups.values()]);
}

function unknownName(desk: Desk, key: Key, typed: string, index: NameIndex) {
  const { t, formats } = desk.language;
  const ids = [...new Set(index.values())];
  return refusal(
    desk,
    t('changes:refused.value', {
      key: keyWord(desk.language, key),
      word: quotable(typed),
      allowed: formats.either(ids.map((id) => nameOf(desk, id))),
    }),
  );
}
