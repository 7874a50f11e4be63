import { beforeEach, describe, expect, it } from 'vitest';
import type { Speaker } from '../support/chat.js';
import { post, withCoordination } from '../support/coordination.js';

const people = withCoordination();
const DAY = 86_400_000;

it('tells how things stood at the end of a day, in either language', async () => {
  await post(people.anna, 'update wine-institute status=agreed');
  people.bot.passes(20 * DAY);
  await post(people.liWei, '更新 葡萄酒学院 状态=进行中');
  await post(people.anna, 'add mission from=Rome to=Nanjing date=2021-05');
  expect(await people.guest.says('status wine-institute')).toMatch(/^Running/);
  expect(await people.guest.says('status wine-institute as of 14 November 2020')).toMatch(
    /14 November 2020.*Proposed/s,
  );
  expect(await people.guest.says('status wine-institute as of November 2020')).toMatch(
    /30 November 2020.*Agreed: .*posted by Anna/s,
  );
  expect(await people.guest.says('状态 葡萄酒学院 截至2020年11月')).toMatch(/2020年11月30日.*已签约/s);
  expect(await people.guest.says('missions 2021')).toContain('Nanjing');
  expect(await people.guest.says('missions 2021 as of 30 November 2020')).not.toContain('Nanjing');
  expect(await people.guest.says('pilots agreed as of November 2020')).toContain('Sino-Italian');
});

it('claims nothing of a day before the first change, nor of one to come', async () => {
  expect(await people.guest.says('missions 2018 as of 1 January 2019')).toMatch(
    /^No changes are recorded up to 1 January 2019\. This is what the source says:.*September 2018/s,
  );
  await post(people.anna, 'update wine-institute status=agreed');
  expect(await people.guest.says('状态 葡萄酒学院 截至2019年1月')).toMatch(
    /^截至2019年1月31日没有变更记录，以下为来源资料的内容：.*提议中/s,
  );
  const ahead = await people.guest.says('pilots as of 2099-05-01');
  expect(ahead).toBe('1 May 2099 is still to come. I can only tell how things stood up to today.');
  expect(await people.guest.says('截至2099年5月1日的试点')).toBe(
    '2099年5月1日还没有到，只能查询截至今天的情况。',
  );
});

describe('of a day before the first change', () => {
  it.each([
    ['as of 2019-07, what missions were planned?', 'does not tell what was planned then'],
    ['missions as of July 2019', 'does not tell what was planned then'],
    ['截至2019年7月有哪些任务？', '没有说明当时计划了什么'],
  ])('missions are those up to then, and no later ones: %s', async (question, told) => {
    const reply = await people.guest.says(question);
    expect(reply).toContain(told);
    expect(reply).toContain('5 ');
    expect(reply).not.toMatch(/6 |September 2019|2019年9月|2020/);
  });

  it('missions of a time that was asked for are that', async () => {
    expect(await people.guest.says('missions in 2020 as of July 2019')).toMatch(/source says:.*June 2020/s);
  });
});

describe('a day that was asked for', () => {
  const day = 'No changes are recorded up to 1 January 2019.';
  let reader: Speaker;
  beforeEach((test) => {
    reader = people.bot.person(`console:local:${test.task.id}`);
  });

  it('stays while a long list goes on', async () => {
    expect(await reader.says('pilots proposed as of 1 January 2019')).toMatch(
      /Proposed pilots \(14\).*4 Sino-Italian Institute.*11 Show the next 4$/ms,
    );
    const next = await reader.says('11');
    expect(next).toContain(day);
    expect(next).toContain('Showing 11–14 of 14');
    expect(await reader.says('14')).toContain(day);
  });

  it('stays with what is opened', async () => {
    await reader.says('pilots proposed as of 1 January 2019');
    const opened = await reader.says('4');
    expect(opened).toContain(day);
    expect(opened).toContain('Status: proposed');
    expect(await reader.says('3')).toMatch(/^No changes are recorded.*Pilots under Education/s);
  });

  it('stays for follow-ups, until now is asked for', async () => {
    await reader.says('status wine-institute as of 1 January 2019');
    expect(await reader.says('Is it agreed?')).toMatch(/^No changes are recorded.*Proposed/s);
    expect(await reader.says('and its partners?')).toContain(day);
    expect(await reader.says('2')).toContain(day);
    expect(await reader.says('What is the status of the wine institute?')).toMatch(/^Running/);

    await reader.says('状态 葡萄酒学院 截至2019年1月');
    expect(await reader.says('签约了吗？')).toMatch(/^截至2019年1月31日.*提议中/s);
    expect(await reader.says('那现在呢？')).toMatch(/^正在进行/);
    expect(await reader.says('签约了吗？')).toMatch(/^正在进行/);
  });
});
