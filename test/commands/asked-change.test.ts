import { describe, expect, it } from 'vitest';
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

describe('who changed a record', () => {
  it('is told by its history', async () => {
    await post(people.anna, 'update art-prizes status=agreed');
    for (const asked of [
      'who changed the art prizes?',
      'who last updated the art prizes',
      '艺术奖是谁改的？',
      '谁更新了艺术奖',
    ])
      expect(await people.guest.says(asked)).toMatch(/proposed → agreed.*Anna|提议中 → 已签约.*Anna/s);
  });

  it('is nobody where the source alone tells of it', async () => {
    expect(await people.guest.says('who changed the wine institute?')).toContain(
      'nobody has changed it since',
    );
    expect(await people.guest.says('葡萄酒学院最后是谁更新的')).toContain('之后没有改动');
    expect(await people.guest.says('谁改了南京科技周的日期？')).toContain('之后没有改动');
  });

  it('is not taken for who takes part, nor for what the programme does not hold', async () => {
    expect(await people.guest.says('who takes part in the wine institute?')).toContain('Tuscia');
    expect(await people.guest.says('谁参加了葡萄酒学院')).toContain('图西亚');
    expect(await people.guest.says('who changed the plans for Budapest?')).toContain('“Budapest”');
  });
});
