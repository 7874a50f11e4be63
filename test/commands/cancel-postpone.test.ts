import { expect, it } from 'vitest';
import { post, withCoordination } from '../support/coordination.js';

const people = withCoordination();

it('postpones a mission to a later date, and cancels it', async () => {
  await post(people.anna, 'add mission from=Rome to=Nanjing date=2021-05');
  const item = '2021-05-rome-to-nanjing';
  expect(await people.anna.says(`postpone ${item} to 20 June 2021`)).toMatch(/May 2021 → .*20 June 2021/);
  expect(await people.anna.says('confirm')).toContain('Done');
  expect(await people.liWei.says(`推迟 ${item} 2021年9月`)).toMatch(/2021年6月20日 → 2021年9月/);
  expect(await people.liWei.says('确认')).toContain('已更新');
  expect(await people.anna.says(`cancel ${item} note="No flights"`)).toMatch(
    /planned → .*cancelled.*No flights/s,
  );
  expect(await people.anna.says('confirm')).toContain('Done');
  expect(await people.guest.says('missions 2021')).toContain('cancelled');
});

it('plans a mission anew that is postponed after its date has passed', async () => {
  expect(await people.anna.says('postpone 2020-06-yantai-rome-exchange 2021-02')).toMatch(/held → .*planned/);
  await people.anna.says('discard');
});

it.each([
  ['postpone', /Which mission/],
  ['postpone 2020-06-yantai-rome-exchange', /To which date/],
  ['postpone 2020-06-yantai-rome-exchange 2019-06', /before June 2020/],
  ['postpone wine-institute 2021-06', /Only missions/],
  ['cancel', /Which mission or pilot/],
  ['cancel tuscia', /partner has no status/],
  ['cancel 2019-06-rome-granada-to-liuzhou', /“held” to “cancelled” is unusual/],
  ['cancel wine-institute status=paused', /only a note/],
])('says what is missing or makes no sense in %s', async (typed, expected) => {
  const reply = await people.anna.says(typed);
  expect(reply).toMatch(expected);
  expect(reply).toContain('Nothing was changed.');
});
