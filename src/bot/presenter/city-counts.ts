import type { Programme } from '../../programme/programme.js';
import type { Mission, Organisation, Pilot } from '../../programme/schema.js';
import type { Intent } from '../../query/query.js';
import { allParties } from './mission-account.js';
import type { View } from './view.js';

/** The intents whose records belong to cities. */
export type CountedIntent = Extract<Intent, 'missions' | 'pilots' | 'partners'>;
type CountedRecord = Mission | Pilot | Organisation;

/** How many records name a city, and how many hold it only through a group. */
export interface CityCount {
  named: number;
  grouped: number;
}

/** Counts a city's records among those given. */
export function countOf(city: string, records: Iterable<CountedRecord>, { programme }: View): CityCount {
  const count = { named: 0, grouped: 0 };
  for (const record of records) {
    const link = linkTo(city, record, programme);
    if (link !== undefined) count[link] += 1;
  }
  return count;
}

/** Every record of the programme that an intent is about. */
export function recordsFor(intent: CountedIntent, { programme }: View): Iterable<CountedRecord> {
  return { missions: programme.missions, pilots: programme.pilots, partners: programme.organisations }[
    intent
  ].values();
}

/** Whether a city has any record of a kind, itself or through a group. */
export function hasAny(intent: CountedIntent, city: string, view: View): boolean {
  for (const record of recordsFor(intent, view)) {
    if (linkTo(city, record, view.programme) !== undefined) return true;
  }
  return false;
}

/** "9", or with records that only hold a group of the city's: "9, and 2 more as part of a group". */
export function tally(intent: CountedIntent, { named, grouped }: CityCount, { language }: View): string {
  const { t, formats } = language;
  const count = (value: number) => t(`answers:tally.${intent}`, { number: formats.number(value) });
  return grouped === 0
    ? count(named)
    : t('answers:tally.grouped', { named: count(named), grouped: count(grouped) });
}

function linkTo(city: string, record: CountedRecord, { groups }: Programme): keyof CityCount | undefined {
  const parties = partiesOf(record);
  if (parties.includes(city)) return 'named';
  return parties.some((id) => groups.get(id)?.cities.includes(city)) ? 'grouped' : undefined;
}

function partiesOf(record: CountedRecord): readonly string[] {
  if ('hosts' in record) return allParties(record);
  if ('cities' in record) return record.cities;
  return record.city === null ? [] : [record.city];
}
