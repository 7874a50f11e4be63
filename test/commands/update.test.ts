import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { post, withCoordination } from '../support/coordination.js';

const people = withCoordination();
const unchanged = 'Nothing was changed.';

describe('an update that can’t be done changes nothing and says what can', () => {
  it.each([
    ['update', /Which item.*Example: update [\w-]+ status=/s],
    ['update wine-institute', /at least one key=value/],
    ['update wine-institute colour=red', /no “colour”.*status, title, theme, cities, partners and note/],
    ['update wine-institute __proto__=1', /no “__proto__”/],
    ['update wine-institute constructor=1', /no “constructor”/],
    ['update wine-institute date=2021', /no “date”/],
    [
      'update wine-institute status=flying',
      /“flying”.*proposed, agreed, running, paused, completed or cancelled/,
    ],
    ['update wine-institute cities=Berlin', /“Berlin”.*Yantai.*Chinese cities/],
    ['update wine-institute partners="Tuscia, Acme"', /“Acme”.*Tuscia University/],
    ['update wine-institute theme=sport', /“sport”.*Culture, Tourism or Education/],
    ['update wine-institute status=agreed status=running', /given twice/],
    ['update wine-institute note=', /no text for “note”/],
    ['update wine-institute status=', /“status” has no value.*proposed, agreed/],
    ['update wine-institute cities=""', /“cities” has no value.*Yantai/],
    ['update wine-institute partners=,', /“partners” has no value/],
    ['update 2020-06-yantai-rome-exchange date=', /“date” has no value.*2021-05/],
    ['update wine-institute status=proposed', /would change nothing.*these values already/],
    ['update 2020-06-yantai-rome-exchange date=someday', /“someday” is no date/],
    ['update 2020-06-yantai-rome-exchange status=planned', /“held” to “planned” is unusual.*add a note/],
    ['update 2020-06-yantai-rome-exchange mode=telepathy', /“telepathy”.*in person or online/],
    ['update tuscia kind=club', /“club”.*university/],
  ])('%s', async (typed, expected) => {
    const reply = await people.anna.says(typed);
    expect(reply).toMatch(expected);
    expect(reply).toContain(unchanged);
    expect(await people.anna.says('confirm')).toContain('nothing of yours waiting');
  });

  it('offers the near ones of an unknown item, each of which goes on with the update', async () => {
    const near = await people.anna.says('update film status=agreed');
    expect(near).toMatch(/no item “film”.*1 Nice Carnival/s);
    expect(await people.anna.says('1')).toMatch(/proposed → .*agreed/);
    await people.anna.says('discard');
    expect(await people.anna.says('update xyzzy status=agreed')).toMatch(/no item “xyzzy”/);
  });

  it.each([
    [
      'update wine-institute agreed',
      /found “Sino-Italian[^”]*”.*“agreed”.*key=value.*status, title.*Form: update ITEM/s,
    ],
    ['update tuscia city Granada', /found “Tuscia University”.*“city Granada”.*title, city, kind and note/s],
    ['update Haikou visits Nice: went well note="Report filed"', /found “Haikou visits Nice”.*“went well”/s],
    ['更新 葡萄酒学院 已签约', /找到了“中意葡萄[^”]*”.*“已签约”.*“键=值”.*状态、标题/s],
    ['更新 海口访问尼斯很顺利 状态=已举行', /找到了“海口访问尼斯”.*“很顺利”/s],
  ])('names the item that was found and the words behind it: %s', async (typed, expected) => {
    const reply = await people.anna.says(typed);
    expect(reply).toMatch(expected);
    expect(reply).toMatch(/Nothing was changed\.|什么都没有改动。/);
    expect(await people.anna.says('confirm')).toContain('nothing of yours waiting');
  });

  it('asks which is meant when the words behind a name are of another item', async () => {
    const reply = await people.anna.says('update Yantai University wine note="Visit"');
    expect(reply).toMatch(/no item “Yantai University wine”.*1 Yantai University.*2 Sino-Italian/s);
    expect(await people.anna.says('update summer school agreed')).toMatch(
      /1 Summer school.*2 Summer school/s,
    );
  });

  it('refuses a note that is too long, whatever it is made of, and shows none of it', async () => {
    for (const note of ['x'.repeat(2001), '葡'.repeat(2001), 'é '.repeat(500_000)]) {
      const reply = await people.anna.says(`update wine-institute note="${note}"`);
      expect(reply).toMatch(/at most 2,000|最多2,000/);
      expect(reply.length).toBeLessThan(400);
    }
  });
});

it('keeps a note as it was written, in its language, without what could do harm', async () => {
  await post(people.anna, 'update nice-carnival note="<!channel> *bold* \u202Edesrever\u202C\u0000!"');
  const history = await people.guest.says('history nice-carnival');
  expect(history).toContain('<!channel> *bold* desrever!');
  expect(await people.guest.says('历史 nice-carnival')).toContain('（仅英文）');
});

it('keeps a note of exactly two thousand characters', async () => {
  const reply = await post(people.anna, `update nice-carnival note="${'葡'.repeat(2000)}"`);
  expect(reply).toContain('动态');
});

it('reads full-width signs, quotation marks of either language, and items by name', async () => {
  expect(await people.liWei.says('更新　葡萄酒学院　状态＝已签约　备注＝“在烟台，签署”')).toMatch(
    /提议中 → 已签约.*“在烟台，签署”（仅中文/s,
  );
  expect(await people.liWei.says('更新 中意葡萄酒学院 主题=文化 城市=烟台、罗马和尼斯')).toMatch(
    /教育 → 文化.*罗马和烟台 → 烟台、罗马和尼斯/s,
  );
  await people.liWei.says('放弃');
});

it('outlives a restart: a proposal can be confirmed by the next process', async () => {
  await people.anna.says('update rep-offices status=agreed');
  await people.bot.restarts();
  expect(await people.anna.says('confirm')).toContain('Done');
  expect(await people.guest.says('status rep-offices')).toMatch(/^Agreed/);
});

it('applies once, however often and however parallel its confirmation is delivered', async () => {
  await people.anna.says('update art-prizes status=agreed');
  const event = randomUUID();
  const confirm = () => people.anna.does({ kind: 'words', text: 'confirm' }, event);
  const before = people.bot.app.store.view().all('changes').length;
  await Promise.all(Array.from({ length: 20 }, confirm));
  await people.bot.restarts();
  expect(await confirm()).toMatch(/already been done/);
  expect(people.bot.app.store.view().all('changes')).toHaveLength(before + 1);
});

it('lets a coordinator of a city change what concerns it, and nothing else', async () => {
  expect(await people.yantai.says('更新 葡萄酒学院 备注=“第一次会议”')).toContain('请核对');
  const refused = await people.yantai.says('更新 granada-haikou-tourism 备注=“第一次会议”');
  expect(refused).toMatch(/您负责烟台，这一项涉及格拉纳达和海口/);
  expect(people.bot.app.store.view().all('refusals').at(-1)).toMatchObject({
    person: 'wechat:default:yantai',
    command: 'update',
    target: { kind: 'pilot', id: 'granada-haikou-tourism' },
  });
});

it('names the author’s city in every later answer', async () => {
  await post(people.yantai, '更新 葡萄酒学院 状态=已签约');
  expect(await people.guest.says('status wine-institute')).toContain('王芳 (Yantai)');
  expect(await people.guest.says('历史 葡萄酒学院')).toContain('王芳（烟台）');
});

it('shows the note of the latest change on the record’s own page', async () => {
  await post(people.anna, 'update art-prizes note="Jury met"');
  expect(await people.guest.says('pilot art-prizes')).toContain('Jury met');
  await post(people.anna, 'update 2019-10-haikou-to-nice note="Report filed"');
  expect(await people.guest.says('missions Haikou Nice October 2019')).toContain('Report filed');
});

it('that is undone leaves the note of the one before', async () => {
  await post(people.anna, 'add mission from=Rome to=Nice date=2021-04 note="Port visit"');
  await post(people.anna, 'cancel 2021-04-rome-to-nice note="Storm"');
  expect(await people.guest.says('missions Rome Nice April 2021')).toContain('Storm');
  await post(people.anna, 'undo');
  const card = await people.guest.says('missions Rome Nice April 2021');
  expect(card).toContain('Port visit');
  expect(card).not.toContain('Storm');
});

it('of one’s own that took a record out of one’s cities can be taken back', async () => {
  await post(people.yantai, '更新 葡萄酒学院 城市=罗马');
  expect(await people.yantai.says('更新 葡萄酒学院 备注=“再见”')).toContain('您负责烟台');
  expect(await people.yantai.says('撤销')).toMatch(/罗马 → 罗马和烟台/);
  expect(await people.yantai.says('确认')).toContain('已更新');
});
