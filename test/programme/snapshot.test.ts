import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, FieldChange, RecordRef } from '../../src/programme/change.js';
import { inOrderOfDate } from '../../src/programme/mission-order.js';
import { applyChanges, createProgramme, historyOf, lastChange } from '../../src/programme/snapshot.js';
import { generatedDataset } from '../support/generated-programme.js';

const dataset = generatedDataset({ missions: 40 });
const programme = createProgramme(dataset);
const [mission, otherMission] = dataset.missions;
const [pilot, otherPilot] = dataset.pilots;
const [organisation] = dataset.organisations;
if (!mission || !otherMission || !pilot || !otherPilot || !organisation) throw new Error('too few records');

const missionRef: RecordRef = { kind: 'mission', id: mission.id };
const pilotRef: RecordRef = { kind: 'pilot', id: pilot.id };
const partnerRef: RecordRef = { kind: 'partner', id: organisation.id };
const header = (id: number) => ({
  id: String(id),
  at: '2021-03-01T08:00:00Z',
  by: 'slack:T1:U1',
  byName: 'Ann',
});

const set = (target: RecordRef, fields: FieldChange[], id = 1): Change => ({
  kind: 'set',
  ...header(id),
  target,
  fields,
});
const note = (target: RecordRef, words: Change['note'], id = 1): Change => ({
  kind: 'note',
  ...header(id),
  target,
  ...(words && { note: words }),
});
const agreed = set(pilotRef, [{ field: 'status', before: pilot.status, after: 'agreed' }]);

describe('a programme without changes', () => {
  it('holds each record by its id, missions in order of date', () => {
    expect(programme.pilots.get(pilot.id)).toBe(pilot);
    expect(programme.countries.get('XA')?.name.en).toBe('Avaria');
    expect([...programme.missions]).toEqual([...inOrderOfDate(dataset.missions)]);
    expect(programme.history.size).toBe(0);
  });

  it('stays the very same when nothing changes', () => {
    const next = applyChanges(programme, []);
    for (const key of Object.keys(programme)) {
      expect(Reflect.get(next, key)).toBe(Reflect.get(programme, key));
    }
  });
});

describe('setting fields', () => {
  it('gives the record its new values and leaves the programme before as it was', () => {
    const next = applyChanges(programme, [agreed]);
    expect(next.pilots.get(pilot.id)).toEqual({ ...pilot, status: 'agreed' });
    expect(programme.pilots.get(pilot.id)).toEqual(pilot);
  });

  it('shares every map that it does not touch, and every record', () => {
    const next = applyChanges(programme, [agreed]);
    const touched = Object.entries(programme).filter(([key, map]) => Reflect.get(next, key) !== map);
    expect(touched.map(([key]) => key)).toEqual(['pilots', 'history']);
    expect(next.pilots.get(otherPilot.id)).toBe(programme.pilots.get(otherPilot.id));
    expect([...next.pilots.keys()]).toEqual([...programme.pilots.keys()]);
  });

  it('moves a mission to its new date', () => {
    const next = applyChanges(programme, [
      set(missionRef, [{ field: 'date', before: mission.date, after: '1999-05' }]),
    ]);
    expect([...next.missions.keys()][0]).toBe(mission.id);
    expect([...next.missions]).toEqual([...inOrderOfDate(next.missions.values())]);
  });

  it('with null takes a value away', () => {
    const virtual = set(missionRef, [{ field: 'mode', before: mission.mode ?? null, after: 'virtual' }]);
    const unknown = set(missionRef, [{ field: 'mode', before: 'virtual', after: null }], 2);
    const next = applyChanges(programme, [virtual, unknown]);
    expect(next.missions.get(mission.id)).not.toHaveProperty('mode');
  });

  it('with null takes an organisation out of its city', () => {
    const next = applyChanges(programme, [
      set(partnerRef, [{ field: 'city', before: organisation.city, after: null }]),
    ]);
    expect(next.organisations.get(organisation.id)?.city).toBeNull();
  });

  it('of a record that is gone, or to a value that no longer fits, is history only', () => {
    const gone: RecordRef = { kind: 'pilot', id: 'long-gone' };
    const next = applyChanges(programme, [
      set(gone, [{ field: 'status', before: 'proposed', after: 'agreed' }], 1),
      set(pilotRef, [{ field: 'status', before: 'proposed', after: 'dreamt-of' }], 2),
      set(pilotRef, [{ field: '__proto__', before: null, after: { status: 'agreed' } }], 3),
    ]);
    expect(next.pilots).toBe(programme.pilots);
    expect(historyOf(next, gone)).toHaveLength(1);
    expect(historyOf(next, pilotRef).map(({ id }) => id)).toEqual(['2', '3']);
  });
});

describe('creating and removing', () => {
  const record = { ...mission, id: 'brand-new', date: '2011-07' };
  const target: RecordRef = { kind: 'mission', id: record.id };

  it('puts a mission in its place, and takes it away without a trace but in the history', () => {
    const created = applyChanges(programme, [{ kind: 'create', ...header(1), target, record }]);
    expect(created.missions.get('brand-new')).toEqual(record);
    expect([...created.missions]).toEqual([...inOrderOfDate([...dataset.missions, record])]);
    const removed = applyChanges(created, [{ kind: 'remove', ...header(2), undoes: '1', target, record }]);
    expect([...removed.missions]).toEqual([...programme.missions]);
    expect(historyOf(removed, target).map(({ kind }) => kind)).toEqual(['create', 'remove']);
  });

  it('works for pilots and partners', () => {
    const newPilot: RecordRef = { kind: 'pilot', id: 'new-pilot' };
    const newPartner: RecordRef = { kind: 'partner', id: 'new-partner' };
    const next = applyChanges(programme, [
      { kind: 'create', ...header(1), target: newPilot, record: { ...pilot, id: 'new-pilot' } },
      { kind: 'create', ...header(2), target: newPartner, record: { ...organisation, id: 'new-partner' } },
    ]);
    expect([...next.pilots.keys()].at(-1)).toBe('new-pilot');
    expect([...next.organisations.keys()].at(-1)).toBe('new-partner');
    expect(next.missions).toBe(programme.missions);
  });
});

describe('history', () => {
  it('is kept by record, oldest first, and tells the last change', () => {
    const next = applyChanges(applyChanges(programme, [agreed]), [note(pilotRef, { en: 'Signed.' }, 2)]);
    expect(historyOf(next, pilotRef).map(({ id }) => id)).toEqual(['1', '2']);
    expect(lastChange(next, pilotRef)).toMatchObject({ id: '2', byName: 'Ann' });
    expect(lastChange(next, missionRef)).toBeUndefined();
    expect(historyOf(next, missionRef)).toEqual([]);
  });

  it('has no announcement, for that is news of no record', () => {
    const next = applyChanges(programme, [{ kind: 'announce', ...header(1), text: { en: 'Hello' } }]);
    expect(next).toEqual(programme);
  });

  it('shows a note in both languages once it is translated, of its own author and time', () => {
    const translate: Change = {
      kind: 'translate',
      ...header(3),
      byName: 'Li Wei',
      change: '1',
      text: { en: 'Overwritten?', zh: '已签署。' },
    };
    const changes = [note(pilotRef, { en: 'Signed.' }, 1), note(missionRef, { zh: '好' }, 2)];
    const complete = note(pilotRef, { en: 'Signed.', zh: '已签署。' }, 1);
    const atOnce = applyChanges(programme, [...changes, translate]);
    const later = applyChanges(applyChanges(programme, changes), [translate]);
    expect(historyOf(atOnce, pilotRef)).toEqual([complete]);
    expect(later).toEqual(atOnce);
    expect(historyOf(applyChanges(programme, [translate, ...changes]), pilotRef)).toEqual([changes[0]]);
  });

  it('finds a note for its translation also behind an earlier translation', () => {
    const translate = (change: string, zh: string, id: number): Change => ({
      kind: 'translate',
      ...header(id),
      change,
      text: { zh },
    });
    const next = applyChanges(programme, [
      note(pilotRef, { en: 'One.' }, 1),
      translate('1', '一。', 2),
      note(missionRef, { en: 'Two.' }, 3),
      translate('3', '二。', 4),
    ]);
    expect(historyOf(next, missionRef)).toEqual([note(missionRef, { en: 'Two.', zh: '二。' }, 3)]);
  });
});

describe('whatever is changed', () => {
  const missionIds = dataset.missions.map(({ id }) => id);
  const date = fc.oneof(
    fc.integer({ min: 2010, max: 2030 }).map(String),
    fc.constantFrom('2015-01', '2015-01-31', '2019-12', '2020-02-29', '2029-06'),
  );
  const change = fc.oneof(
    fc.tuple(fc.constantFrom(...missionIds), date).map(([id, after]) => ({ id, field: 'date', after })),
    fc
      .tuple(fc.constantFrom(...missionIds), fc.constantFrom('planned', 'held', 'cancelled'))
      .map(([id, after]) => ({ id, field: 'status', after })),
  );
  const script = fc.array(change, { maxLength: 25 });

  /** Changes as they would be committed one after another, each with the value it found. */
  function commit(steps: readonly { id: string; field: string; after: string }[]): Change[] {
    const values = new Map<string, string>();
    return steps.map(({ id, field, after }, index) => {
      const original = programme.missions.get(id);
      const before =
        values.get(`${id} ${field}`) ?? (field === 'date' ? original?.date : original?.status) ?? null;
      values.set(`${id} ${field}`, after);
      return set({ kind: 'mission', id }, [{ field, before, after }], index + 1);
    });
  }

  function inverse(committed: Change): Change {
    if (committed.kind !== 'set') return committed;
    const fields = committed.fields.map(({ field, before, after }) => ({
      field,
      before: after,
      after: before,
    }));
    return { ...committed, fields, undoes: committed.id };
  }

  it('missions stay in order, and all of them', () => {
    fc.assert(
      fc.property(script, (steps) => {
        const { missions } = applyChanges(programme, commit(steps));
        expect([...missions.keys()]).toEqual([...inOrderOfDate(missions.values()).keys()]);
        expect(new Set(missions.keys())).toEqual(new Set(missionIds));
      }),
    );
  });

  it('the steps in between do not matter', () => {
    fc.assert(
      fc.property(script, fc.nat(25), (steps, cut) => {
        const changes = commit(steps);
        const atOnce = applyChanges(programme, changes);
        const inTwo = applyChanges(applyChanges(programme, changes.slice(0, cut)), changes.slice(cut));
        expect(inTwo).toEqual(atOnce);
        expect([...inTwo.missions.keys()]).toEqual([...atOnce.missions.keys()]);
      }),
    );
  });

  it('taking all of it back, last first, leaves what there was', () => {
    fc.assert(
      fc.property(script, (steps) => {
        const changes = commit(steps);
        const back = applyChanges(applyChanges(programme, changes), changes.map(inverse).reverse());
        expect([...back.missions]).toEqual([...programme.missions]);
      }),
    );
  });

  it('other missions are shared', () => {
    fc.assert(
      fc.property(script, (steps) => {
        const { missions } = applyChanges(programme, commit(steps));
        const changed = new Set(steps.map(({ id }) => id));
        const copied = missionIds.filter((id) => missions.get(id) !== programme.missions.get(id));
        expect(copied.every((id) => changed.has(id))).toBe(true);
      }),
    );
  });
});
