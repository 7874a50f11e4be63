import type { WordClass } from './word-class.js';

/** Verbs of a journey: who goes, comes, receives or sends. */
export const JOURNEYS = ['go', 'come', 'host', 'send'] as const satisfies readonly WordClass[];

/** A journey, or the records that tell of one. */
export const VISITS = [...JOURNEYS, 'mission', 'meeting'] as const satisfies readonly WordClass[];

/** What a mission brought about. */
export const OUTCOMES = [
  'mou-signed',
  'workshop',
  'webinar',
  'follow-up',
  'pilots-identified',
] as const satisfies readonly WordClass[];

/** Partners, and the kinds of them. */
export const PARTNERS = [
  'partner',
  'university',
  'company',
  'lab',
  'bureau',
] as const satisfies readonly WordClass[];
