import { expect, it } from 'vitest';
import { ucapBot } from '../support/command-line.js';
import { withCoordination } from '../support/coordination.js';

const people = withCoordination();

it.each([
  ['What are MoUs?', /^An MoU, or memorandum of understanding, .*\nMissions with signed memoranda.*\n1 /],
  ['please explain the word “memorandum”', /^An MoU, or memorandum of understanding/],
  ['What does SME stand for?', /^SME is short for .* not told here\.\nCompanies/],
  ['What is the meaning of GIS?', /^GIS is short for .*\nSummer school: BIM and GIS/],
  ['合作备忘录是什么意思呀', /^谅解备忘录（MoU）是各方.*\n签署谅解备忘录的任务.*\n1 /],
  ['什么是会奖旅游？', /^MICE（会奖）指会议.*\n旅游与会奖/],
  ['可持续发展目标指什么', /^可持续发展目标（SDG）是联合国.*\n.*\n• 目标4/],
])('%j is told in a sentence, before what the programme holds of it', async (question, told) => {
  expect(await people.guest.says(question)).toMatch(told);
});

it.each([
  ['What does IUC stand for?', /^The source does not spell out “IUC”\.\nIUC Urban Cooperation Action Plan/],
  ['IUC是什么的缩写？', /^资料没有说明“IUC”是什么的缩写.*\nIUC城市合作行动计划/],
])('%j is told plainly not to be known, with the programme', async (question, told) => {
  expect(await people.guest.says(question)).toMatch(told);
});

it.each([
  'Which missions had MoUs?',
  'What are the memoranda of Granada?',
  'What is U-CAP?',
  '罗马签了哪些备忘录？',
  '会奖平台是什么？',
])('%j asks for no meaning', async (question) => {
  expect(await people.guest.says(question)).not.toMatch(
    /short for|or memorandum|stands for|是各方|指会议|缩写/,
  );
});

it('is the question that the next one follows', async () => {
  await people.guest.says('What is an MoU?');
  expect(await people.guest.says('and in 2019?')).toContain('September 2019');
});

it('is told so on the command line too', async () => {
  const { stdout } = await ucapBot(['ask', '--json', 'What is an MoU?']);
  expect(JSON.parse(stdout)).toMatchObject({ outcome: 'answer', intent: 'missions', items: { length: 2 } });
  expect(JSON.parse(stdout).text).toMatch(/^An MoU, or memorandum of understanding/);
});
