import { afterEach, beforeEach, expect, test } from 'vitest';
import { create, move, remove } from './changes.js';
import { conversation, type PlannerRig, plannerRig, room } from './planner-rig.js';

let rig: PlannerRig;
beforeEach(async () => {
  rig = await plannerRig();
});
afterEach(() => rig.close());

const callOff = (id: number) => move(id, 'status', 'planned', 'cancelled');
const planAgain = (id: number) => move(id, 'status', 'cancelled', 'planned');

/** What the digest of 09:00 in Rome on that date in March 2021 says, if there is one. */
async function toldOn(date: number): Promise<string | undefined> {
  await rig.checkAt(`2021-03-${date}T08:00:00Z`);
  const delivery = (await rig.store.deliveries()).find(({ key }) => key === `digest:${room}:2021-03-${date}`);
  const told = delivery && JSON.stringify(rig.write(delivery));
  await rig.settleAll('sent');
  return told;
}

test('a mission that was added and called off between two digests and is planned again is new', async () => {
  await rig.put(conversation());
  await rig.change(create(1), callOff(2));
  expect(await toldOn(11)).toBeUndefined();
  await rig.change(planAgain(3));
  const told = await toldOn(12);
  expect(told).toContain('New: May 2021 · Rome visits Nanjing');
  expect(told).not.toContain('cancelled');
});

test('also when days have passed and it was moved meanwhile, which is no news by itself', async () => {
  await rig.put(conversation());
  await rig.change(create(1), callOff(2));
  expect(await toldOn(11)).toBeUndefined();
  await rig.change(move(3, 'date', '2021-05', '2021-06'));
  expect(await toldOn(12)).toBeUndefined();
  expect(await toldOn(15)).toBeUndefined();
  await rig.change(planAgain(4));
  expect(await toldOn(22)).toContain('New: June 2021 · Rome visits Nanjing');
});

test('also when the digest was set up anew meanwhile', async () => {
  await rig.put(conversation());
  expect(await toldOn(10)).toBeUndefined();
  await rig.change(create(1), callOff(2));
  expect(await toldOn(11)).toBeUndefined();
  await rig.put(conversation({ since: '2021-03-11T10:00:00.000Z' }));
  await rig.change(planAgain(3));
  expect(await toldOn(12)).toContain('New: May 2021 · Rome visits Nanjing');
});

test('one that its readers were told of is planned again', async () => {
  await rig.put(conversation());
  await rig.change(create(1));
  expect(await toldOn(11)).toContain('New: May 2021');
  await rig.change(callOff(2));
  expect(await toldOn(12)).toContain('planned → cancelled');
  await rig.change(planAgain(3));
  expect(await toldOn(15)).toContain('cancelled → planned');
});

test('so is one that was called off before the digest was turned on', async () => {
  await rig.put(conversation({ since: '2021-03-10T09:00:00.000Z' }));
  await rig.change(create(1), callOff(2));
  expect(await toldOn(11)).toBeUndefined();
  await rig.change({ ...planAgain(3), at: '2021-03-11T09:00:00.000Z' });
  expect(await toldOn(12)).toContain('cancelled → planned');
});

test('one that nobody was told of is not taken off the list', async () => {
  await rig.put(conversation());
  await rig.change(create(1), callOff(2));
  expect(await toldOn(11)).toBeUndefined();
  await rig.change(remove(3));
  expect(await toldOn(12)).toBeUndefined();
});
