import type { Snapshot } from '../bot/snapshot.js';
import type { Language } from '../i18n/languages.js';
import type { Change } from '../programme/change.js';
import { otherRecord, unfitChanges } from '../programme/change-faults.js';
import { readDataset } from '../programme/dataset-file.js';
import type { Programme } from '../programme/programme.js';
import { createProgramme } from '../programme/snapshot.js';
import { historyFaults } from '../store/backup.js';
import { stateFile } from '../store/embedded/state-folder.js';
import type { StatePlace } from '../store/open-store.js';
import { describeFaults } from './dataset-faults.js';

/** As many records as a sentence bears; the rest are counted. */
const SHOWN = 5;

/** What is wrong with stored changes, and the way out. */
export interface ChangesTrouble {
  /** `unfit`: sound with the dataset that they were made on. `damaged`: with none; no backup of them can be restored. */
  kind: 'unfit' | 'damaged';
  sentence: string;
}

/**
 * Looks at stored changes as `restore` does; `undefined` when it would take them. Of a dataset file that is at fault itself
 * nothing can be said.
 * @param file the dataset
 */
export function examineChanges(
  file: string,
  place: StatePlace,
  snapshot: Snapshot,
  language: Language,
): ChangesTrouble | undefined {
  const parsed = readDataset(file);
  if ('faults' in parsed) return undefined;
  const programme = createProgramme(parsed.dataset);
  const faults = historyFaults(snapshot, programme);
  if (faults.length === 0) return undefined;
  if (faults.every((fault) => otherRecord(fault).length > 0)) {
    return { kind: 'unfit', sentence: describeUnfit(programme, snapshot.collections.changes, language) };
  }
  const where = place.kind === 'postgres' ? 'PostgreSQL' : stateFile(place.folder);
  return { kind: 'damaged', sentence: describeFaults(where, faults, language, 'cli:unsound.changes') };
}

function describeUnfit(programme: Programme, changes: readonly Change[], { t, formats }: Language): string {
  const { count, ids } = unfitChanges(programme, changes);
  const more = ids.length - SHOWN;
  const named = [...ids.slice(0, SHOWN), ...(more > 0 ? [t('cli:unfit.more', { count: more })] : [])];
  return t('cli:unfit.changes', { count, total: changes.length, ids: formats.list(named) });
}
