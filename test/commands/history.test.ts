import { expect, it } from 'vitest';
import { post, withCoordination } from '../support/coordination.js';

const people = withCoordination();
const DAY = 86_400_000;

it('tells a record’s whole story, from its source on, to everybody', async () => {
  expect(await people.guest.says('history wine-institute')).toMatch(/stands as in the source/);
  await post(people.yantai, '更新 葡萄酒学院 状态=已签约 备注=“在烟台签署”');
  people.bot.passes(3 * DAY);
  await post(people.anna, 'update wine-institute status=running');
  await post(people.anna, 'undo');
  const history = await people.guest.says('history of the wine institute');
  expect(history).toMatch(
    /proposed → agreed.*“在烟台签署”.*Change 1 · 15 November 2020 · 王芳 \(Yantai\).*agreed → running \(taken back by change 3\).*Change 2 · 18 November 2020 · Anna.*running → agreed \(takes back change 2\).*U-CAP summary/s,
  );
  expect(await people.guest.says('历史 葡萄酒学院')).toMatch(
    /提议中 → 已签约.*动态1 · 2020年11月15日 · 王芳（烟台）/s,
  );
});

it('lists the latest changes, newest first, or those since a date in either language', async () => {
  expect(await people.guest.says('changes')).toMatch(/Latest changes.*Change 3 .*Change 2 .*Change 1 /s);
  expect(await people.guest.says('1')).toMatch(/^History of Sino-Italian/);
  const since = await people.guest.says('changes since 17 November 2020');
  expect(since).toContain('Change 2');
  expect(since).not.toContain('Change 1 ');
  expect(await people.guest.says('动态 2020年11月')).toContain('动态1');
  expect(await people.guest.says('changes since last week')).toContain('Change 3');
  expect(await people.guest.says('changes since 2021')).toContain('no changes since');
  expect(await people.guest.says('changes since breakfast')).toContain('no date that I understand');
});

it('takes a month without its year for the latest that has begun', async () => {
  for (const asked of ['changes October', 'changes since October'])
    expect(await people.guest.says(asked)).toContain('Changes since 1 October 2020');
  expect(await people.guest.says('动态 10月')).toContain('2020年10月1日');
  expect(await people.guest.says('动态 12月以来')).toContain('2019年12月1日');
  people.bot.passes(3 * 365 * DAY);
  expect(await people.guest.says('changes since March')).toContain('since 1 March 2023');
  expect(await people.guest.says('what changed in December?')).toContain('since 1 December 2022');
  expect(await people.guest.says('changes since March 2019')).toContain('Changes since 1 March 2019');
  people.bot.passes(-3 * 365 * DAY);
});

it('tells what changed when it is asked in plain words', async () => {
  for (const asked of ['What has changed recently?', 'what’s new', '最近有什么变化？', '最新消息'])
    expect(await people.guest.says(asked)).toMatch(/Change 3 |动态3/);
  expect(await people.guest.says('What changed since 17 November 2020?')).not.toContain('Change 1 ');
  expect(await people.guest.says('what changed: wine institute')).toMatch(/^History of Sino-Italian/);
});

it('tells changes in whatever words they are asked for', async () => {
  for (const asked of [
    'Have there been any changes since October?',
    'since October, what has been updated?',
    '请问10月以来有哪些更新',
    '自2020年10月以来改了什么',
    '有新消息吗',
  ])
    expect(await people.guest.says(asked)).toMatch(
      /Changes since 1 October|2020年10月1日以来的动态|最新动态/,
    );
  for (const asked of ['Show me the history of the wine institute', '葡萄酒学院的变更记录'])
    expect(await people.guest.says(asked)).toMatch(
      /^History of Sino-Italian|^中意葡萄与葡萄酒科学学院的历史/,
    );
  for (const asked of [
    'What missions have there been since October 2019?',
    '2019年以来去南京的任务',
    'the history of Rome',
    '南京的历史',
    'Are there pilots on the history of art?',
  ])
    expect(await people.guest.says(asked)).not.toMatch(/Change 1|动态1|^History|changes since|没有动态/);
});

it('offers the near ones of an item that it does not know', async () => {
  expect(await people.guest.says('history summer school')).toMatch(/“summer school”.*1 Summer school/s);
  expect(await people.guest.says('1')).toContain('Summer school');
});
