import { beforeEach, expect, test } from 'vitest';
import { type Pull, Replica } from '../../../src/store/postgres/replica.js';
import { person } from '../../contract/store-rows.js';

let replica: Replica;
beforeEach(() => {
  replica = new Replica();
  replica.take(pulled(1, ['anna', 1], ['bo', 2]), -1);
});

/** What a pull brings: rows by their place, and those that were removed as `gone`. */
function pulled(revision: number, ...rows: (readonly [name: string, place: number, gone?: 'gone'])[]): Pull {
  const places = rows.map(([, place]) => place);
  return {
    head: { revision, generation: 0, lastPosition: Math.max(2, ...places), lastChange: 0, lastDelivery: 0 },
    rows: rows.map(([name, position, gone]) => {
      const id = `slack:T1:${name}`;
      return {
        collection: 'people',
        id,
        row: gone ? undefined : person(id, `${name} ${revision}`),
        position,
      };
    }),
  };
}

const anew = (pull: Pull): Pull => ({ ...pull, head: { ...pull.head, generation: 1 } });
const names = () => [...replica.tables.people.values()].map((row) => 'name' in row && row.name);

test('rows that were written since stand where they stood, new ones at the end', () => {
  expect(replica.take(pulled(2, ['anna', 1], ['cy', 3]), 1)).toBe(true);
  expect(names()).toEqual(['anna 2', 'bo 1', 'cy 2']);
});

test('a row that was removed is gone; put again it stands at the end', () => {
  replica.take(pulled(2, ['anna', 1, 'gone']), 1);
  expect(names()).toEqual(['bo 1']);
  replica.take(pulled(3, ['anna', 3]), 2);
  expect(names()).toEqual(['bo 1', 'anna 3']);
});

test('a row that was removed and put again between two pulls stands at the end, too', () => {
  replica.take(pulled(3, ['anna', 3]), 1);
  expect(names()).toEqual(['bo 1', 'anna 3']);
});

test('a pull that comes late brings nothing back', () => {
  replica.take(pulled(3, ['bo', 2, 'gone']), 1);
  expect(replica.take(pulled(2, ['bo', 2]), 1)).toBe(true);
  expect(names()).toEqual(['anna 1']);
  expect(replica.revision).toBe(3);
});

test('tables that were given out stay as they were', () => {
  const before = replica.tables;
  replica.take(pulled(2, ['cy', 3]), 1);
  expect(before.people.size).toBe(2);
  expect(replica.tables.changes).toBe(before.changes);
});

test('after a restore what was pulled since is not enough, and everything takes its place', () => {
  expect(replica.take(anew(pulled(2, ['cy', 3])), 1)).toBe(false);
  expect(names()).toEqual(['anna 1', 'bo 1']);
  expect(replica.take(anew(pulled(2, ['cy', 3])), -1)).toBe(true);
  expect(names()).toEqual(['cy 2']);
});

test('what this process commits itself is not overtaken by an older pull, nor told twice', () => {
  const { tables } = replica;
  const own = pulled(2, ['cy', 3]);
  replica.take(own, 1);
  replica.advance(tables, { ...own.head, revision: 2 });
  expect(names()).toEqual(['anna 1', 'bo 1', 'cy 2']);
});
