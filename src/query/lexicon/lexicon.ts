import * as z from 'zod';
import type { Locale } from '../../programme/localized.js';
import { WORD_CLASSES, type WordClass } from './word-class.js';

/** Words of one meaning, separated by commas, to keep the files readable: "city, town, municipality". */
const Family = z.string();
/** Checked as one: thousands of single checks would take longer at every start than reading the words. */
const Families = z
  .array(Family)
  .refine((families) => families.every((family) => family !== ''), 'must hold no empty text');

const counts = (length: number) => (families: readonly string[]) => families.length === length;

const classes = Object.keys(WORD_CLASSES) as [WordClass, ...WordClass[]]; // the keys of a constant object

/** The words of one language by class: what `locales/*\/lexicon.json` holds. */
export const LanguageLexicon = z.strictObject({
  words: z.partialRecord(z.enum(classes), Families),
  time: z.strictObject({
    /** January first. */
    months: Families.refine(counts(12), 'must have 12 entries'),
    /** Spring, summer, autumn, winter. */
    seasons: Families.refine(counts(4), 'must have 4 entries'),
    /** Monday first. */
    weekdays: Families.refine(counts(7), 'must have 7 entries'),
    /** First, second … */
    ordinals: Families,
    /** One, two … */
    cardinals: Families,
    /** First and second half of a year. */
    halves: Families.refine(counts(2), 'must have 2 entries'),
    /** "UNIT OFFSET" to its words: `month -1` is last month. */
    relative: z.record(z.string().regex(/^(year|half|quarter|month|week|day) (-?\d+)$/), Families),
  }),
  /** Forms of verbs and nouns that no rule makes, by their base form. */
  irregular: z.strictObject({ verbs: z.record(z.string(), Family), nouns: z.record(z.string(), Family) }),
});
export type LanguageLexicon = z.infer<typeof LanguageLexicon>;

export type Lexicon = Readonly<Record<Locale, LanguageLexicon>>;

/** Checks both languages' words. Throws a ZodError that names every fault with its path. */
export function parseLexicon(files: { en: unknown; zh: unknown }): Lexicon {
  return z.strictObject({ en: LanguageLexicon, zh: LanguageLexicon }).parse(files, { jitless: true });
}

export function membersOf(family: string): string[] {
  return family.split(',').map((member) => member.trim());
}
