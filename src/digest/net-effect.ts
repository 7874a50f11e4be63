import { isDeepStrictEqual } from 'node:util';
import { type Change, type FieldChange, type RecordRef, recordKey } from '../programme/change.js';
import type { Localized } from '../programme/localized.js';
import type { Mission, Organisation, Pilot } from '../programme/schema.js';

export type AnyRecord = Mission | Pilot | Organisation;

/** Who changed something, as the change has them. */
export interface Author {
  id: string;
  name: string;
}

/** What a stretch of changes comes to for one record. */
export interface RecordNews {
  ref: RecordRef;
  kind: 'added' | 'changed' | 'removed';
  /** The record as it was when it was added or removed; a changed record's is the programme's. */
  record?: AnyRecord;
  /** Fields that differ in the end from what they were; none for a record that was added or removed. */
  fields: readonly FieldChange[];
  notes: readonly Localized[];
  /** In the order in which they first had a part in it. */
  by: readonly Author[];
}

/** A record's way through the changes. */
interface Trail {
  ref: RecordRef;
  existedBefore: boolean;
  existsAfter: boolean;
  record?: AnyRecord;
  fields: Map<string, FieldChange>;
  notes: Localized[];
  by: Map<string, string>;
}

/**
 * What changes come to, record by record in the order in which they were first touched: a field that was changed and
 * changed back is no news, and neither is a record that was added and removed.
 *
 * @param changes in the order of their commitment
 * @param noteOf a change's note as it stands now, if it still stands
 */
export function netEffect(
  changes: readonly Change[],
  noteOf: (change: Change) => Localized | undefined,
): RecordNews[] {
  const trails = new Map<string, Trail>();
  for (const change of changes) {
    if (change.kind === 'announce' || change.kind === 'translate') continue;
    const key = recordKey(change.target);
    const trail = trails.get(key) ?? begin(change);
    trails.set(key, trail);
    follow(trail, change);
    const note = noteOf(change);
    if (note !== undefined) trail.notes.push(note);
    trail.by.set(change.by, change.byName);
  }
  return [...trails.values()].flatMap((trail) => newsOf(trail) ?? []);
}

type RecordChange = Exclude<Change, { kind: 'announce' | 'translate' }>;

function begin(change: RecordChange): Trail {
  const existedBefore = change.kind !== 'create';
  return {
    ref: change.target,
    existedBefore,
    existsAfter: existedBefore,
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
  }
}

function newsOf(trail: Trail): RecordNews | undefined {
  const { ref, existedBefore, existsAfter, record, notes } = trail;
  const by = [...trail.by].map(([id, name]) => ({ id, name }));
  if (existedBefore !== existsAfter) {
    const kind = existsAfter ? 'added' : 'removed';
    return { ref, kind, ...(record === undefined ? {} : { record }), fields: [], notes, by };
  }
  const fields = [...trail.fields.values()].filter(({ before, after }) => !isDeepStrictEqual(before, after));
  if (!existsAfter || (fields.length === 0 && notes.length === 0)) return undefined;
  return { ref, kind: 'changed', fields, notes, by };
}
