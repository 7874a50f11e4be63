import { beforeAll, describe, expect, it } from 'vitest';
import { post, withCoordination } from '../../support/coordination.js';

const all = withCoordination();

beforeAll(async () => {
  await post(all.anna, 'add mission from=Granada to=Haikou date=2027-04');
});

const linesOf = async (text: string) => (await all.guest.says(text)).split('\n');

describe('the status of a mission', () => {
  it.each([
    ['status of the mission from Granada to Haikou', 'Planned: April 2027 · Granada to Haikou'],
    ['What is the status of the mission to Haikou?', 'Planned: April 2027 · Granada to Haikou'],
    ['status 2019-10-haikou-to-nice', 'Held: October 2019 · Haikou visits Nice'],
    ['状态 格拉纳达赴海口', '计划中：2027年4月 格拉纳达赴海口'],
    ['海口访问尼斯的任务进展如何？', '已举行：2019年10月 海口访问尼斯'],
  ])('leads the answer: %s', async (question, lead) => {
    expect((await linesOf(question))[0]).toBe(lead);
  });

  it('is counted for several', async () => {
    expect((await linesOf('What is the status of the missions of Haikou?'))[0]).toBe(
      '2 missions: 1 planned, 1 held',
    );
    expect((await linesOf('海口的任务状态'))[0]).toBe('共2项任务：计划中1项、已举行1项');
  });

  it('is that of a pilot where one is named, or no kind at all', async () => {
    expect((await linesOf('status of the wine institute'))[0]).toMatch(/^Proposed: Sino-Italian/);
    expect((await linesOf('状态 葡萄酒学院'))[0]).toMatch(/^提议中：中意/);
    expect((await linesOf('status'))[0]).toBe('14 pilots: 14 proposed');
    expect((await linesOf('status of the pilots with Haikou'))[0]).toBe('2 pilots: 2 proposed');
  });
});
