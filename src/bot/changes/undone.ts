import { type Change, recordKey } from '../../programme/change.js';

/** Which change took each undone change back. An undo that was itself undone counts no more. */
export function undoneBy(changes: readonly Change[]): ReadonlyMap<string, Change> {
  const undone = new Map<string, Change>();
  for (const change of changes.toReversed()) {
    if (change.undoes !== undefined && !undone.has(change.id)) undone.set(change.undoes, change);
  }
  return undone;
}

/** Changes that made things as they are: without those that were taken back, and without those that only took one back. */
export function inForce(changes: readonly Change[]): Change[] {
  const undone = undoneBy(changes);
  return changes.filter(({ id, undoes }) => undoes === undefined && !undone.has(id));
}

/**
 * What became of a change's record after it, oldest first: changes that still count, without those that were taken
 * back since and those that took them back.
 */
export function laterChanges(changes: readonly Change[], change: Change): Change[] {
  if (!('target' in change)) return [];
  const undone = undoneBy(changes);
  const key = recordKey(change.target);
  const isLater = (id: string | undefined) => id !== undefined && Number(id) > Number(change.id);
  return changes.filter(
    (later) =>
      isLater(later.id) &&
      'target' in later &&
      recordKey(later.target) === key &&
      !undone.has(later.id) &&
      !isLater(later.undoes),
  );
}
