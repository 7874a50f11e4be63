import type { FieldChange } from '../../programme/change.js';
import { Locale, type Localized } from '../../programme/localized.js';
import type { Mission } from '../../programme/schema.js';
import type { Reading } from './draft.js';
import { fieldOf, type Item, itemWith, sameValue } from './record.js';

type Journey = Pick<Mission, 'travellers' | 'hosts' | 'participants' | 'mode'>;

/** "Rome to Nanjing", in each language in which all of them have names; `undefined` when nobody goes anywhere. */
export function journeyTitle(reading: Reading, journey: Journey): Localized | undefined {
  const { travellers, hosts, participants } = journey;
  if (travellers.length + hosts.length + participants.length === 0) return undefined;
  const titles = Locale.options.flatMap((locale) => {
    const title = titleIn(reading, locale, journey);
    return title === undefined ? [] : [[locale, title] as const];
  });
  return titles.length === 0 ? undefined : Object.fromEntries(titles);
}

/** The fields of a mission's change, with its title and summary where they only told the journey that was changed. */
export function followJourney(reading: Reading, item: Item, fields: readonly FieldChange[]): FieldChange[] {
  const after = itemWith(item, fields);
  if (item.kind !== 'mission' || after.kind !== 'mission') return [...fields];
  const [before, now] = [journeyTitle(reading, item.record), journeyTitle(reading, after.record)];
  if (before === undefined || now === undefined || sameValue(before, now)) return [...fields];
  const told = ['title', 'summary'].filter(
    (field) => sameValue(fieldOf(item, field), before) && fields.every((change) => change.field !== field),
  );
  return [...fields, ...told.map((field) => ({ field, before, after: now }))];
}

function titleIn({ programme, languages }: Reading, locale: Locale, journey: Journey): string | undefined {
  const { t, formats } = languages[locale];
  const { travellers, hosts, participants, mode } = journey;
  const names = new Map(
    [...travellers, ...hosts, ...participants].map((id) => {
      const named = programme.cities.get(id) ?? programme.groups.get(id);
      return [id, named?.name[locale]];
    }),
  );
  if ([...names.values()].includes(undefined)) return undefined;
  const list = (ids: readonly string[]) => formats.list(ids.map((id) => names.get(id) ?? id));
  if (travellers.length + hosts.length === 0) {
    return t(`changes:title.${mode === 'virtual' ? 'virtual' : 'meeting'}`, { all: list(participants) });
  }
  const form = travellers.length === 0 ? 'to' : hosts.length === 0 ? 'from' : 'journey';
  return t(`changes:title.${form}`, { from: list(travellers), to: list(hosts) });
}
