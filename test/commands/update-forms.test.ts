import { describe, expect, it } from 'vitest';
import { post, withCoordination } from '../support/coordination.js';

const people = withCoordination();

describe('an update', () => {
  it.each([
    ['update art-prizes, status=agreed', 'Status: proposed → agreed'],
    ['update pilot art-prizes status=agreed', 'Status: proposed → agreed'],
    ['update art-prizes status: agreed', 'Status: proposed → agreed'],
    ['更新 试点 葡萄酒学院 状态：已签约 备注：已在烟台签署', '状态：提议中 → 已签约\n备注：“已在烟台签署”'],
    [
      'update Summer school: precision agriculture status:agreed',
      'Summer school: precision agriculture\nStatus',
    ],
  ])('is read as %s', async (words, told) => {
    expect((await people.anna.says(words)).replaceAll('*', '')).toContain(told);
  });

  it('does not take a note’s colon for another value', async () => {
    expect(await people.anna.says('update art-prizes note="Next step: title to be found"')).toContain(
      '“Next step: title to be found”',
    );
    expect(await people.anna.says('update art-prizes colour: red')).toContain(
      'do not understand “colour: red”',
    );
  });
});

describe('a name that is not quite a record’s', () => {
  it('offers the title with all its words first', async () => {
    await post(people.anna, 'add pilot title="Wine tourism trail" theme=tourism cities=Rome,Yantai');
    expect(await people.anna.says('update wine trail status=agreed')).toMatch(
      /I know no item “wine trail”.*1 Wine tourism trail.*2 Sino-Italian Institute/s,
    );
    expect(await people.anna.says('1')).toMatch(/Wine tourism trail.*agreed/s);
  });

  it('is not said to be unknown where it fits several', async () => {
    expect(await people.anna.says('update summer school status=agreed')).toMatch(
      /“summer school” fits 3 items\. Which one\? Nothing was changed\.\n1 /,
    );
    expect(await people.liWei.says('更新 暑期学校 状态=已签约')).toMatch(/“暑期学校”对应3项，请选择。/);
    expect(await people.anna.says('update winter school status=agreed')).toContain(
      'I know no item “winter school”',
    );
  });
});
