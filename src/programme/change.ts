import * as z from 'zod';
import { Localized } from './localized.js';
import { Id, Mission, Organisation, Pilot } from './schema.js';

export const RecordKind = z.enum(['mission', 'pilot', 'partner']);
export type RecordKind = z.infer<typeof RecordKind>;

/** Names one record: `pilot` and its id. */
export const RecordRef = z.strictObject({ kind: RecordKind, id: Id });
export type RecordRef = z.infer<typeof RecordRef>;

const header = {
  /** 1, 2, 3 … in the order of commitment; what people call it by ("change 17"). */
  id: z.string().regex(/^\d+$/),
  at: z.iso.datetime(),
  by: z.string(),
  byName: z.string(),
  /** The cities that the author coordinated at that time; absent for all of them. */
  byCities: z.array(Id).exactOptional(),
  note: Localized.exactOptional(),
  /** The change that this one takes back. */
  undoes: z.string().exactOptional(),
};

/** A field's value before and after, as the record's schema holds it; `null` stands for "not set". */
const FieldChange = z.strictObject({ field: z.string(), before: z.json(), after: z.json() });
export type FieldChange = z.infer<typeof FieldChange>;

/**
 * One step in the programme's life, appended and never edited. `set` alters fields of a record; `create` adds one and
 * `remove` takes it away (the inverse of `create`); `translate` supplies the missing language of a note or an
 * announcement; `announce` is news of no record.
 */
export const Change = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('set'),
    ...header,
    target: RecordRef,
    fields: z.array(FieldChange).min(1),
  }),
  z.strictObject({ kind: z.literal('note'), ...header, target: RecordRef }),
  z.strictObject({
    kind: z.literal('create'),
    ...header,
    target: RecordRef,
    record: z.union([Mission, Pilot, Organisation]),
  }),
  z.strictObject({
    kind: z.literal('remove'),
    ...header,
    target: RecordRef,
    record: z.union([Mission, Pilot, Organisation]),
  }),
  z.strictObject({ kind: z.literal('announce'), ...header, text: Localized }),
  z.strictObject({ kind: z.literal('translate'), ...header, change: z.string(), text: Localized }),
]);
export type Change = z.infer<typeof Change>;

/** The key of a record among those of all kinds: `pilot:wine-institute`. */
export function recordKey({ kind, id }: RecordRef): string {
  return `${kind}:${id}`;
}

/** A text with the language it lacked; what its author wrote stays as it is. */
export function translated(original: Localized, translation: Localized): Localized {
  return { ...translation, ...original };
}

/** A text without a language that it was translated into; the author's own stays. */
export function untranslated(text: Localized, translation: Localized): Localized {
  const { en, zh } = text;
  if (translation.en !== undefined && zh !== undefined) return { zh };
  return translation.zh !== undefined && en !== undefined ? { en } : text;
}
