import type { FieldChange, RecordKind } from './change.js';
import { Mission, Organisation, Pilot } from './schema.js';

/** What a record of each kind is. */
export const recordSchemas = {
  mission: Mission,
  pilot: Pilot,
  partner: Organisation,
} as const satisfies Record<RecordKind, unknown>;

/** What a change of fields makes of a record, for the record's schema to read: `null` takes a field away. */
export function withFields(
  record: object,
  fields: readonly FieldChange[],
): Readonly<Record<string, unknown>> {
  const values = new Map<string, unknown>(Object.entries(record));
  for (const { field, after } of fields) {
    if (after === null) values.delete(field);
    else values.set(field, after);
  }
  return Object.fromEntries(values);
}
