import { isDeepStrictEqual } from 'node:util';
import type * as z from 'zod';
import type { FieldChange, RecordKind, RecordRef } from '../../programme/change.js';
import type { Localized } from '../../programme/localized.js';
import { cityLinks, type Programme } from '../../programme/programme.js';
import { recordSchemas, withFields } from '../../programme/record.js';
import type { Mission, Organisation, Pilot } from '../../programme/schema.js';

/** A record that changes can concern, with its kind. */
export type Item =
  | { kind: 'mission'; record: Mission }
  | { kind: 'pilot'; record: Pilot }
  | { kind: 'partner'; record: Organisation };

export type Json = z.infer<ReturnType<typeof z.json>>;

/** The record that a reference names, or `undefined` when the programme has none by that name (any more). */
export function findItem(programme: Programme, { kind, id }: RecordRef): Item | undefined {
  if (kind === 'mission') return wrap(kind, programme.missions.get(id));
  if (kind === 'pilot') return wrap(kind, programme.pilots.get(id));
  return wrap(kind, programme.organisations.get(id));
}

function wrap(kind: RecordKind, record: Item['record'] | undefined): Item | undefined {
  // Each kind is given what its own collection holds.
  return record === undefined ? undefined : ({ kind, record } as Item);
}

export function refOf({ kind, record }: Item): RecordRef {
  return { kind, id: record.id };
}

/** What people call the record. */
export function titleOf(item: Item): Localized {
  return item.kind === 'partner' ? item.record.name : item.record.title;
}

/** Every record of the programme. */
export function allItems({ missions, pilots, organisations }: Programme): Item[] {
  return [
    ...[...missions.values()].map((record): Item => ({ kind: 'mission', record })),
    ...[...pilots.values()].map((record): Item => ({ kind: 'pilot', record })),
    ...[...organisations.values()].map((record): Item => ({ kind: 'partner', record })),
  ];
}

/** The records with this very title, in either language, however its punctuation, case and spaces are typed. */
export function itemsTitled(programme: Programme, typed: string): Item[] {
  const wanted = bareTitle(typed);
  if (wanted === '') return [];
  return allItems(programme).filter((item) =>
    Object.values(titleOf(item)).some((title) => bareTitle(title) === wanted),
  );
}

/** The records whose title, in either language, holds these words as they stand. */
export function itemsWithin(programme: Programme, typed: string): Item[] {
  if ([...bareTitle(typed)].length < SHORTEST_PART) return [];
  const wanted = spaced(typed);
  return allItems(programme).filter((item) =>
    Object.values(titleOf(item)).some((title) => spaced(title).includes(wanted)),
  );
}

/** The records whose title, in either language, holds each of these words, wherever it stands. */
export function itemsHolding(programme: Programme, typed: string): Item[] {
  if ([...bareTitle(typed)].length < SHORTEST_PART) return [];
  const wanted = wordsOf(typed);
  return allItems(programme).filter((item) =>
    Object.values(titleOf(item)).some((title) => wanted.every((word) => spaced(title).includes(word))),
  );
}

/** One character is in too many titles to name any. */
const SHORTEST_PART = 2;

/** A title's words with a space at either end, so that no part of a word is one; in Chinese every part may be. */
function spaced(title: string): string {
  return wordsOf(title).join('');
}

function wordsOf(title: string): string[] {
  const words =
    title
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}+|[^\P{L}\p{Script=Han}\p{N}]+|\p{N}+/gu) ?? [];
  return words.map((word) => (/\p{Script=Han}/u.test(word) ? word : ` ${word} `));
}

/** A title's letters and digits alone, so that the same ones are equal. */
export function bareTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Cities that the record concerns, those of the groups that it names included. */
export function citiesOf(programme: Programme, item: Item): ReadonlySet<string> {
  const { named, byGroup } = cityLinks(programme, partiesOf(item));
  return new Set([...named, ...byGroup]);
}

function partiesOf(item: Item): readonly string[] {
  switch (item.kind) {
    case 'mission':
      return [...item.record.hosts, ...item.record.travellers, ...item.record.participants];
    case 'pilot':
      return item.record.cities;
    case 'partner':
      return item.record.city === null ? [] : [item.record.city];
  }
}

/** The organisations that a record names. */
export function organisationsOf(item: Item): readonly string[] {
  if (item.kind === 'mission') return item.record.organisations;
  return item.kind === 'pilot' ? item.record.partners : [];
}

/** A field's value as a change holds it: `null` when it is not set. */
export function fieldOf({ record }: Item, field: string): Json {
  const value = new Map<string, unknown>(Object.entries(record)).get(field);
  // Records are JSON by their schema; an absent field is the only thing that is not.
  return (value ?? null) as Json;
}

/** The record with its fields changed, as it would be kept. The values are those of such a record. */
export function itemWith(item: Item, fields: readonly FieldChange[]): Item {
  const changed = withFields(item.record, fields);
  // Each kind is read by its own schema.
  return { kind: item.kind, record: recordSchemas[item.kind].parse(changed) } as Item;
}

/** Whether two values of a field say the same. The order of a list of names says nothing. */
export function sameValue(a: Json, b: Json): boolean {
  return isDeepStrictEqual(ordered(a), ordered(b));
}

function ordered(value: Json): Json {
  return Array.isArray(value) && value.every((element) => typeof element === 'string')
    ? [...value].sort()
    : value;
}
