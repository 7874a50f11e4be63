import { describe, expect, it } from 'vitest';
import { Change } from '../../src/programme/change.js';
import { changeFaults, unfitChanges } from '../../src/programme/change-faults.js';
import { createProgramme } from '../../src/programme/snapshot.js';
import { generatedDataset } from '../support/generated-programme.js';

const dataset = generatedDataset({ missions: 5 });
const programme = createProgramme(dataset);
const [pilot] = dataset.pilots;
const [mission] = dataset.missions;
const target = { kind: 'pilot', id: pilot?.id ?? '' };
const newPilot = { ...pilot, id: 'kites' };
const newLab = { id: 'kite-lab', name: { en: 'Kite Lab' }, kind: 'lab' };

/** Changes as they were committed one after another, numbered from 1. */
function numbered(...changes: object[]): Change[] {
  return changes.map((change, index) =>
    Change.parse({
      id: String(index + 1),
      at: '2021-03-12T08:00:00.000Z',
      by: 'slack:T1:U1',
      byName: 'An\u202Ena',
      ...change,
    }),
  );
}

function faultsOf(...changes: object[]): string[] {
  const all = numbered(...changes);
  const found = changeFaults(programme, all, Number(all.at(-1)?.id ?? 0));
  return found.map(({ path, key }) => `${path} ${key}`);
}

const set = (field: string, after: unknown, more: object = {}) => ({
  kind: 'set',
  target,
  fields: [{ field, before: null, after }],
  ...more,
});
const create = (kind: string, record: { id: string }) => ({
  kind: 'create',
  target: { kind, id: record.id },
  record,
});

describe('changes that fit the programme', () => {
  it('have no fault', () => {
    expect(
      faultsOf(
        set('status', 'paused'),
        create('partner', newLab),
        set('partners', ['kite-lab']),
        create('pilot', newPilot),
        { kind: 'note', target: { kind: 'pilot', id: 'kites' }, note: { en: 'Up.' } },
        { kind: 'translate', change: '5', text: { zh: '升空。' } },
        { kind: 'remove', target: { kind: 'pilot', id: 'kites' }, record: newPilot, undoes: '4' },
        { kind: 'create', target: { kind: 'pilot', id: 'kites' }, record: newPilot, undoes: '7' },
        { kind: 'announce', text: { en: 'News.' } },
      ),
    ).toEqual([]);
  });

  it('may contradict dates: a mission that was postponed may come after the one that follows it', () => {
    const events = [{ name: { en: 'Fair' }, date: mission?.date }];
    const held = { kind: 'mission', id: mission?.id };
    expect(
      faultsOf({
        kind: 'set',
        target: held,
        fields: [
          { field: 'events', before: [], after: events },
          { field: 'date', before: mission?.date, after: '2035' },
        ],
      }),
    ).toEqual([]);
  });
});

describe('changes that do not fit', () => {
  it.each([
    ['a value that is not allowed', [set('status', 'frozen')], 'changes[0].fields[0].after not-allowed'],
    ['a field that there is not', [set('weather', 'fine')], 'changes[0].fields[0].after unknown-field'],
    ['a field that must be there taken away', [set('title', null)], 'changes[0].fields[0].after missing'],
    ['another id', [set('id', 'other')], 'changes[0].fields[0].after other-record'],
    ['a theme that there is not', [set('theme', 'fire')], 'changes[0].fields[0].after unknown-theme'],
    [
      'a partner that there is not',
      [set('partners', ['x'])],
      'changes[0].fields[0].after[0] unknown-organisation',
    ],
    [
      'a partner that comes later',
      [set('partners', ['kite-lab']), create('partner', newLab)],
      'changes[0].fields[0].after[0] unknown-organisation',
    ],
    [
      'a record that there is not',
      [set('status', 'paused', { target: { kind: 'pilot', id: 'atlantis' } })],
      'changes[0].target.id unknown-record',
    ],
    [
      'a record of another kind',
      [set('status', 'held', { target: { ...target, kind: 'mission' } })],
      'changes[0].target.id unknown-record',
    ],
    [
      'a new record that the dataset has',
      [create('pilot', { ...newPilot, id: target.id })],
      'changes[0].target.id record-exists',
    ],
    [
      'a new record twice',
      [create('pilot', newPilot), create('pilot', newPilot)],
      'changes[1].target.id record-exists',
    ],
    [
      'a new record under another id',
      [{ ...create('pilot', newPilot), target: { kind: 'pilot', id: 'balloons' } }],
      'changes[0].record.id other-record',
    ],
    [
      'a removed record that was not',
      [{ kind: 'remove', target: { kind: 'pilot', id: 'kites' }, record: newPilot }],
      'changes[0].target.id unknown-record',
    ],
    [
      'a change undone that there is not',
      [set('status', 'paused', { undoes: '77' })],
      'changes[0].undoes unknown-change',
    ],
    [
      'a translation of nothing',
      [{ kind: 'translate', change: '9', text: { en: 'x' } }],
      'changes[0].change unknown-change',
    ],
    [
      'a gap',
      [set('status', 'paused'), set('status', 'running', { id: '3' })],
      'changes[1].id missing-change',
    ],
    [
      'a note that deceives',
      [{ kind: 'note', target, note: { en: 'a\u202Eb\u0007' } }],
      'changes[0].note.en unsafe-text',
    ],
    ['news that deceive', [{ kind: 'announce', text: { zh: '好\u0007' } }], 'changes[0].text.zh unsafe-text'],
  ])('%s', (_, changes, fault) => {
    expect(faultsOf(...changes)).toEqual([fault]);
  });

  it('because a record has the form of another kind', () => {
    expect(faultsOf(create('mission', newPilot))).toContain('changes[0].record.date missing');
  });

  it('because the last ones are missing', () => {
    expect(changeFaults(programme, [], 2)).toEqual([
      { path: 'changes', key: 'missing-change', values: { number: 1 } },
    ]);
  });
});

it('changes are unfit when the dataset lacks a record that they name, or has it already', () => {
  const atlantis = { kind: 'pilot', id: 'atlantis' };
  const sunken = { ...newPilot, partners: ['merfolk'] };
  const unfit = unfitChanges(
    programme,
    numbered(
      set('status', 'paused'),
      set('status', 'paused', { target: atlantis }),
      { kind: 'note', target: atlantis, note: { en: 'Sunk.' } },
      create('pilot', sunken),
      create('pilot', { ...newPilot, id: target.id }),
      { kind: 'announce', text: { en: 'News\u0007' }, id: '9' },
    ),
  );
  expect(unfit).toEqual({ count: 4, ids: ['atlantis', 'merfolk', target.id] });
});
