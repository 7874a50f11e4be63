import { expect, it } from 'vitest';
import { post, withCoordination } from '../support/coordination.js';

const people = withCoordination();

it('tells why a mission was moved or a pilot called off, by the note that was posted with it', async () => {
  await post(people.anna, 'add mission from=Rome to=Kunming date=2021-03');
  await post(people.anna, 'postpone 2021-03-rome-to-kunming 2021-05 note="Visas came late"');
  await post(people.anna, 'cancel rep-offices note="No premises"');
  for (const asked of [
    'Why was the Kunming mission postponed?',
    'was the Rome Kunming mission postponed?',
    '罗马去昆明的任务推迟了吗',
    '昆明的任务为什么延期？',
  ])
    expect(await people.guest.says(asked)).toMatch(/2021.*2021.*Visas came late/s);
  expect(await people.guest.says('Why were the representative offices called off?')).toContain('No premises');
});

it('tells the latest changes where nothing is named', async () => {
  expect(await people.liWei.says('为什么取消')).toMatch(/No premises.*Visas came late/s);
});

it('makes nothing up for what nobody moved', async () => {
  for (const asked of ['Why was the Haikou visit to Nice postponed?', 'Why was the Budapest trip cancelled?'])
    expect(await people.guest.says(asked)).not.toMatch(/History|Visas|premises/);
  expect(await people.guest.says('布达佩斯的任务为什么取消？')).not.toMatch(/Visas|premises/);
  expect(await people.anna.says('How do I postpone a mission?')).toContain('postpone MISSION DATE');
});
