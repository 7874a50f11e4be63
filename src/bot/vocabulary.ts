import * as z from 'zod';
import type { Locale } from '../programme/localized.js';

/** What a language says of one command: the words that call it and how help explains it. */
const CommandWords = z.strictObject({
  /** Whether help lists it. */
  listed: z.boolean().default(true),
  /** The first is the one that help shows. */
  words: z.array(z.string().min(1)).min(1),
  /** Other words in which people ask how it is done ("How do I subscribe?"); they call nothing. */
  asked: z.array(z.string().min(1)).default([]),
  usage: z.string().min(1),
  summary: z.string().min(1),
  /** What `help COMMAND` adds: filters, keys, rules. */
  details: z.array(z.string().min(1)).default([]),
  examples: z.array(z.string().min(1)).min(1),
});
export type CommandWords = z.infer<typeof CommandWords>;

/** One language's `commands.json`, by the command's name. */
export const CommandVocabulary = z.record(z.string(), CommandWords);
export type CommandVocabulary = z.infer<typeof CommandVocabulary>;
export type CommandVocabularies = Readonly<Record<Locale, CommandVocabulary>>;
