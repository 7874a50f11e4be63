import { describe, expect, test } from 'vitest';
import { type DigestRequest, digestSource } from '../../src/digest/compose.js';
import type { Change } from '../../src/programme/change.js';
import { applyChanges } from '../../src/programme/snapshot.js';
import { shippedProgramme } from '../support/presenting.js';
import { announce, create, move, nanjing, note, remove, set, translate } from './changes.js';

/** The digest of 12 March 2021 after these changes. */
function digestOf(changes: readonly Change[], request: Partial<DigestRequest> = {}) {
  const source = digestSource(applyChanges(shippedProgramme, changes), changes);
  const asked = {
    today: '2021-03-12',
    after: '0',
    upTo: '999',
    forCoordinators: false,
    unheard: [],
  };
  return source.compose({ ...asked, ...request });
}

describe('what changed', () => {
  test('nothing at all is nothing to say', () => {
    expect(digestOf([])).toBeUndefined();
  });

  test('several steps come to their net effect', () => {
    const digest = digestOf([set(1, 'proposed', 'agreed'), set(2, 'agreed', 'running')]);
    expect(digest?.pilots).toMatchObject([
      { ref: { id: 'wine-institute' }, kind: 'changed', fields: [{ before: 'proposed', after: 'running' }] },
    ]);
  });

  test('an announcement is nothing to say: it was sent by itself', () => {
    expect(digestOf([announce(1, { en: 'The office moves' })])).toBeUndefined();
  });

  test('what was changed and changed back is no news', () => {
    expect(digestOf([set(1, 'proposed', 'agreed'), set(2, 'agreed', 'proposed')])).toBeUndefined();
  });

  test('only what came after the last digest, up to its own last change', () => {
    const changes = [
      set(9, 'proposed', 'agreed'),
      set(10, 'agreed', 'running'),
      set(11, 'running', 'paused'),
    ];
    expect(digestOf(changes, { after: '9', upTo: '10' })?.pilots[0]?.fields).toEqual([
      { field: 'status', before: 'agreed', after: 'running' },
    ]);
    expect(digestOf(changes, { after: '11', upTo: '11' })).toBeUndefined();
  });

  test('a new mission is news once; added and removed again it is none', () => {
    expect(digestOf([create(1)])?.missions).toMatchObject([{ kind: 'added', record: { id: nanjing.id } }]);
    expect(digestOf([create(1), remove(2)])).toBeUndefined();
    expect(digestOf([create(1), remove(2)], { after: '1' })?.missions).toMatchObject([{ kind: 'removed' }]);
  });

  test('a new mission that was called off before anybody was told of it is none', () => {
    const addedAndCancelled = [
      create(1),
      move(2, 'date', '2021-05', '2021-06'),
      move(3, 'status', 'planned', 'cancelled'),
    ];
    expect(digestOf(addedAndCancelled)).toBeUndefined();
    expect(digestOf(addedAndCancelled, { after: '1' })?.missions).toMatchObject([{ kind: 'changed' }]);
    const afterAll = [...addedAndCancelled, move(4, 'status', 'cancelled', 'planned')];
    expect(digestOf(afterAll)?.missions).toMatchObject([{ kind: 'added' }]);
  });

  test('a record that was taken away and brought back is no news', () => {
    expect(digestOf([create(1), remove(2), create(3)], { after: '1' })).toBeUndefined();
  });

  test('everybody who had a part in it is named once', () => {
    const marco = { by: 'slack:T1:U2', byName: 'Marco Rossi' };
    const digest = digestOf([
      set(1, 'proposed', 'agreed'),
      set(2, 'agreed', 'running', marco),
      set(3, 'running', 'paused'),
    ]);
    expect(digest?.pilots[0]?.by.map(({ byName }) => byName)).toEqual(['Li Wei', 'Marco Rossi']);
  });
});

describe('notes', () => {
  test('a note alone is news', () => {
    expect(digestOf([note(1, { en: 'Visit on Monday' })])?.pilots[0]?.notes).toEqual([
      { en: 'Visit on Monday' },
    ]);
  });

  test('a note is told with the translation that it got since', () => {
    const changes = [note(1, { en: 'Visit on Monday' }), translate(2, '1', { zh: '周一来访' })];
    expect(digestOf(changes, { upTo: '1' })?.pilots[0]?.notes).toEqual([
      { en: 'Visit on Monday', zh: '周一来访' },
    ]);
  });

  test('a note of a change that was taken back is not told', () => {
    const changes = [
      set(1, 'proposed', 'agreed', { note: { en: 'Signed' } }),
      set(2, 'agreed', 'proposed', { undoes: '1' }),
    ];
    expect(digestOf(changes)).toBeUndefined();
    const restored = [...changes, set(3, 'proposed', 'agreed', { undoes: '2' })];
    expect(digestOf(restored)?.pilots[0]?.notes).toEqual([{ en: 'Signed' }]);
  });
});

describe('what is coming', () => {
  const planned = (date: string, status: 'planned' | 'held' | 'cancelled' = 'planned') => [
    create(1, { ...nanjing, date, status }),
  ];

  test.each([
    ['2021-03-12', true],
    ['2021-04-11', true],
    ['2021-04-12', false],
    ['2021-03-11', false],
    ['2021-03', true],
    ['2021-04', true],
    ['2021-05', false],
    ['2021', false],
  ])('a mission planned for %s: %s', (date, isComing) => {
    expect((digestOf(planned(date), { after: '1' })?.coming.length ?? 0) > 0).toBe(isComing);
  });

  test('a mission that was held or called off is not', () => {
    expect(digestOf(planned('2021-04-02', 'cancelled'), { after: '1' })).toBeUndefined();
    expect(digestOf(planned('2021-03-12', 'held'), { after: '1' })).toBeUndefined();
  });
});

describe('anniversaries', () => {
  test('of what is dated to the day, on that day of a later year', () => {
    expect(digestOf([], { today: '2021-11-20' })?.anniversaries).toMatchObject([
      { mission: { id: '2019-11-cn-to-rome-brussels' }, years: 2 },
    ]);
    expect(digestOf([], { today: '2019-11-20' })).toBeUndefined();
    expect(digestOf([], { today: '2021-11-21' })).toBeUndefined();
  });
});

describe('what waits for translation', () => {
  const changes = [
    note(1, { en: 'Visit on Monday' }),
    note(2, { zh: '已签约' }),
    translate(3, '2', { en: 'Signed' }),
  ];

  test('is told to coordinators alone', () => {
    expect(digestOf(changes, { after: '3', forCoordinators: true })?.untranslated).toMatchObject([
      { change: { id: '1' }, missing: 'zh' },
    ]);
    expect(digestOf(changes, { after: '3' })).toBeUndefined();
  });

  test('a translation that was taken back is missing again', () => {
    const undone = [...changes, { ...translate(4, '2', { en: 'Signed' }), undoes: '3' }];
    const waiting = digestOf(undone, { after: '4', forCoordinators: true })?.untranslated;
    expect(waiting?.map(({ change }) => change.id)).toEqual(['2', '1']);
  });
});
