import fc from 'fast-check';
import { expect, test } from 'vitest';
import { missionInterval, type Programme } from '../../../src/programme/programme.js';
import { createProgramme } from '../../../src/programme/snapshot.js';
import {
  type Degree,
  degreeOfAll,
  missionMeets,
  NO,
  pilotMeets,
} from '../../../src/query/filter/matching.js';
import { MissionIndex } from '../../../src/query/filter/mission-index.js';
import { PilotIndex } from '../../../src/query/filter/pilot-index.js';
import type { Clause, DateRange, Term } from '../../../src/query/query.js';
import { generatedDataset } from '../../support/generated-programme.js';
import { shipped } from '../../support/query-core.js';

const generated = createProgramme(generatedDataset({ missions: 300 }));

function clausesOf(programme: Programme): fc.Arbitrary<Clause[]> {
  const from = (ids: Iterable<string>) => fc.constantFrom(...ids);
  const role = fc.constantFrom('any' as const, 'host' as const, 'traveller' as const);
  const term: fc.Arbitrary<Term> = fc.oneof(
    fc.record({ kind: fc.constant('city' as const), id: from(programme.cities.keys()), role }),
    fc.record({ kind: fc.constant('country' as const), code: from(programme.countries.keys()), role }),
    fc.record({ kind: fc.constant('group' as const), id: from(programme.groups.keys()), role }),
    fc.record({ kind: fc.constant('topic' as const), id: from(programme.topics.keys()) }),
    fc.record({ kind: fc.constant('theme' as const), id: from(programme.themes.keys()) }),
    fc.record({ kind: fc.constant('organisation' as const), id: from(programme.organisations.keys()) }),
    fc.record({
      kind: fc.constant('mode' as const),
      is: fc.constantFrom('virtual' as const, 'in-person' as const),
    }),
    fc.record({
      kind: fc.constant('outcome' as const),
      is: fc.constantFrom('workshop' as const, 'mou-signed' as const),
    }),
    fc.record({
      kind: fc.constant('pilot-status' as const),
      is: fc.constantFrom('proposed' as const, 'running' as const),
    }),
  );
  return fc.array(fc.record({ any: fc.array(term, { minLength: 1, maxLength: 3 }), negated: fc.boolean() }), {
    maxLength: 3,
  });
}

const day = fc
  .integer({ min: 0, max: 8000 })
  .map((days) => new Date(Date.UTC(2009, 0, 1 + days)).toISOString().slice(0, 10));
const dates = fc.array(
  fc.tuple(day, day).map(([a, b]): DateRange => (a < b ? { from: a, to: b } : { from: b, to: a })),
  { maxLength: 2 },
);

/** The missions that meet clauses and dates, each looked at. */
function missionsOneByOne(programme: Programme, clauses: Clause[], ranges: DateRange[]): [string, Degree][] {
  return [...programme.missions.values()].flatMap((mission): [string, Degree][] => {
    const { from, to } = missionInterval(mission);
    if (ranges.length > 0 && !ranges.some((range) => from <= range.to && range.from <= to)) return [];
    const degree = degreeOfAll(clauses, (term) => missionMeets(programme, mission, term));
    return degree === NO ? [] : [[mission.id, degree]];
  });
}

const byId = (found: [string, Degree][]) => found.toSorted(([a], [b]) => (a < b ? -1 : 1));

test.each([
  ['shipped', shipped],
  ['generated', generated],
])('the index of the %s programme finds what a look at every record finds', (_, programme) => {
  const index = MissionIndex.of(programme);
  const pilots = new PilotIndex(programme);
  fc.assert(
    fc.property(clausesOf(programme), dates, (clauses, ranges) => {
      const found: [string, Degree][] = [];
      index.each(clauses, ranges, ({ mission }, degree) => found.push([mission.id, degree]));
      expect(byId(found)).toEqual(byId(missionsOneByOne(programme, clauses, ranges)));
      const { named, byGroup } = index.ids(clauses, ranges);
      expect(named.length + byGroup.length).toBe(found.length);
      const some: [string, Degree][] = [];
      pilots.each(clauses, (pilot, degree) => some.push([pilot.id, degree]));
      const every = [...programme.pilots.values()].map((pilot): [string, Degree] => [
        pilot.id,
        degreeOfAll(clauses, (term) => pilotMeets(programme, pilot, term)),
      ]);
      expect(some).toEqual(every.filter(([, degree]) => degree !== NO));
    }),
    { numRuns: 300 },
  );
});

test('a changed programme is found through what stayed and what came, in order of date', () => {
  const [first, second, ...others] = generated.missions.values();
  if (first === undefined || second === undefined) throw new Error('no missions');
  const added = { ...first, id: 'added', date: '2015-05' };
  const moved = { ...second, date: '2029-01' };
  const missions = new Map([added, moved, ...others].map((mission) => [mission.id, mission]));
  const programme = { ...generated, missions };
  const index = MissionIndex.of(generated).with(programme);
  const ids: string[] = [];
  const days: string[] = [];
  index.each([], [], ({ mission, days: { from } }) => {
    ids.push(mission.id);
    days.push(from);
  });
  expect(new Set(ids)).toEqual(new Set(missions.keys()));
  expect(days).toEqual(days.toSorted());
  expect(index.ids([], []).named).toEqual(ids);
  fc.assert(
    fc.property(clausesOf(programme), dates, (clauses, ranges) => {
      const found: [string, Degree][] = [];
      index.each(clauses, ranges, ({ mission }, degree) => found.push([mission.id, degree]));
      expect(byId(found)).toEqual(byId(missionsOneByOne(programme, clauses, ranges)));
    }),
    { numRuns: 100 },
  );
});
