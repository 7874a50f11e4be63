import type { Change, FieldChange } from '../../src/programme/change.js';
import type { Localized } from '../../src/programme/localized.js';
import { Mission } from '../../src/programme/schema.js';

const header = (id: number) => ({
  id: String(id),
  at: '2021-03-10T08:00:00.000Z',
  by: 'slack:T1:U1',
  byName: 'Li Wei',
  byCities: ['yantai'],
});

const wine = { kind: 'pilot', id: 'wine-institute' } as const;

/** A change of the wine institute's status, or of another field of it. */
export function set(
  id: number,
  before: FieldChange['before'],
  after: FieldChange['after'],
  more: { field?: string; note?: Localized; undoes?: string; by?: string; byName?: string } = {},
): Change {
  const { field = 'status', ...rest } = more;
  return { kind: 'set', ...header(id), target: wine, fields: [{ field, before, after }], ...rest };
}

export function note(id: number, text: Localized): Change {
  return { kind: 'note', ...header(id), target: wine, note: text };
}

export function announce(id: number, text: Localized): Change {
  return { kind: 'announce', ...header(id), text };
}

export function translate(id: number, change: string, text: Localized): Change {
  return { kind: 'translate', ...header(id), change, text };
}

export const nanjing: Mission = Mission.parse({
  id: '2021-05-rome-to-nanjing',
  title: { en: 'Rome visits Nanjing', zh: '罗马访问南京' },
  date: '2021-05',
  hosts: ['nanjing'],
  travellers: ['rome'],
  status: 'planned',
  summary: { en: 'Rome visits Nanjing.', zh: '罗马访问南京。' },
});

export function create(id: number, record: Mission = nanjing): Change {
  return { kind: 'create', ...header(id), target: { kind: 'mission', id: record.id }, record };
}

/** A change of the mission to Nanjing. */
export function move(id: number, field: 'status' | 'date', before: string, after: string): Change {
  const target = { kind: 'mission', id: nanjing.id } as const;
  return { kind: 'set', ...header(id), target, fields: [{ field, before, after }] };
}

export function remove(id: number, record: Mission = nanjing): Change {
  return { kind: 'remove', ...header(id), target: { kind: 'mission', id: record.id }, record };
}
