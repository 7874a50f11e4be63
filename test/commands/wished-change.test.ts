import { describe, expect, it } from 'vitest';
import { withCoordination } from '../support/coordination.js';

const people = withCoordination();

describe('a change that is wished for in plain words', () => {
  it.each([
    ['can you set the wine institute to completed?', 'update wine-institute status=completed'],
    ['Mark the art prizes as agreed', 'update art-prizes status=agreed'],
    ['could you change the status of the wine institute to running', 'update wine-institute status=running'],
    ['帮我把葡萄酒学院改成已完成', '更新 wine-institute 状态=已完成'],
    ['能不能把艺术奖的状态改为进行中？', '更新 art-prizes 状态=进行中'],
    ['delete the wine institute', 'cancel wine-institute'],
    ['删除葡萄酒学院', '取消 wine-institute'],
    ['turn off the digest', 'digest off'],
    ['please stop sending the daily digest', 'digest off'],
    ['cancel the digest', 'digest off'],
    ['取消日报', '日报 关'],
    ['请关闭日报', '日报 关'],
    ['开通日报', '日报 开 09:00'],
  ])('is not made, and its command is told: %s', async (words, command) => {
    const reply = await people.anna.says(words);
    expect(reply).toContain(`“${command}”`);
    expect(reply).toMatch(/Nothing was changed|什么都没有改动/);
    expect(reply).not.toMatch(/U-CAP summary|U-CAP 摘要/);
  });

  it('shows how a change is written where it does not say which', async () => {
    expect(await people.anna.says('can you update the wine institute?')).toMatch(
      /Nothing was changed.*Form: update ITEM/s,
    );
  });

  it('is nothing for who may not change anything', async () => {
    expect(await people.guest.says('set the wine institute to completed')).toMatch(
      /Only coordinators.*Nothing was changed/s,
    );
  });

  it.each([
    ['please tell me about the wine institute', 'Tuscia'],
    ['please update me on the wine institute', 'Tuscia'],
    ['请问葡萄酒学院有哪些伙伴', '图西亚'],
    ['取消了哪些任务', '没有查到已取消的任务'],
    ['葡萄酒学院改为已签约了吗', '葡萄'],
  ])('is none where something is asked: %s', async (words, told) => {
    const reply = await people.anna.says(words);
    expect(reply).toContain(told);
    expect(reply).not.toMatch(/Nothing was changed|什么都没有改动/);
  });
});

it.each([
  ['please update wine-institute status=agreed', 'Please check'],
  ['Please cancel wine-institute', 'Please check'],
  ['请更新 葡萄酒学院 状态=已签约', '请核对'],
  ['帮我取消葡萄酒学院', '请核对'],
  ['请放弃', '已放弃'],
])('a “please” before a command is accepted: %s', async (words, told) => {
  expect(await people.anna.says(words)).toContain(told);
});
