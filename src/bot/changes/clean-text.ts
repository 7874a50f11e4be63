/** The longest texts that people may post, in characters (code points). */
export const longest = { note: 2000, title: 200, announcement: 2000 } as const;

/** How much of somebody's words a refusal repeats. */
const QUOTED = 60;

const spacing = /[\t\n\v\f\r\u2028\u2029]+/gu;
// Control characters and lone surrogates, and what turns the direction of the text that follows it.
const harmful = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** A text as its author wrote it, on one line, without control characters, lone surrogates and bidi controls. */
export function cleanText(typed: string): string {
  return typed.replace(spacing, ' ').replace(harmful, '').trim();
}

/** The number of characters as people count them, so that a Chinese or emoji text is not twice as long. */
export function lengthOf(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Somebody's words as a sentence may repeat them: clean and short. */
export function quotable(typed: string): string {
  // Cut first: what is cleaned may be a megabyte.
  const clean = cleanText(typed.slice(0, 4 * QUOTED));
  const characters = [...clean];
  return characters.length > QUOTED ? `${characters.slice(0, QUOTED).join('')}…` : clean;
}
