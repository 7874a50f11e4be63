import { describe, expect, it } from 'vitest';
import { post, withCoordination } from '../support/coordination.js';

const people = withCoordination();

describe('a new record', () => {
  it('is found by questions at once, in both languages', async () => {
    const done = await post(people.anna, 'add mission from=Rome,Granada to=Kunming date=2021-05');
    expect(done).toContain('2021-05-rome-and-granada-to-kunming');
    expect(await people.guest.says('who goes to Kunming in 2021?')).toMatch(/Rome/);
    expect(await people.guest.says('下一个任务')).toMatch(/罗马.*昆明/s);
  });

  it('keeps a date as precise as it was given', async () => {
    await post(people.anna, 'add mission title="Autumn fair" from=Nice to=Haikou date=2021');
    expect(await people.guest.says('history autumn-fair')).toContain('Autumn fair');
    const mission = people.bot.app.store.view().all('changes').at(-1);
    expect(mission).toMatchObject({ kind: 'create', record: { date: '2021', status: 'planned' } });
  });

  it('is kept in the language of its title', async () => {
    const done = await post(
      people.liWei,
      '新增 试点 标题=“屋顶绿化” 主题=文化 城市=烟台、罗马 伙伴=烟台大学',
    );
    expect(done).toContain('wu-ding-lu-hua');
    expect(await people.guest.says('pilot wu-ding-lu-hua')).toContain('屋顶绿化');
  });

  it('has an id of its own even when the title is taken', async () => {
    expect(await people.anna.says('add pilot "Wine institute" theme=education cities=rome')).toContain(
      'wine-institute-2',
    );
    await people.anna.says('discard');
  });

  it('may be given in both languages at once', async () => {
    await post(people.anna, 'add partner title="Green Lab" 标题="绿色实验室" city=Rome kind=lab');
    expect(people.bot.app.store.view().all('changes').at(-1)).toMatchObject({
      record: { id: 'green-lab', name: { en: 'Green Lab', zh: '绿色实验室' }, kind: 'lab', city: 'rome' },
    });
    expect(await people.guest.says('伙伴 绿色实验室')).toContain('罗马');
  });

  it('of a virtual mission has participants only, and takes its title along when that changes', async () => {
    await post(people.anna, 'add mission from=Nice to=Nanjing date="20 May 2021" mode=online');
    const { store } = people.bot.app;
    expect(store.view().all('changes').at(-1)).toMatchObject({
      record: { hosts: [], travellers: [], participants: ['nice', 'nanjing'], mode: 'virtual' },
    });
    const item = '2021-05-online-meeting-of-nice-and-nanjing';
    await post(people.anna, `update ${item} mode="in person" from=Nice to=Nanjing`);
    expect(await people.guest.says(`history ${item}`)).toContain('Nice to Nanjing');
  });
});

it('a partner of a known one’s other name is added with a note that says why', async () => {
  const done = await post(people.anna, 'add partner title=UGR city=Rome note="Another one of that name"');
  expect(done).toContain('UGR added');
});

it.each([
  ['add', /a mission, a pilot or a partner.*Example: add mission from=/s],
  ['add zoo title=x', /a mission, a pilot or a partner/],
  ['add mission from=Rome', /Missing: date.*Example: add mission/s],
  ['add mission date=2021-05', /Missing: one of from, to and title/],
  ['add mission date=2021-02-30 from=Rome', /“2021-02-30” is no date/],
  ['add mission date=2021-05 from=Rome status=held', /still to come/],
  ['add pilot title="x y"', /Missing: theme and cities/],
  ['add partner', /needs a title/],
  ['add mission from=Rome to=Rome date=2021-05', /from a place to itself: Rome/],
  ['add mission from=Rome to=Nice date=2019-05 status=planned', /May 2019 has passed/],
  [
    'add pilot title="nice carnival in haikou" theme=tourism cities=Nice',
    /“Nice Carnival in Haikou” is there already, with the id nice-carnival/,
  ],
  ['add partner title="yantai university"', /“Yantai University” is there already, with the id yantai-univ/],
  ['add partner title=烟台大学', /“Yantai University” is there already, with the id yantai-univ/],
  [
    'add partner title="la sapienza" city=Rome',
    /“Sapienza University of Rome” is there already, .* sapienza/,
  ],
  ['add partner title=罗马一大', /“Sapienza University of Rome” is there already, .* sapienza/],
  ['add mission from=Haikou to=Nice date=2019-10', /is there already, with the id 2019-10-haikou-to-nice/],
])('says what is missing or wrong in %s', async (typed, expected) => {
  const reply = await people.anna.says(typed);
  expect(reply).toMatch(expected);
  expect(reply).toContain('Nothing was changed.');
});

it('does not miss a title where a city would do', async () => {
  expect(await people.anna.says('add mission')).toContain('Missing: date and one of from, to and title.');
  expect(await people.liWei.says('新增 任务')).toContain('还缺：日期和出发、目的地或标题（至少一项）');
  expect(await people.anna.says('add mission to=Nice')).toContain('Missing: date.');
});
