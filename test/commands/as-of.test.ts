import { expect, it } from 'vitest';
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
