import { describe, expect, it } from 'vitest';
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

it('plans a mission anew that was held already only with a note that says why', async () => {
  const asked = 'postpone 2020-06-yantai-rome-exchange 2021-02';
  expect(await people.anna.says(asked)).toMatch(/“held” to “planned” is unusual.*add a note/);
  expect(await people.anna.says(`${asked} note="It did not take place"`)).toMatch(/held → .*planned/);
  await people.anna.says('discard');
});

it('tells of a mission that was moved or called off neither what came of it nor that it took place', async () => {
  const item = '2020-04-liuzhou-eu-covid-exchange';
  expect(await people.guest.says(`missions ${item}`)).toMatch(/held a virtual exchange.*Outcomes:/s);
  expect(await people.guest.says(`任务 ${item}`)).toMatch(/疫情开展线上交流。.*成果：/s);
  await post(people.anna, `postpone ${item} 2021-02 note="A second round"`);
  for (const status of ['planned', 'cancelled']) {
    const card = await people.guest.says(`missions ${item}`);
    expect(card).toContain(`Status: ${status}`);
    expect(card).not.toMatch(/\bheld\b|Outcomes/);
    expect(await people.guest.says(`任务 ${item}`)).not.toMatch(/开展线上交流。|成果：/);
    await post(people.anna, `cancel ${item}`);
  }
  await post(people.anna, `update ${item} status=held date=2020-04 note="It was held after all"`);
  expect(await people.guest.says(`missions ${item}`)).toMatch(/held a virtual exchange.*Outcomes:/s);
});

it('takes the phrases for a time that name a day, a month or a year', async () => {
  const to = await people.anna.says('postpone 2020-06-yantai-rome-exchange next month note="Moved"');
  expect(to).toMatch(/June 2020 → .*December 2020/);
  await people.anna.says('discard');
});

it('takes a month without its year for the next one to come', async () => {
  const item = '2020-06-yantai-rome-exchange';
  expect(await people.liWei.says(`推迟 ${item} 6月 备注=“改期”`)).toMatch(/2020年6月 → 2021年6月/);
  await people.liWei.says('放弃');
  expect(await people.anna.says(`postpone ${item} December note="Moved"`)).toMatch(
    /June 2020 → .*December 2020/,
  );
  await people.anna.says('discard');
  expect(await people.anna.says('add mission from=Nice to=Nanjing date=March')).toContain(
    '2021-03-nice-to-nanjing',
  );
  await people.anna.says('discard');
});

it.each([
  ['postpone 2020-06-yantai-rome-exchange 2021-02-30', '“2021-02-30” is no date'],
  ['postpone wine institute to someday', 'Only missions can be postponed'],
  ['postpone Haikou visits Nice to next spring or so', '“next spring or so” is no date'],
  ['推迟 海口访问尼斯 2027年2月30日', '“2027年2月30日”不是日期'],
])('blames a wrong date on the date in %s', async (typed, expected) => {
  expect(await people.anna.says(typed)).toContain(expected);
});

it.each([
  ['cancel nice-carnival too much rain', /found “Nice Carnival in Haikou”.*“too much rain”.*note="…"/s],
  ['取消 葡萄酒学院 经费不足', /找到了“中意葡萄[^”]*”.*“经费不足”.*备注=“…”/s],
  ['postpone Haikou visits Nice for the storm to 2027-06', /found “Haikou visits Nice”.*“for the storm”/s],
  ['postpone Haikou visits Nice, or so, to 2027-06', /“or so”/],
])('asks for a reason as a note: %s', async (typed, expected) => {
  expect(await people.anna.says(typed)).toMatch(expected);
  expect(await people.anna.says('confirm')).toContain('nothing of yours waiting');
});

it('takes a please behind the name for no more than that', async () => {
  expect(await people.anna.says('cancel nice-carnival please')).toMatch(/Nice Carnival.*→ cancelled/s);
  await people.anna.says('discard');
  expect(await people.anna.says('取消 葡萄酒学院吧')).toMatch(/→ 已取消/);
  await people.anna.says('放弃');
});

describe('a record', () => {
  it('is called by the title that is shown, in either language', async () => {
    expect(await people.anna.says('cancel “Nice Carnival in Haikou”')).toMatch(/Nice Carnival.*cancelled/s);
    expect(await people.anna.says('推迟海口访问尼斯到2027年6月 备注=“改期”')).toMatch(
      /2019年10月 → 2027年6月/,
    );
    await people.anna.says('discard');
  });

  it('of a title that two have is asked about, with dates and ids', async () => {
    expect(await people.liWei.says('取消 烟台—罗马线上合作交流 备注=“误记”')).toMatch(
      /对应2项，请选择.*1 .*2020年5月 · 2020-05-yantai-rome-exchange.*2 .*2020年6月 · 2020-06/s,
    );
    expect(await people.liWei.says('2')).toMatch(/已举行 → 已取消/);
    await people.liWei.says('放弃');
  });

  it('is offered where it was only described', async () => {
    expect(await people.anna.says('cancel Rome to Liuzhou note="x y"')).toMatch(
      /1 Rome and Granada visit Liuzhou.*June 2019 · 2019-06-rome-granada-to-liuzhou.*2 .*September 2019/s,
    );
    expect(await people.anna.says('1')).toMatch(/held → .*cancelled/);
    await people.anna.says('discard');
    const described = await people.liWei.says('取消 人工智能');
    expect(await people.anna.says('cancel film')).toMatch(
      /no item “film”.*1 Nice Carnival.*number to go on/s,
    );
    expect(await people.anna.says('1')).toMatch(/proposed → .*cancelled/);
    await people.anna.says('discard');
    expect(described).toContain('没有找到');
  });

  it('is meant by words that one title alone holds', async () => {
    for (const words of ['尼斯狂欢节', '狂欢节', '葡萄与葡萄酒']) {
      expect(await people.liWei.says(`取消 ${words}`)).toMatch(/提议中 → 已取消/);
      await people.liWei.says('放弃');
    }
    expect(await people.anna.says('update wine science status=agreed')).toMatch(/proposed → agreed/);
    await people.anna.says('discard');
    expect(await people.anna.says('cancel summer school')).toMatch(
      /1 Summer.*2 Summer.*3 Summer.*number to go on/s,
    );
    expect(await people.liWei.says('取消 智慧旅游')).toMatch(/1 .*2 .*回复编号继续。/s);
    expect(await people.anna.says('cancel art')).not.toMatch(/Carnival|Smart/);
    await people.anna.says('discard');
    for (const place of ['Brussels', 'Kunming', 'Nanjing'])
      expect(await people.anna.says(`cancel ${place}`)).not.toContain('→');
  });

  it('shows its id on its own page to those who may change it', async () => {
    expect(await people.anna.says('pilot nice-carnival')).toContain('Id for commands: nice-carnival');
    expect(await people.guest.says('pilot nice-carnival')).not.toContain('Id for commands');
  });

  it('may stand right behind a Chinese command', async () => {
    expect(await people.liWei.says('取消葡萄酒学院')).toMatch(/提议中 → 已取消/);
    expect(await people.liWei.says('更新葡萄酒学院 状态=暂停')).toMatch(/提议中 → 暂停/);
    expect(await people.liWei.says('放弃吧')).toContain('已放弃');
    expect(await people.liWei.says('取消葡萄酒学院的原因是什么？')).not.toContain('请核对');
  });
});

describe('an example of the help', () => {
  const examples = async (typed: string) => (await people.anna.says(typed)).split('\n');
  const after = (lines: readonly string[], start: string) =>
    (lines.find((line) => line.includes(start)) ?? '').replace(/^\W+(?=\p{L})/u, '');

  it('plans for a date that is still to come', async () => {
    people.bot.passes(6 * 365 * 86_400_000);
    const add = after(await examples('help add'), 'add mission from');
    expect(add).toMatch(/date=2027-05$/);
    expect(await people.anna.says(add)).toMatch(/Status: planned/);
    await people.anna.says('discard');
    expect(await people.anna.says('help postpone')).toContain('2027-05');
    expect(await people.liWei.says('帮助 推迟')).toContain('2027年5月');
    people.bot.passes(-6 * 365 * 86_400_000);
  });

  it('wants words in place of its ellipsis', async () => {
    const typed = 'postpone 2020-06-yantai-rome-exchange 2021-05 note="…"';
    expect(await people.anna.says(typed)).toMatch(/“…” in the example.*write the note.*Nothing was changed/);
    expect(await people.liWei.says('取消 葡萄酒学院 备注=“…”')).toMatch(/“…”.*备注.*没有改动/);
    expect(await people.anna.says('cancel wine-institute note="Wait …"')).toContain('“Wait …”');
    await people.anna.says('discard');
  });
});

it('never moves a mission that was held to a date that has passed', async () => {
  const moved = await people.anna.says('postpone 2019-06-rome-granada-to-nanjing 2020-03 note="Typo"');
  expect(moved).toMatch(/March 2020 has passed.*use update with date=….*Nothing was changed/);
  expect(await people.liWei.says('推迟 2019-06-rome-granada-to-nanjing 2020年3月')).toContain(
    '2020年3月已经过去',
  );
  expect(await people.anna.says('update 2019-06-rome-granada-to-nanjing date=2019-07')).toContain(
    'July 2019',
  );
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

it('does not postpone to a time that holds the date already', async () => {
  await post(people.anna, 'add mission from=Rome to=Kunming date=2027-02-10 title="Spring visit"');
  expect(await people.anna.says('postpone Spring visit 2027')).toMatch(
    /2027 is not later than 10 February 2027.*Nothing was changed/,
  );
  expect(await people.liWei.says('推迟 Spring visit 2027年2月')).toMatch(/2027年2月并不晚于2027年2月10日/);
  expect(await people.anna.says('postpone Spring visit 2027-03')).toMatch(/10 February 2027 → .*March 2027/);
});
