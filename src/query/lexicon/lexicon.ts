import { z } from 'zod';
import type { Locale } from '../../programme/localized.js';
import { WORD_CLASSES, type WordClass } from './word-class.js';

/** Words of one meaning, separated by commas, to keep the files readable: "city, town, municipality". */
const Family = z.string().min(1);
const Families = z.array(Family);

const classes = Object.keys(WORD_CLASSES) as [WordClass, ...WordClass[]]; // the keys of a constant object

/** The words of one language by class: what `locales/*\/lexicon.json` holds. */
export const LanguageLexicon = z.strictObject({
  words: z.partialRecord(z.enum(classes), Families),
  time: z.strictObject({
    /** January first. */
    months: Families.length(12),
    /** Spring, summer, autumn, winter. */
    seasons: Families.length(4),
    /** Monday first. */
    weekdays: Families.length(7),
    /** First, second … */
    ordinals: Families,
    /** One, two … */
    cardinals: Families,
    /** First and second half of a year. */
    halves: Families.length(2),
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
  return z.strictObject({ en: LanguageLexicon, zh: LanguageLexicon }).parse(files);
}

export function membersOf(family: string): string[] {
  return family.split(',').map((member) => member.trim());
}
