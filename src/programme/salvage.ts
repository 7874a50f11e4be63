import type * as z from 'zod';
import {
  City,
  Country,
  type Dataset,
  Group,
  Mission,
  Organisation,
  Overview,
  Pilot,
  SourceDocument,
  Theme,
  Topic,
} from './schema.js';

type Collection = Exclude<keyof Dataset, 'overview'>;

/** The records of a dataset file, each at its place; `undefined` stands where one has the wrong shape. */
type Records = { readonly [K in Collection]: readonly (Dataset[K][number] | undefined)[] } & {
  readonly overview: Overview | undefined;
};

/** The ids of a dataset file, each at its place, also those of records of the wrong shape. */
type Ids = { readonly [K in Collection]: readonly (string | undefined)[] };

/** What can be told of a dataset file whose shape is not sound: enough to check the references of what is. */
export interface Salvaged {
  records: Records;
  ids: Ids;
}

/** A sound dataset, of which nothing is lost. */
export function wholeOf(dataset: Dataset): Salvaged {
  return {
    records: dataset,
    ids: {
      sources: dataset.sources.map(({ id }) => id),
      countries: dataset.countries.map(({ code }) => code),
      groups: dataset.groups.map(({ id }) => id),
      cities: dataset.cities.map(({ id }) => id),
      themes: dataset.themes.map(({ id }) => id),
      topics: dataset.topics.map(({ id }) => id),
      organisations: dataset.organisations.map(({ id }) => id),
      missions: dataset.missions.map(({ id }) => id),
      pilots: dataset.pilots.map(({ id }) => id),
    },
  };
}

/** Reads what is sound out of any JSON value. */
export function salvage(json: unknown): Salvaged {
  const at = (key: keyof Dataset): unknown => property(json, key);
  return {
    records: {
      overview: sound(Overview, at('overview')),
      sources: each(at('sources'), (value) => sound(SourceDocument, value)),
      countries: each(at('countries'), (value) => sound(Country, value)),
      groups: each(at('groups'), (value) => sound(Group, value)),
      cities: each(at('cities'), (value) => sound(City, value)),
      themes: each(at('themes'), (value) => sound(Theme, value)),
      topics: each(at('topics'), (value) => sound(Topic, value)),
      organisations: each(at('organisations'), (value) => sound(Organisation, value)),
      missions: each(at('missions'), (value) => sound(Mission, value)),
      pilots: each(at('pilots'), (value) => sound(Pilot, value)),
    },
    ids: {
      sources: each(at('sources'), idOf),
      countries: each(at('countries'), (value) => text(property(value, 'code'))),
      groups: each(at('groups'), idOf),
      cities: each(at('cities'), idOf),
      themes: each(at('themes'), idOf),
      topics: each(at('topics'), idOf),
      organisations: each(at('organisations'), idOf),
      missions: each(at('missions'), idOf),
      pilots: each(at('pilots'), idOf),
    },
  };
}

function each<T>(value: unknown, read: (element: unknown) => T): readonly T[] {
  return Array.isArray(value) ? value.map(read) : [];
}

function sound<T>(schema: z.ZodType<T>, value: unknown): T | undefined {
  return schema.safeParse(value).data;
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}

const idOf = (value: unknown): string | undefined => text(property(value, 'id'));
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
