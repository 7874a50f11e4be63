import type * as z from 'zod';
import { type Change, type RecordRef, recordKey, translated, untranslated } from './change.js';
import { CopyOnWrite } from './copy-on-write.js';
import { inOrderOfDate } from './mission-order.js';
import type { Programme } from './programme.js';
import { withFields } from './record.js';
import { Mission, Organisation, Pilot } from './schema.js';

/** Makes a record's next state, to be checked against its schema. */
type Alteration = (record: object | undefined) => unknown;
type ChangeOf<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>;

/** A programme on its way to the next one: changes go in, then `finish` gives it out. */
export class ProgrammeBuilder {
  readonly #before: Programme;
  readonly #missions: CopyOnWrite<Mission>;
  readonly #pilots: CopyOnWrite<Pilot>;
  readonly #organisations: CopyOnWrite<Organisation>;
  readonly #history: CopyOnWrite<readonly Change[]>;
  #datesMoved = false;
  /** Where each change of the history is filed; read out only once a translation asks for it. */
  #filed: Map<string, string> | undefined;

  constructor(programme: Programme) {
    this.#before = programme;
    this.#missions = new CopyOnWrite(programme.missions);
    this.#pilots = new CopyOnWrite(programme.pilots);
    this.#organisations = new CopyOnWrite(programme.organisations);
    this.#history = new CopyOnWrite(programme.history);
  }

  apply(change: Change): void {
    switch (change.kind) {
      case 'set':
        this.#alter(change.target, (record) => record && withFields(record, change.fields));
        this.#file(change);
        break;
      case 'create':
        this.#alter(change.target, () => change.record);
        this.#file(change);
        break;
      case 'remove':
        this.#remove(change.target);
        this.#file(change);
        break;
      case 'note':
        this.#file(change);
        break;
      case 'translate':
        this.#translate(change);
        break;
      case 'announce':
        break;
    }
  }

  finish(): Programme {
    const missions = this.#missions.current;
    return {
      ...this.#before,
      missions: this.#datesMoved ? inOrderOfDate(missions.values()) : missions,
      pilots: this.#pilots.current,
      organisations: this.#organisations.current,
      history: this.#history.current,
    };
  }

  #alter(target: RecordRef, alter: Alteration): void {
    if (target.kind === 'mission') this.#alterMission(target.id, alter);
    else if (target.kind === 'pilot') put(this.#pilots, target.id, Pilot, alter);
    else put(this.#organisations, target.id, Organisation, alter);
  }

  #alterMission(id: string, alter: Alteration): void {
    const before = this.#missions.get(id)?.date;
    put(this.#missions, id, Mission, alter);
    if (this.#missions.get(id)?.date !== before) this.#datesMoved = true;
  }

  #remove({ kind, id }: RecordRef): void {
    const records = { mission: this.#missions, pilot: this.#pilots, partner: this.#organisations };
    records[kind].delete(id);
  }

  #file(change: Exclude<Change, ChangeOf<'announce' | 'translate'>>): void {
    const key = recordKey(change.target);
    this.#history.set(key, [...(this.#history.get(key) ?? []), change]);
    this.#filed?.set(change.id, key);
  }

  /**
   * Completes the note of the change that was translated, or takes that back; it stays that change, of its author and
   * time.
   */
  #translate({ change: id, text, undoes }: ChangeOf<'translate'>): void {
    this.#filed ??= new Map(
      [...this.#history.current].flatMap(([key, changes]) => changes.map((change) => [change.id, key])),
    );
    const key = this.#filed.get(id);
    if (key === undefined) return;
    const changes = (this.#history.get(key) ?? []).map((change) =>
      change.id === id && change.note !== undefined
        ? {
            ...change,
            note: undoes === undefined ? translated(change.note, text) : untranslated(change.note, text),
          }
        : change,
    );
    this.#history.set(key, changes);
  }
}

/** Keeps what `alter` makes of the record, if it is one by the schema. */
function put<T extends object>(
  records: CopyOnWrite<T>,
  id: string,
  schema: z.ZodType<T>,
  alter: Alteration,
): void {
  const { data } = schema.safeParse(alter(records.get(id)));
  if (data !== undefined) records.set(id, data);
}
