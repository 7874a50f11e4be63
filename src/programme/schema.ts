import * as z from 'zod';
import type { FaultKey } from './fault.js';
import { Aliases, Localized } from './localized.js';
import { PartialDate } from './partial-date.js';

// The messages of the checks name faults; the locale files hold their sentences.

/** A record's permanent name: lower case, digits and hyphens. People type it and links carry it. */
export const Id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not-id' satisfies FaultKey)
  .max(80);

/** Where a record's facts were read: a document of `sources` and the passage in it. */
export const Source = z.strictObject({ document: Id, passage: z.string().min(1).max(200) });
export type Source = z.infer<typeof Source>;

const noAliases = { en: [], zh: [] };
const named = { name: Localized, aliases: Aliases.default(noAliases) };

/** Facts that the programme's form asks of every city; the source may mark them as not given (N/A). */
export const CityField = z.enum(['province', 'population', 'size']);
export type CityField = z.infer<typeof CityField>;

export const Country = z.strictObject({
  code: z.string().regex(/^[A-Z]{2}$/, 'not-country-code' satisfies FaultKey),
  ...named,
});
export type Country = z.infer<typeof Country>;

/** A city of the programme, or one that only hosts (`participant: false`). */
export const City = z.strictObject({
  id: Id,
  ...named,
  country: Country.shape.code,
  participant: z.boolean(),
  unavailable: z.array(CityField).default([]),
  source: Source,
});
export type City = z.infer<typeof City>;

/** Cities named together ("the Chinese cities"). A group without cities is a body of its own, such as experts. */
export const Group = z.strictObject({
  id: Id,
  ...named,
  cities: z.array(Id),
  source: Source.exactOptional(),
});
export type Group = z.infer<typeof Group>;

export const Theme = z.strictObject({ id: Id, ...named, source: Source.exactOptional() });
export type Theme = z.infer<typeof Theme>;

/** A subject that missions and pilots are about, such as a technology or a field of study. */
export const Topic = z.strictObject({ id: Id, ...named });
export type Topic = z.infer<typeof Topic>;

export const OrganisationKind = z.enum([
  'university',
  'university-group',
  'company',
  'lab',
  'bureau',
  'other',
]);
export type OrganisationKind = z.infer<typeof OrganisationKind>;

export const Organisation = z.strictObject({
  id: Id,
  ...named,
  kind: OrganisationKind,
  city: Id.nullable().default(null),
  about: Localized.exactOptional(),
  source: Source.exactOptional(),
});
export type Organisation = z.infer<typeof Organisation>;

export const MissionStatus = z.enum(['planned', 'held', 'cancelled']);
export type MissionStatus = z.infer<typeof MissionStatus>;
export const MissionMode = z.enum(['in-person', 'virtual']);
export type MissionMode = z.infer<typeof MissionMode>;

/** Something that took place during a mission: a forum, a fair, a round table. */
const MissionEvent = z.strictObject({
  ...named,
  city: Id.exactOptional(),
  date: PartialDate.exactOptional(),
});

export const OutcomeKind = z.enum([
  'mou-signed',
  'workshop',
  'meeting',
  'webinar',
  'follow-up',
  'pilots-identified',
  'plan',
  'exchange',
]);
export type OutcomeKind = z.infer<typeof OutcomeKind>;
const Outcome = z.strictObject({ kind: OutcomeKind, text: Localized });

/**
 * A journey or a meeting. `hosts`, `travellers` and `participants` hold ids of cities and groups; a virtual meeting has
 * participants only. `mode` is absent when the source does not say.
 */
export const Mission = z.strictObject({
  id: Id,
  title: Localized,
  aliases: Aliases.default(noAliases),
  date: PartialDate,
  hosts: z.array(Id).default([]),
  travellers: z.array(Id).default([]),
  participants: z.array(Id).default([]),
  organisations: z.array(Id).default([]),
  mode: MissionMode.exactOptional(),
  status: MissionStatus,
  events: z.array(MissionEvent).default([]),
  outcomes: z.array(Outcome).default([]),
  topics: z.array(Id).default([]),
  follows: z.array(Id).default([]),
  summary: Localized,
  source: Source.exactOptional(),
});
export type Mission = z.infer<typeof Mission>;

export const PilotStatus = z.enum(['proposed', 'agreed', 'running', 'paused', 'completed', 'cancelled']);
export type PilotStatus = z.infer<typeof PilotStatus>;

/** A pilot project. `cities` holds ids of cities and groups, `partners` ids of organisations. */
export const Pilot = z.strictObject({
  id: Id,
  title: Localized,
  aliases: Aliases.default(noAliases),
  theme: Id,
  cities: z.array(Id),
  partners: z.array(Id),
  topics: z.array(Id).default([]),
  status: PilotStatus,
  about: Localized,
  source: Source.exactOptional(),
});
export type Pilot = z.infer<typeof Pilot>;

const Goal = z.strictObject({ number: z.int().min(1).max(17), ...named });

/** A document that facts were read in. */
export const SourceDocument = z.strictObject({ id: Id, name: Localized });
export type SourceDocument = z.infer<typeof SourceDocument>;

/** What is said of the programme as a whole. */
export const Overview = z.strictObject({
  name: Localized,
  shortName: Localized,
  aliases: Aliases.default(noAliases),
  summary: Localized,
  period: z.strictObject({ from: PartialDate, to: PartialDate }),
  goals: z.array(Goal),
  urbanAgenda: z.array(z.strictObject({ id: Id, ...named })),
  focus: Localized,
  challenges: z.array(Localized),
  objectives: z.array(Localized),
  contact: z.strictObject({
    name: Localized,
    email: z.email('not-email' satisfies FaultKey),
    about: Localized,
  }),
  source: Source,
});
export type Overview = z.infer<typeof Overview>;

/** A whole programme, as a dataset file holds it. References between records are checked by `parseDataset`. */
export const Dataset = z.strictObject({
  overview: Overview,
  sources: z.array(SourceDocument).min(1),
  countries: z.array(Country),
  groups: z.array(Group),
  cities: z.array(City),
  themes: z.array(Theme),
  topics: z.array(Topic),
  organisations: z.array(Organisation),
  missions: z.array(Mission),
  pilots: z.array(Pilot),
});
export type Dataset = z.infer<typeof Dataset>;
