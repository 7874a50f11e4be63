import type * as z from 'zod';
import { type Change, type RecordKind, type RecordRef, recordKey } from './change.js';
import type { Fault, FaultKey } from './fault.js';
import { type Known, knownIn } from './known-ids.js';
import type { Programme } from './programme.js';
import { recordSchemas, withFields } from './record.js';
import { unknownIds } from './references.js';
import { shapeFaults } from './shape-faults.js';
import { textFaults } from './text-faults.js';

type ChangeOf<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>;
type Values = Fault['values'];

/**
 * Everything because of which changes can't be the history of a programme: numbers with a gap, records and changes that there
 * are not, values that their record's schema refuses. `applyChanges` would pass over such changes in silence.
 * @param programme the programme as its dataset has it
 * @param changes in the order of their commitment, each of the right shape
 * @param lastChange the number of the last change that was ever made
 * @returns faults whose paths begin with `changes[…]`
 */
export function changeFaults(programme: Programme, changes: readonly Change[], lastChange: number): Fault[] {
  const history = new HistoryCheck(programme);
  const faults = changes.flatMap((change, index) => history.check(change, `changes[${index}]`));
  return [...faults, ...history.checkEnd(lastChange)];
}

/**
 * How many changes speak of records that the dataset lacks or has otherwise, and the ids of those records: a bot can go on with
 * such a history, but not all of it is told.
 */
export function unfitChanges(
  programme: Programme,
  changes: readonly Change[],
): { count: number; ids: readonly string[] } {
  const history = new HistoryCheck(programme);
  const ids = changes.map((change) => history.check(change, '').flatMap(otherRecord));
  return { count: ids.filter(({ length }) => length > 0).length, ids: [...new Set(ids.flat())] };
}

/** The id of the record because of which a change doesn't fit a dataset; a fault that no dataset could mend has none. */
export function otherRecord({ values: { id } }: Fault): readonly string[] {
  return typeof id === 'string' ? [id] : [];
}

/** Follows the records through their changes, strictly. */
class HistoryCheck {
  readonly #known: Known;
  /** The records as they are after the changes so far. */
  readonly #records: Map<string, object>;
  /** Also records that were taken away since: their history stays. */
  readonly #ever: Set<string>;
  #numbers = new Set<string>();
  #last = 0;

  constructor(programme: Programme) {
    this.#known = knownIn(programme);
    const all: [RecordKind, ReadonlyMap<string, object>][] = [
      ['mission', programme.missions],
      ['pilot', programme.pilots],
      ['partner', programme.organisations],
    ];
    this.#records = new Map(
      all.flatMap(([kind, records]) =>
        [...records].map(([id, record]): [string, object] => [recordKey({ kind, id }), record]),
      ),
    );
    this.#ever = new Set(this.#records.keys());
  }

  check(change: Change, path: string): Fault[] {
    const faults = [
      ...this.#checkNumber(Number(change.id), `${path}.id`),
      ...this.#checkMention(change.undoes, `${path}.undoes`),
      ...this.#checkKind(change, path),
      ...textsOf(change, path),
    ];
    this.#numbers.add(change.id);
    return faults;
  }

  checkEnd(lastChange: number): Fault[] {
    return lastChange > this.#last ? [fault('changes', 'missing-change', { number: this.#last + 1 })] : [];
  }

  *#checkNumber(number: number, path: string): Iterable<Fault> {
    if (number !== this.#last + 1) yield fault(path, 'missing-change', { number: this.#last + 1 });
    this.#last = number;
  }

  *#checkMention(number: string | undefined, path: string): Iterable<Fault> {
    if (number !== undefined && !this.#numbers.has(number)) yield fault(path, 'unknown-change', { number });
  }

  #checkKind(change: Change, path: string): Iterable<Fault> {
    switch (change.kind) {
      case 'set':
        return this.#set(change, path);
      case 'create':
        return this.#create(change, path);
      case 'remove':
        return this.#remove(change, path);
      case 'note':
        return this.#checkTarget(change.target, path);
      case 'translate':
        return this.#checkMention(change.change, `${path}.change`);
      case 'announce':
        return [];
    }
  }

  *#checkTarget(target: RecordRef, path: string): Iterable<Fault> {
    if (!this.#ever.has(recordKey(target)))
      yield fault(`${path}.target.id`, 'unknown-record', { id: target.id });
  }

  *#set({ target, fields }: ChangeOf<'set'>, path: string): Iterable<Fault> {
    yield* this.#checkTarget(target, path);
    const record = this.#records.get(recordKey(target));
    if (record === undefined) return;
    const places = new Map(fields.map(({ field }, index) => [field, `${path}.fields[${index}]`]));
    const altered = withFields(record, fields);
    if (altered.id !== target.id) yield fault(`${places.get('id')}.after`, 'other-record', { id: target.id });
    const { record: after, faults } = this.#read(target.kind, altered);
    for (const { path: within, ...rest } of faults) {
      const [field = ''] = within.split(/[.[]/, 1);
      const place = places.get(field);
      if (place !== undefined) yield { ...rest, path: `${place}.after${within.slice(field.length)}` };
    }
    if (after !== undefined) this.#records.set(recordKey(target), after);
  }

  *#create({ target, record }: ChangeOf<'create'>, path: string): Iterable<Fault> {
    const key = recordKey(target);
    if (this.#records.has(key)) yield fault(`${path}.target.id`, 'record-exists', { id: target.id });
    if (record.id !== target.id) yield fault(`${path}.record.id`, 'other-record', { id: target.id });
    if (target.kind === 'mission') this.#known.missions.set(target.id, undefined);
    if (target.kind === 'partner') this.#known.organisation.add(target.id);
    const { record: read, faults } = this.#read(target.kind, record);
    for (const { path: within, ...rest } of faults) yield { ...rest, path: `${path}.record.${within}` };
    this.#records.set(key, read ?? record);
    this.#ever.add(key);
  }

  *#remove({ target }: ChangeOf<'remove'>, path: string): Iterable<Fault> {
    const key = recordKey(target);
    if (!this.#records.delete(key)) yield fault(`${path}.target.id`, 'unknown-record', { id: target.id });
  }

  /** A record by its kind's schema, or what is wrong with it; and references to what there never was. */
  #read(kind: RecordKind, json: object): { record?: object; faults: Fault[] } {
    const schema: z.ZodType<object> = recordSchemas[kind];
    const parsed = schema.safeParse(json);
    if (!parsed.success) return { faults: shapeFaults(parsed.error, json) };
    return { record: parsed.data, faults: unknownIds(kind, parsed.data, this.#known) };
  }
}

function* textsOf(change: Change, path: string): Iterable<Fault> {
  // A name is as its platform gives it, and is made safe where it is shown.
  const { byName: _, ...rest } = change;
  for (const { path: within, ...found } of textFaults(rest)) yield { ...found, path: `${path}.${within}` };
}

function fault(path: string, key: FaultKey, values: Values): Fault {
  return { path, key, values };
}
