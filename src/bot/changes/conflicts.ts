import { isDeepStrictEqual } from 'node:util';
import type { Change, FieldChange } from '../../programme/change.js';
import type { Desk, Draft } from './draft.js';
import { fieldOf, findItem, sameValue } from './record.js';
import { missingOrganisation, referrersOf } from './references.js';
import { isTaken } from './slug.js';
import { waitsFor } from './translation.js';
import { undoneBy } from './undone.js';

/** A field that is no longer what it was when the change was proposed, and who changed it. */
export interface Conflict {
  /** From what was found at the proposal to what is there now. */
  field: FieldChange;
  by: Change | undefined;
}

/** Fields of a draft that somebody changed meanwhile. */
export function conflictsOf(desk: Desk, draft: Draft): Conflict[] {
  if (draft.kind !== 'set') return [];
  const item = findItem(desk.programme, draft.target);
  if (item === undefined) return [];
  return draft.fields.flatMap(({ field, before }) => {
    const now = fieldOf(item, field);
    if (sameValue(before, now)) return [];
    const by = desk.changes.findLast(
      (change) =>
        change.kind === 'set' &&
        change.target.kind === item.kind &&
        change.target.id === item.record.id &&
        change.fields.some((changed) => changed.field === field),
    );
    return [{ field: { field, before, after: now }, by }];
  });
}

/** The change because of which a draft can't be carried out as it was proposed, where no field tells it. */
export function causeOf({ programme, changes }: Desk, draft: Draft): Change | undefined {
  const undone = draft.undoes === undefined ? undefined : undoneBy(changes).get(draft.undoes);
  if (undone !== undefined) return undone;
  if (draft.kind === 'translate')
    return changes.findLast((change) => change.kind === 'translate' && change.change === draft.change);
  if (!('target' in draft)) return undefined;
  const missing = missingOrganisation(programme, draft);
  const { id } = draft.target;
  return changes.findLast((change) => 'target' in change && change.target.id === (missing ?? id));
}

/** Whether a draft can still be carried out as it was proposed. */
export function stillFits(desk: Desk, draft: Draft): boolean {
  const { programme, changes } = desk;
  if (missingOrganisation(programme, draft) !== undefined) return false;
  if (draft.undoes !== undefined && undoneBy(changes).has(draft.undoes)) return false;
  switch (draft.kind) {
    case 'set':
      return findItem(programme, draft.target) !== undefined && conflictsOf(desk, draft).length === 0;
    case 'note':
      return findItem(programme, draft.target) !== undefined;
    case 'create':
      // Only an undo brings an id back that was there before.
      return draft.undoes === undefined
        ? !isTaken(programme, draft.target.id)
        : findItem(programme, draft.target) === undefined;
    case 'remove':
      return isAsItWas(desk, draft) && referrersOf(programme, draft.target).length === 0;
    case 'translate':
      return draft.undoes !== undefined || waitsFor(changes, draft.change, draft.text);
    case 'announce':
      return true;
  }
}

function isAsItWas({ programme }: Desk, { target, record }: Extract<Draft, { kind: 'remove' }>): boolean {
  return isDeepStrictEqual(findItem(programme, target)?.record, record);
}
