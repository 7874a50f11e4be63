import * as z from 'zod';
import {
  CityField,
  Id,
  MissionMode,
  MissionStatus,
  OrganisationKind,
  OutcomeKind,
  PilotStatus,
} from '../programme/schema.js';

/** What a question is about. */
export const Intent = z.enum([
  'missions',
  'partners',
  'pilots',
  'status',
  'city',
  'themes',
  'overview',
  'contact',
  'help',
]);
export type Intent = z.infer<typeof Intent>;

/** Part of the programme's overview that a question asks for. */
export const Facet = z.enum([
  'themes',
  'sdgs',
  'urban-agenda',
  'focus',
  'challenges',
  'objectives',
  'period',
  'summary',
]);
export type Facet = z.infer<typeof Facet>;

/** What the answer must lead with: the names, the place, the date, the number, yes or no, how it stands, what came of it, or simply the records. */
export const Ask = z.enum([
  'list',
  'who',
  'where',
  'when',
  'count',
  'whether',
  'what',
  'standing',
  'outcomes',
  'compare',
]);
export type Ask = z.infer<typeof Ask>;

/** What a city, country or group did in a mission; `any` when the question does not say. */
export const PartyRole = z.enum(['any', 'host', 'traveller']);
export type PartyRole = z.infer<typeof PartyRole>;

/** One condition on a record. */
export const Term = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('city'), id: Id, role: PartyRole }),
  z.strictObject({ kind: z.literal('country'), code: z.string(), role: PartyRole }),
  z.strictObject({ kind: z.literal('group'), id: Id, role: PartyRole }),
  z.strictObject({ kind: z.literal('organisation'), id: Id }),
  z.strictObject({ kind: z.literal('organisation-kind'), is: OrganisationKind }),
  z.strictObject({ kind: z.literal('theme'), id: Id }),
  z.strictObject({ kind: z.literal('topic'), id: Id }),
  z.strictObject({ kind: z.literal('mission'), id: Id }),
  z.strictObject({ kind: z.literal('pilot'), id: Id }),
  z.strictObject({ kind: z.literal('mode'), is: MissionMode }),
  z.strictObject({ kind: z.literal('outcome'), is: OutcomeKind }),
  z.strictObject({ kind: z.literal('mission-status'), is: MissionStatus }),
  z.strictObject({ kind: z.literal('pilot-status'), is: PilotStatus }),
]);
export type Term = z.infer<typeof Term>;

/** Holds when any of its terms does, or, negated, when none does. */
export const Clause = z.strictObject({ any: z.array(Term).min(1), negated: z.boolean() });
export type Clause = z.infer<typeof Clause>;

/**
 * What ties cities or partners to other records: the cities that a mission of these clauses took to or to which it went,
 * the partners of pilots of these clauses. `negated`: those that no such record has. The query's dates hold for the missions.
 */
export const Link = z.strictObject({
  by: z.enum(['missions', 'pilots']),
  role: PartyRole,
  negated: z.boolean(),
  clauses: z.array(Clause),
});
export type Link = z.infer<typeof Link>;

/** Days YYYY-MM-DD, both included. */
export const DateRange = z.strictObject({ from: z.string(), to: z.string() });
export type DateRange = z.infer<typeof DateRange>;

/**
 * A question, understood: what typed commands, free questions and buttons all come to. Plain data, so that a button
 * can carry it. Every clause must hold, and the record's date must meet one of `dates` (when there are any).
 */
export const Query = z.strictObject({
  intent: Intent,
  ask: Ask,
  clauses: z.array(Clause),
  dates: z.array(DateRange),
  pick: z.enum(['all', 'first', 'last', 'next']),
  /** How many the first, the last or the next are: "the last three missions". */
  count: z.int().min(2).exactOptional(),
  /** Of the missions in order of date, the second, third …; "the second time that … went to …". */
  nth: z.int().min(2).exactOptional(),
  facet: Facet.exactOptional(),
  /** For cities and partners that are asked for by what they took part in; `clauses` then hold for themselves. */
  linked: Link.exactOptional(),
  /** A field of a city that is asked for. */
  field: CityField.exactOptional(),
});
export type Query = z.infer<typeof Query>;
