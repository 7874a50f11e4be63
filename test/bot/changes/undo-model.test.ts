import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ProposalInvocation } from '../../../src/bot/changes/drafters.js';
import { undoneBy } from '../../../src/bot/changes/undone.js';
import type { Change } from '../../../src/programme/change.js';
import type { Programme } from '../../../src/programme/programme.js';
import { applyChanges } from '../../../src/programme/snapshot.js';
import { add, type Drafter, newDrafter, shipped, undo, update } from '../../support/drafting.js';

const pilots = ['wine-institute', 'green-roofs'];
const missions = ['2020-06-yantai-rome-exchange', 'rome-visit'];
const partners = ['tuscia', 'green-lab'];
const note = { note: 'as agreed by phone' };

/** One step of somebody's work; undos pick one of the changes that there are by then. */
type Step = (count: number) => ProposalInvocation;

const updates: fc.Arbitrary<ProposalInvocation> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...pilots), fc.constantFrom('proposed', 'agreed', 'running'))
    .map(([item, status]) => update(item, { status, ...note })),
  fc
    .tuple(
      fc.constantFrom(...pilots),
      fc.subarray(partners, { minLength: 1 }),
      fc.constantFrom('Rome', 'Yantai'),
    )
    .map(([item, names, cities]) => update(item, { partners: names.join(','), cities, ...note })),
  fc
    .tuple(
      fc.constantFrom(...missions),
      fc.constantFrom('2021-05', '2021'),
      fc.constantFrom('virtual', 'in-person'),
    )
    .map(([item, date, mode]) => update(item, { date, mode, status: 'planned', ...note })),
  fc
    .tuple(
      fc.constantFrom(...missions),
      fc.constantFrom('Kunming', 'Nice'),
      fc.constantFrom('A visit', '访问'),
    )
    .map(([item, to, title]) => update(item, { to, title, ...note })),
);

const additions = fc.constantFrom(
  add('pilot', { title: 'Green roofs', theme: 'culture', cities: 'Rome', partners: 'Green Lab', ...note }),
  add('pilot', { title: 'Green roofs', theme: 'culture', cities: 'Rome', ...note }),
  add('mission', { title: 'Rome visit', date: '2021-04', from: 'Yantai', to: 'Rome', ...note }),
  add('partner', { title: 'Green Lab', city: 'Rome', ...note }),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: updates.map((invocation) => () => invocation) },
  { weight: 1, arbitrary: additions.map((invocation) => () => invocation) },
  {
    weight: 5,
    arbitrary: fc.nat(1000).map((back) => (count: number) => undo(count - (back % Math.max(1, count)))),
  },
);
const work = fc.array(step, { maxLength: 30, size: 'max' });

function workedBy(steps: readonly Step[]): Drafter {
  const drafter = newDrafter();
  for (const next of steps) drafter.post(next(drafter.changes.length));
  return drafter;
}

it('holds, after any changes and undos, just what the changes that were not taken back say', () => {
  fc.assert(
    fc.property(work, (steps) => {
      const drafter = workedBy(steps);
      expect(recordsOf(drafter.programme())).toEqual(
        recordsOf(applyChanges(shipped, counting(drafter.changes))),
      );
    }),
    { numRuns: 150 },
  );
});

it('comes back to the very beginning when everything is taken back, latest first', () => {
  fc.assert(
    fc.property(work, (steps) => {
      const drafter = workedBy(steps);
      undoEverything(drafter);
      expect(recordsOf(drafter.programme())).toEqual(recordsOf(shipped));
    }),
    { numRuns: 60 },
  );
});

/** The changes that count, without undos: the model knows nothing of inverses. */
function counting(changes: readonly Change[]): Change[] {
  const undone = undoneInModel(changes);
  return changes.filter(({ id, undoes }) => undoes === undefined && !undone(id));
}

/** Said plainly, for comparison: a change is undone when some change that is not undone itself takes it back. */
function undoneInModel(changes: readonly Change[]): (id: string) => boolean {
  const isUndone = (id: string): boolean =>
    changes.some(({ id: by, undoes }) => undoes === id && !isUndone(by));
  return isUndone;
}

/** Takes back what counts, latest first; where a refusal names a change that is in the way, that one before. */
function undoEverything(drafter: Drafter): void {
  for (let step = 0; step < 200; step += 1) {
    const undone = undoneBy(drafter.changes);
    const latest = drafter.changes.findLast(({ id, undoes }) => undoes === undefined && !undone.has(id));
    if (latest === undefined) return;
    const refused = drafter.post(undo(latest.id));
    if (refused === undefined) continue;
    const inTheWay = /Please undo change (\d+) first/.exec(refused)?.[1];
    expect(drafter.post(undo(inTheWay ?? latest.id))).toBeUndefined();
  }
  expect.unreachable('taking back does not come to an end');
}

function recordsOf({ missions, pilots, organisations }: Programme) {
  return {
    missions: Object.fromEntries(missions),
    pilots: Object.fromEntries(pilots),
    organisations: Object.fromEntries(organisations),
  };
}
