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

/** What is done in a mission. */
export const DEEDS = [...JOURNEYS, 'meet', 'attend'] as const satisfies readonly WordClass[];

/** How a mission was held, and what came of it. */
export const TRAITS = [
  'virtual',
  'in-person',
  'mou-signed',
  'workshop',
  'webinar',
] as const satisfies readonly WordClass[];

export const PARTNER_KINDS = [
  'university',
  'company',
  'lab',
  'bureau',
] as const satisfies readonly WordClass[];

export const PARTNERS = ['partner', ...PARTNER_KINDS] as const satisfies readonly WordClass[];

/** Records as most questions name them. */
export const RECORDS = [
  'mission',
  'meeting',
  'pilot',
  'partner',
  'university',
  'company',
] as const satisfies readonly WordClass[];

/** The programme as a whole, and the parts of its overview. */
export const OVERVIEW = [
  'programme',
  'themes',
  'sdgs',
  'urban-agenda',
  'focus',
  'challenges',
  'objectives',
  'period',
] as const satisfies readonly WordClass[];

/** Words that say what a question is about. */
export const CONTENT = [
  ...RECORDS,
  ...TRAITS,
  'city',
  'status',
  'themes',
  'contact',
  'programme',
] as const satisfies readonly WordClass[];

/** Words that ask for something other than yes or no. */
export const QUESTION_WORDS = [
  'who',
  'where',
  'when',
  'which',
  'what',
  'how',
  'count',
  'times',
] as const satisfies readonly WordClass[];
