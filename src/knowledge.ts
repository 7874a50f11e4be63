import { type CommandVocabularies, CommandVocabulary } from './bot/vocabulary.js';
import { readLocaleFile } from './i18n/locale-files.js';
import { readDataset } from './programme/dataset-file.js';
import type { Fault } from './programme/fault.js';
import type { Programme } from './programme/programme.js';
import { createProgramme } from './programme/snapshot.js';
import { createQueryEngine } from './query/create-engine.js';
import type { QueryEngine } from './query/engine.js';
import { parseLexicon } from './query/lexicon/lexicon.js';

/** What there is to know before anybody changed anything, and the core that answers from it. */
export interface Knowledge {
  programme: Programme;
  engine: QueryEngine;
}

/** Reads a dataset file and the lexicon. All faults of the file at once. */
export function loadKnowledge(file: string): Knowledge | { faults: readonly Fault[] } {
  const parsed = readDataset(file);
  if ('faults' in parsed) return parsed;
  const programme = createProgramme(parsed.dataset);
  const lexicon = parseLexicon({ en: readLocaleFile('en', 'lexicon'), zh: readLocaleFile('zh', 'lexicon') });
  return { programme, engine: createQueryEngine(programme, lexicon) };
}

/** The words of every command in both languages. */
export function loadVocabularies(): CommandVocabularies {
  return {
    en: CommandVocabulary.parse(readLocaleFile('en', 'commands'), { jitless: true }),
    zh: CommandVocabulary.parse(readLocaleFile('zh', 'commands'), { jitless: true }),
  };
}
