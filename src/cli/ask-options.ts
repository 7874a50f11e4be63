import * as z from 'zod';
import { Locale } from '../programme/localized.js';
import { isDay } from '../programme/partial-date.js';

/** A day of the calendar, YYYY-MM-DD. */
export const Day = z.string().refine((value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && isDay(value));

/** What a question may be asked with: the language of its answer, and the day that "last month" is relative to. */
export interface AskOptions {
  lang?: Locale;
  now?: string;
}

/** One question and what it is asked with; what is absent comes from the command's options. */
export interface AskedQuestion extends AskOptions {
  text: string;
}

/** The names of options that were given and can't be used. */
export type WrongOptions = readonly (keyof AskOptions)[];

const Given = z.object({ lang: z.unknown().optional(), now: z.unknown().optional() });
const AskedLine = Given.extend({ text: z.string() });

/** A line of standard input: a JSON object `{"text","lang","now"}`, or else the question itself. */
export function readQuestionLine(line: string): { question: AskedQuestion; wrong: WrongOptions } {
  const asked = AskedLine.safeParse(objectIn(line)).data;
  // Not such an object: then somebody asked these very words.
  if (asked === undefined) return { question: { text: line }, wrong: [] };
  const { options, wrong } = readAskOptions(asked);
  return { question: { text: asked.text, ...options }, wrong };
}

function objectIn(line: string): unknown {
  if (!line.trimStart().startsWith('{')) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Those of the options that can be used. */
export function readAskOptions(given: z.infer<typeof Given>): { options: AskOptions; wrong: WrongOptions } {
  const lang = Locale.optional().safeParse(given.lang);
  const now = Day.optional().safeParse(given.now);
  return {
    options: {
      ...(lang.data === undefined ? {} : { lang: lang.data }),
      ...(now.data === undefined ? {} : { now: now.data }),
    },
    wrong: [...(lang.success ? [] : (['lang'] as const)), ...(now.success ? [] : (['now'] as const))],
  };
}
