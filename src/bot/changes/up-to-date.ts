import type { Change } from '../../programme/change.js';
import type { Programme } from '../../programme/programme.js';
import { applyChanges } from '../../programme/snapshot.js';

/** The programme with every change of the list, of which it may lack the last ones: another process may have made them. */
export function upToDate(programme: Programme, changes: readonly Change[]): Programme {
  const filed = [...programme.history.values()].map((history) => Number(history.at(-1)?.id ?? 0));
  const known = Math.max(0, ...filed);
  const newer = changes.findLastIndex(({ id }) => Number(id) <= known) + 1;
  return newer === changes.length ? programme : applyChanges(programme, changes.slice(newer));
}
