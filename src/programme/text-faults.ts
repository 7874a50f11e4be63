import { type Fault, pathOf } from './fault.js';

/**
 * Control characters, lone surrogates, and what turns the direction of the text that follows it. Line ends and tabs are text.
 * The invisible marks that name a direction for one place only (U+200E, U+200F) are in honest names of many languages.
 */
const unsafe = /(?![\t\n\r])[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;

/** Finds the texts within a JSON value that could deceive a reader or disturb a terminal. */
export function* textFaults(json: unknown, steps: readonly PropertyKey[] = []): Iterable<Fault> {
  if (typeof json === 'string') {
    const [found] = unsafe.exec(json) ?? [];
    if (found !== undefined)
      yield { path: pathOf(steps), key: 'unsafe-text', values: { character: nameOf(found) } };
  } else if (Array.isArray(json)) {
    for (const [index, element] of json.entries()) yield* textFaults(element, [...steps, index]);
  } else if (typeof json === 'object' && json !== null) {
    for (const [key, value] of Object.entries(json)) yield* textFaults(value, [...steps, key]);
  }
}

/** A character as Unicode writes it, such as `U+202E`: it can't be shown as itself. */
function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
