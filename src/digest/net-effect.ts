import type { Item } from '../bot/changes/record.js';
import { sameValue } from '../bot/changes/record.js';
import { type Change, type FieldChange, type RecordRef, recordKey } from '../programme/change.js';
import type { Localized } from '../programme/localized.js';
import type { MissionStatus, PilotStatus } from '../programme/schema.js';

export type Author = Pick<Change, 'by' | 'byName' | 'byCities'>;

/** What a stretch of changes comes to for one record. */
export interface RecordNews {
  ref: RecordRef;
  kind: 'added' | 'changed' | 'removed';
  /** The record as it was added or removed; a changed record's is the programme's. */
  record?: Item['record'];
  /** Fields that differ in the end from what they were; none for a record that was added or removed. */
  fields: readonly FieldChange[];
  notes: readonly Localized[];
  /** Each once, in the order in which they first had a part in it. */
  by: readonly Author[];
}

export const CALLED_OFF: MissionStatus & PilotStatus = 'cancelled';

/** A record's way through the changes. */
interface Trail {
  ref: RecordRef;
  /** As far as the readers were told. */
  existedBefore: boolean;
  existsAfter: boolean;
  isCalledOff: boolean;
  record?: Item['record'];
  fields: Map<string, FieldChange>;
  notes: Localized[];
  by: Map<string, Author>;
}

/**
 * What changes come to, record by record in the order in which they were first touched: a field that was changed and
 * changed back is no news, and neither is a record that was added and then removed or called off.
 *
 * @param changes in the order of their commitment
 * @param noteOf a change's note as it stands now, if it still stands
 * @param unheard keys of records that the readers were never told of, since none stood when a digest ended
 */
export function netEffect(
  changes: readonly Change[],
  noteOf: (change: Change) => Localized | undefined,
  unheard: readonly string[],
): RecordNews[] {
  const trails = new Map<string, Trail>();
  for (const change of changes) {
    if (change.kind === 'announce' || change.kind === 'translate') continue;
    const key = recordKey(change.target);
    const trail = trails.get(key) ?? begin(change, unheard.includes(key));
    trails.set(key, trail);
    follow(trail, change);
    const note = noteOf(change);
    if (note !== undefined) trail.notes.push(note);
    if (!trail.by.has(change.by)) trail.by.set(change.by, change);
  }
  return [...trails.values()].flatMap((trail) => newsOf(trail) ?? []);
}

type RecordChange = Exclude<Change, { kind: 'announce' | 'translate' }>;

function begin(change: RecordChange, isUnheard: boolean): Trail {
  const exists = change.kind !== 'create';
  return {
    ref: change.target,
    existedBefore: exists && !isUnheard,
    existsAfter: exists,
    isCalledOff: exists && isUnheard,
    fields: new Map(),
    notes: [],
    by: new Map(),
  };
}

function follow(trail: Trail, change: RecordChange): void {
  if (change.kind === 'create' || change.kind === 'remove') {
    trail.existsAfter = change.kind === 'create';
    trail.record = change.record;
  }
  if (change.kind !== 'set') return;
  for (const { field, before, after } of change.fields) {
    const first = trail.fields.get(field);
    trail.fields.set(field, { field, before: first === undefined ? before : first.before, after });
    if (field === 'status') trail.isCalledOff = after === CALLED_OFF;
  }
}

function newsOf({ ref, existedBefore, existsAfter, record, notes, ...trail }: Trail): RecordNews | undefined {
  const by = [...trail.by.values()];
  if (existedBefore !== existsAfter) {
    // Readers never knew of what came and was called off between two digests.
    if (existsAfter && trail.isCalledOff) return undefined;
    const kind = existsAfter ? 'added' : 'removed';
    return { ref, kind, ...(record === undefined ? {} : { record }), fields: [], notes, by };
  }
  const fields = [...trail.fields.values()].filter(({ before, after }) => !sameValue(before, after));
  if (!existsAfter || (fields.length === 0 && notes.length === 0)) return undefined;
  return { ref, kind: 'changed', fields, notes, by };
}
