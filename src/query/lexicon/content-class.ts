import type { WordClass } from './word-class.js';
import { CONTENT } from './word-groups.js';

/** Classes of words that carry what a question is about: only these are worth a guess at a misspelling of Han characters. */
export const CONTENT_CLASSES: ReadonlySet<string> = new Set<WordClass>([
  ...CONTENT,
  'lab',
  'country',
  'sdgs',
  'urban-agenda',
  'challenges',
  'objectives',
  'population',
  'size',
  'not-held',
  'elsewhere',
  'year',
  'month',
  'day',
]);
