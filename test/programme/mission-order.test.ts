import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOrderOfDate } from '../../src/programme/mission-order.js';
import { Mission } from '../../src/programme/schema.js';

const mission = (id: string, date: string) =>
  Mission.parse({ id, date, title: { en: id }, summary: { en: id }, status: 'held' });

const IN_ORDER = [
  mission('last-day-of-2018', '2018-12-31'),
  mission('some-day-of-2018', '2018'),
  mission('november-20', '2019-11-20'),
  mission('november-30', '2019-11-30'),
  mission('a-november', '2019-11'),
  mission('b-november', '2019-11'),
  mission('december-1', '2019-12-01'),
  mission('some-day-of-2019', '2019'),
  mission('new-year', '2020-01-01'),
];

it('puts missions in order of date, vague dates behind exact ones, from whatever order they come in', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(IN_ORDER, { minLength: IN_ORDER.length }), (shuffled) => {
      expect([...inOrderOfDate(shuffled).values()]).toEqual(IN_ORDER);
    }),
  );
});
