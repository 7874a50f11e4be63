import { type Fault, pathOf } from './fault.js';

/**
 * Control characters, lone surrogates, and what turns the direction of the text that follows it. Line ends and tabs are text.
 * The invisible marks that name a direction for one place only (U+200E, U+200F) are in honest names of many languages.
 */
const unsafe = /(?![\t\n\r])[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;

/** The same within JSON, which writes C0 controls and lone surrogates as `\b`, `\f` or `\uXXXX`. */
const perhapsUnsafe = /[\x7f-\x9f\u202A-\u202E\u2066-\u2069]|\\[bfu]/;

/** Finds the texts within a JSON value that could deceive a reader or disturb a terminal. */
export function* textFaults(json: unknown, steps: readonly PropertyKey[] = []): Iterable<Fault> {
  if (typeof json === 'string') {
    const [found] = unsafe.exec(json) ?? [];
    if (found !== undefined)
      yield { path: pathOf(steps), key: 'unsafe-text', values: { character: nameOf(found) } };
  } else if (typeof json === 'object' && json !== null) {
    // One look at all the texts of a part is ten times as fast as a look at each.
    if (steps.length === 1 && !perhapsUnsafe.test(JSON.stringify(json))) return;
    const parts = Array.isArray(json) ? json.entries() : Object.entries(json);
    for (const [key, value] of parts) yield* textFaults(value, [...steps, key]);
  }
}

/** A character as Unicode writes it, such as `U+202E`: it can't be shown as itself. */
function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
