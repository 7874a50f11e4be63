import type { RecordKind } from '../../programme/change.js';
import type { Locale, Localized } from '../../programme/localized.js';
import { intervalOf } from '../../programme/partial-date.js';
import { Mission, type MissionStatus, Organisation, Pilot } from '../../programme/schema.js';
import { nameOf } from './describe-value.js';
import type { Desk } from './draft.js';
import { type Key, keyWord } from './keys.js';
import { patchOf } from './patch.js';
import { type Item, refOf, withFields } from './record.js';
import { refusal } from './refusal.js';
import { newId } from './slug.js';
import type { Values } from './values.js';

/** What a new record can't be without. A mission needs no title of its own: who goes where names it. */
const required: Readonly<Record<RecordKind, readonly Key[]>> = {
  mission: ['date'],
  pilot: ['title', 'theme', 'cities'],
  partner: ['title'],
};

/** A new record out of its values, with an id of its own. @throws Refused when something is missing */
export function newRecord(desk: Desk, kind: RecordKind, values: Values): Item {
  const missing: Key[] = required[kind].filter((key) => values[key] === undefined);
  const title = values.title ?? (kind === 'mission' ? titleOfJourney(desk, values) : undefined);
  if (title === undefined && !missing.includes('title')) missing.push('title');
  if (title === undefined || missing.length > 0) {
    const { t, formats } = desk.language;
    const keys = formats.list(missing.map((key) => keyWord(desk.language, key)));
    throw refusal(desk, t(`changes:missing.${kind}`, { keys }));
  }
  // A journey without a title of its own is told from the next one between the same cities by its month.
  const prefix = values.title === undefined ? `${values.date?.slice(0, 7)}-` : '';
  const id = newId(desk.programme, title, kind, prefix);
  const blank = blankItem(kind, id, title, statusByDate(desk, values));
  return withFields(blank, patchOf(blank, values));
}

function blankItem(kind: RecordKind, id: string, title: Localized, status: MissionStatus): Item {
  switch (kind) {
    case 'mission':
      return { kind, record: Mission.parse({ id, title, date: '0001', status, summary: title }) };
    case 'pilot':
      return {
        kind,
        record: Pilot.parse({
          id,
          title,
          theme: 'theme',
          cities: [],
          partners: [],
          status: 'proposed',
          about: title,
        }),
      };
    case 'partner':
      return { kind, record: Organisation.parse({ id, name: title, kind: 'other', city: null }) };
  }
}

/** What lies wholly in the past was held, unless it is said otherwise. */
function statusByDate({ today }: Desk, { date }: Values): MissionStatus {
  return date !== undefined && intervalOf(date).to < today ? 'held' : 'planned';
}

/** "Rome to Nanjing" in each language in which all of them have names. */
function titleOfJourney(desk: Desk, { from = [], to = [], mode }: Values): Localized | undefined {
  if (from.length + to.length === 0) return undefined;
  const titles = (['en', 'zh'] as const).flatMap((locale) => {
    const names = { from: namesIn(desk, locale, from), to: namesIn(desk, locale, to) };
    if (names.from === undefined || names.to === undefined) return [];
    const { t, formats } = desk.languages[locale];
    const values = {
      from: formats.list(names.from),
      to: formats.list(names.to),
      all: formats.list([...names.from, ...names.to]),
    };
    const form =
      mode === 'virtual' ? 'virtual' : from.length === 0 ? 'to' : to.length === 0 ? 'from' : 'journey';
    return [[locale, t(`changes:title.${form}`, values)] as const];
  });
  return titles.length === 0 ? undefined : Object.fromEntries(titles);
}

function namesIn({ programme }: Desk, locale: Locale, ids: readonly string[]): string[] | undefined {
  const names = ids.map((id) => (programme.cities.get(id) ?? programme.groups.get(id))?.name[locale]);
  return names.every((name) => name !== undefined) ? names : undefined;
}
