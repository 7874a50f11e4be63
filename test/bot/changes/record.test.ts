import { expect, it } from 'vitest';
import { findItem, itemWith } from '../../../src/bot/changes/record.js';
import type { Change, RecordRef } from '../../../src/programme/change.js';
import { applyChanges } from '../../../src/programme/snapshot.js';
import { shippedProgramme } from '../../support/presenting.js';

const virtual: RecordRef = {
  kind: 'mission',
  id: [...shippedProgramme.missions.values()].find(({ mode }) => mode === 'virtual')?.id ?? '',
};

it.each([
  ['a mode that is taken away', virtual, 'mode', null],
  ['a city that is taken away', { kind: 'partner', id: 'setel' }, 'city', null],
  ['a description that is taken away', { kind: 'partner', id: 'setel' }, 'about', null],
  ['a status', { kind: 'pilot', id: 'wine-institute' }, 'status', 'agreed'],
  ['a date', virtual, 'date', '2021-05'],
] as const)('%s is previewed as it will be kept', (_, target, field, after) => {
  const fields = [{ field, before: null, after }];
  const change: Change = {
    id: '1',
    at: '2021-03-12T08:00:00.000Z',
    by: 'slack:T1:U1',
    byName: 'Anna',
    kind: 'set',
    target,
    fields,
  };
  const item = findItem(shippedProgramme, target);
  if (item === undefined) throw new Error(`${target.id} is not held`);
  const kept = findItem(applyChanges(shippedProgramme, [change]), target);
  expect(kept).not.toEqual(item);
  expect(itemWith(item, fields)).toEqual(kept);
});
