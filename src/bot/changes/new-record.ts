import type { RecordKind } from '../../programme/change.js';
import type { Localized } from '../../programme/localized.js';
import { intervalOf } from '../../programme/partial-date.js';
import { Mission, type MissionStatus, Organisation, Pilot } from '../../programme/schema.js';
import { samplesOf } from '../samples.js';
import type { Desk } from './draft.js';
import { journeyTitle } from './journey-title.js';
import { type Key, keyWord } from './keys.js';
import { patchOf } from './patch.js';
import { type Item, itemWith } from './record.js';
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
  const title = values.title ?? (kind === 'mission' ? journeyTitle(desk, journeyOf(values)) : undefined);
  if (title === undefined && !missing.includes('title')) missing.push('title');
  if (title === undefined || missing.length > 0) {
    const { t, formats } = desk.language;
    const nameOfKey = (key: Key) =>
      kind === 'mission' && key === 'title'
        ? t('changes:missing.journeyOrTitle')
        : keyWord(desk.language, key);
    const keys = formats.list(missing.map(nameOfKey));
    const samples = samplesOf(desk);
    throw refusal(desk, t(`changes:missing.${kind}`, { ...samples, keys }));
  }
  // A journey without a title of its own is told from the next one between the same cities by its month.
  const prefix = values.title === undefined ? `${values.date?.slice(0, 7)}-` : '';
  const id = newId(desk.programme, title, kind, prefix);
  const blank = blankItem(kind, id, title, statusByDate(desk, values));
  return itemWith(blank, patchOf(blank, values));
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

/** Whoever is named for a virtual mission takes part; nobody travels. */
function journeyOf({ from = [], to = [], mode }: Values): Parameters<typeof journeyTitle>[1] {
  if (mode === 'virtual') {
    return { travellers: [], hosts: [], participants: [...new Set([...from, ...to])], mode };
  }
  return { travellers: from, hosts: to, participants: [] };
}

/** What lies wholly in the past was held, unless it is said otherwise. */
function statusByDate({ today }: Desk, { date }: Values): MissionStatus {
  return date !== undefined && intervalOf(date).to < today ? 'held' : 'planned';
}
