import * as z from 'zod';
import { Locale } from '../programme/localized.js';
import { isDay } from '../programme/partial-date.js';

/** A day of the calendar, YYYY-MM-DD. */
export const Day = z.string().refine((value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && isDay(value));

/** One question and what it is asked with; what is absent comes from the command's options. */
const AskedQuestion = z.object({
  text: z.string(),
  lang: Locale.exactOptional(),
  now: Day.exactOptional(),
});
export type AskedQuestion = z.infer<typeof AskedQuestion>;

/** A line of standard input: a JSON object `{"text","lang","now"}`, or else the question itself. */
export function readQuestionLine(line: string): AskedQuestion {
  if (!line.trimStart().startsWith('{')) return { text: line };
  try {
    return AskedQuestion.parse(JSON.parse(line));
  } catch {
    // Not such an object: then somebody asked these very words.
    return { text: line };
  }
}

/** `--lang` and `--now`, checked; the name of the first that is wrong otherwise. */
export function readAskOptions(values: {
  lang?: string | undefined;
  now?: string | undefined;
}): { lang?: Locale; now?: string } | { wrong: 'lang' | 'now' } {
  const { lang, now } = values;
  const locale = Locale.safeParse(lang);
  if (lang !== undefined && !locale.success) return { wrong: 'lang' };
  if (now !== undefined && !Day.safeParse(now).success) return { wrong: 'now' };
  return { ...(locale.success ? { lang: locale.data } : {}), ...(now === undefined ? {} : { now }) };
}
