import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../programme/localized.js';
import { projectRoot } from './project-root.js';

/**
 * The parsed content of `locales/LOCALE/NAME.json`.
 * @throws Error with a sentence for people that names the file, when it is missing or no JSON
 */
export function readLocaleFile(locale: Locale, name: string): unknown {
  const file = join(projectRoot, 'locales', locale, `${name}.json`);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    // English, since without its locale files the bot has no other words.
    throw new Error(`${file} can't be read: ${(error as Error).message}. Restore it from the repository.`);
  }
}
