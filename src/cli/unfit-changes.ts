import type { Language } from '../i18n/languages.js';
import type { Change } from '../programme/change.js';
import { unfitChanges } from '../programme/change-faults.js';
import { readDataset } from '../programme/dataset-file.js';
import { createProgramme } from '../programme/snapshot.js';

/** As many records as a sentence bears; the rest are counted. */
const SHOWN = 5;

/**
 * What is wrong when stored changes don't fit a dataset file, and the way out; `undefined` when all fit. Of a file that is at
 * fault itself nothing can be said.
 */
export function describeUnfitChanges(
  file: string,
  changes: readonly Change[],
  { t, formats }: Language,
): string | undefined {
  const parsed = readDataset(file);
  if ('faults' in parsed) return undefined;
  const { count, ids } = unfitChanges(createProgramme(parsed.dataset), changes);
  if (count === 0) return undefined;
  const more = ids.length - SHOWN;
  const named = [...ids.slice(0, SHOWN), ...(more > 0 ? [t('cli:unfit.more', { count: more })] : [])];
  return t('cli:unfit.changes', { count, total: changes.length, ids: formats.list(named) });
}
