import { describe, expect, it, vi } from 'vitest';
import type { Speaker } from '../support/chat.js';
import { post, withCoordination } from '../support/coordination.js';

const MINUTE = 60_000;
const people = withCoordination();
const latest = () => people.bot.app.store.view().all('proposals').at(-1)?.id ?? 'none';
const presses = (speaker: Speaker, command: string, proposal = latest()) =>
  speaker.does({ kind: 'invocation', invocation: { command, args: { proposal } }, locale: 'en' });
const changes = () => people.bot.app.store.view().all('changes').length;

describe('a proposal', () => {
  it('is confirmed by its button, by its proposer alone', async () => {
    await people.anna.says('update rep-offices status=agreed');
    expect(await presses(people.admin, 'confirm')).toContain('Only the person who proposed this');
    expect(await presses(people.admin, 'discard')).toContain('Only the person who proposed this');
    expect(changes()).toBe(0);
    expect(await presses(people.anna, 'confirm')).toContain('Done — change 1');
    expect(await presses(people.anna, 'confirm', 'another')).toContain('nothing of yours waiting');
  });

  it('takes the place of the earlier one in its conversation', async () => {
    await people.anna.says('update rep-offices status=running');
    const earlier = latest();
    await people.anna.says('update rep-offices status=paused');
    expect(await presses(people.anna, 'confirm', earlier)).toContain('nothing of yours waiting');
    expect(await people.anna.says('confirm')).toContain('Done');
    expect(await people.anna.says('confirm')).toContain('nothing of yours waiting');
    expect(await people.guest.says('status rep-offices')).toMatch(/^Paused/);
  });

  it('from another conversation is shown again before it is confirmed', async () => {
    const inChannel = people.bot.person('slack:T1:UANNA', { name: 'Anna', conversation: 'slack:T1:C1' });
    await inChannel.says('update rep-offices status=running');
    const before = changes();
    expect(await people.anna.says('confirm')).toMatch(/another conversation.*paused → .*running/s);
    expect(changes()).toBe(before);
    expect(await people.anna.says('1')).toContain('Done');
  });

  it('that has expired can be proposed again by a number', async () => {
    await people.anna.says('update rep-offices status=completed');
    people.bot.passes(10 * MINUTE);
    expect(await people.anna.says('confirm')).toMatch(/ten minutes are over.*1 Propose it again/s);
    expect(await people.anna.says('1')).toMatch(/running → .*completed/);
    expect(await people.anna.says('confirm')).toContain('Done');
  });

  it('is not carried out for somebody who coordinates other cities by now', async () => {
    await people.yantai.says('更新 葡萄酒学院 状态=已签约');
    await people.admin.says('grant wechat:default:yantai coordinator haikou');
    const before = changes();
    expect(await people.yantai.says('确认')).toMatch(/您负责海口，这一项涉及罗马和烟台.*什么都没有改动/s);
    expect(changes()).toBe(before);
    expect(people.bot.app.store.view().all('refusals').at(-1)).toMatchObject({ command: 'update' });
  });

  it('that somebody else has already carried out is told, and nothing is left to confirm', async () => {
    await people.anna.says('update wine-institute status=agreed');
    await people.liWei.says('更新 葡萄酒学院 状态=已签约');
    await people.liWei.says('确认');
    expect(await people.anna.says('confirm')).toMatch(/李伟 \(change \d+\).*would change nothing/s);
    expect(await people.anna.says('confirm')).toContain('nothing of yours waiting');
  });

  it('of another field goes through beside a colleague’s', async () => {
    await people.anna.says('update nice-carnival theme=tourism');
    await people.liWei.says('更新 nice-carnival 状态=已签约');
    expect(await people.liWei.says('确认')).toContain('已更新');
    expect(await people.anna.says('confirm')).toContain('Done');
  });

  it('whose new partner is gone by then is refused', async () => {
    await people.anna.says('add partner title="Green Lab" city=Rome');
    const number = /change (\d+)/.exec(await people.anna.says('confirm'))?.[1];
    await people.anna.says('update wine-institute partners="Green Lab, Tuscia"');
    await people.liWei.says(`撤销 ${number}`);
    expect(await people.liWei.says('确认')).toContain('已更新');
    const before = changes();
    expect(await people.anna.says('confirm')).toMatch(
      /while you were deciding.*Green Lab — Removed.*李伟.*“Green Lab”/s,
    );
    expect(changes()).toBe(before);
  });
});

describe('the confirmation', () => {
  it('names what was changed and how it is now', async () => {
    expect(await post(people.anna, 'update art-prizes status=agreed theme=tourism')).toMatch(
      /^Done — change \d+: .+, status: agreed; theme: .+\. Everyone sees it now\. “undo \d+” takes it back\.$/m,
    );
    expect(await post(people.liWei, '更新 art-prizes 状态=进行中')).toMatch(
      /^已更新，动态\d+：.+，状态：进行中。所有人现在都能看到。/m,
    );
    expect(await post(people.liWei, '撤销')).toMatch(/动态\d+：.+，状态：已签约。/);
    expect(await post(people.anna, 'update art-prizes note="Jury"')).toMatch(/change \d+: .+, new note\./);
    expect(await post(people.anna, 'undo')).toMatch(/change \d+: .+, note withdrawn\./);
    expect(await post(people.liWei, '新增 任务 出发=罗马 目的地=尼斯 日期=2021年8月')).toContain(
      '新增“罗马赴尼斯”',
    );
    expect(await post(people.anna, 'announce The office moves')).toContain('Kept as change');
    expect(await post(people.anna, 'undo')).toContain('the announcement is withdrawn');
  });
});

describe('while a proposal waits', () => {
  it('a refused change says that the earlier one still does', async () => {
    await people.anna.says('update art-prizes status=paused');
    const refusal = await people.anna.says('update mice-platform status=flying');
    expect(refusal).toMatch(/“flying”.*Nothing was changed.*Your proposal for “.+” still waits/s);
    expect(await people.liWei.says('更新 mice-platform 状态=飞行')).not.toContain('仍在等待');
    expect(await people.anna.says('timezone Mars')).not.toContain('still waits');
    expect(await people.anna.says('confirm')).toMatch(/status: paused/);
    expect(await people.anna.says('update mice-platform status=flying')).not.toContain('still waits');
  });

  it.each(['yes', 'OK', 'ok 👍', 'go ahead', 'no', '好的', '是', '确定！', '算了'])(
    '“%s” neither confirms nor discards it',
    async (typed) => {
      await people.anna.says('update rep-offices note="Meeting"');
      const before = changes();
      expect(await people.anna.says(typed)).toMatch(
        /^(Your proposal for “.+” still waits: please send “confirm” or “discard”\.|您提交的“.+”仍在等待，请发“确认”或“放弃”。)$/,
      );
      expect(changes()).toBe(before);
      expect(await people.anna.says('discard')).toContain('Discarded');
      expect(await people.anna.says(typed)).not.toMatch(/still waits|仍在等待/);
    },
  );

  it('its number still confirms it after a yes', async () => {
    await people.anna.says('update rep-offices note="Meeting"');
    await people.anna.says('yes');
    expect(await people.anna.says('1')).toContain('Done');
  });
});

describe('confirm', () => {
  it.each(['confirm that Nanjing is hosting', 'confirm 5', '确认 5', 'discard everything'])(
    'does nothing at “%s” but show what waits',
    async (typed) => {
      await people.anna.says('update mice-platform status=running');
      const before = changes();
      expect(await people.anna.says(typed)).toMatch(
        /by itself.*proposed → .*running|请只发.*提议中 → 进行中/s,
      );
      expect(changes()).toBe(before);
      expect(await people.anna.says('discard please')).toContain('Discarded');
    },
  );
});

describe('a proposal that somebody else overtook', () => {
  it('says who took the record away', async () => {
    await people.admin.says('grant wechat:default:yantai coordinator yantai');
    const added = await post(people.anna, 'add mission from=Yantai to=Nice date=2021-03');
    const number = /change (\d+)/.exec(added)?.[1];
    await people.yantai.says('推迟 2021-03-yantai-to-nice 2021年8月');
    await post(people.liWei, `撤销 ${number}`);
    const told = await people.yantai.says('确认');
    expect(told).toMatch(/在您确认之前.*烟台赴尼斯：删除.*李伟.*“烟台赴尼斯”已经不在计划里/s);
    expect(told).not.toContain('您负责烟台');
  });

  it('says who added the same record, and adds no second one', async () => {
    await people.anna.says('add mission from=Rome to=Haikou date=2021-09');
    await post(people.liWei, '新增 任务 出发=罗马 目的地=海口 日期=2021年9月');
    const before = changes();
    expect(await people.anna.says('confirm')).toMatch(
      /while you were deciding.*Rome to Haikou — Added.*李伟.*there already, with the id 2021-09-rome-to-haikou/s,
    );
    expect(await people.anna.says('confirm')).toContain('nothing of yours waiting');
    expect(changes()).toBe(before);
  });

  it('by a note alone goes through, and tells the note', async () => {
    await people.anna.says('update heritage-exchange status=agreed');
    people.bot.passes(1);
    await post(people.liWei, '更新 heritage-exchange 备注=“下周见面”');
    expect(await people.anna.says('confirm')).toMatch(/Done.*posted about it as well.*下周见面.*李伟/s);
  });

  it('tells that the next proposal dropped it', async () => {
    await people.anna.says('update heritage-exchange status=running');
    expect(await people.anna.says('update rep-offices note="Meeting"')).toMatch(
      /earlier proposal for “Student exchange.*” no longer waits/,
    );
    expect(await people.anna.says('update rep-offices note="Meeting"')).not.toContain('no longer waits');
    await people.anna.says('discard');
  });
});

describe('undo', () => {
  it.each(['undo -1', 'undo 1e9', 'undo 1 2', 'undo 1; drop table', 'undo that'])(
    'takes no other words for a number: %s',
    async (typed) => {
      expect(await people.anna.says(typed)).toMatch(/is not the number of a change.*Nothing was changed/);
    },
  );

  it('alone means one’s own latest change, an undo too, which it brings back', async () => {
    const number = /change (\d+)/.exec(await post(people.anna, 'update summer-bim-gis status=agreed'))?.[1];
    expect(await people.anna.says(`undo change ${number}`)).toMatch(/agreed → .*proposed/);
    await people.anna.says('confirm');
    expect(await people.anna.says('undo')).toMatch(
      new RegExp(`so that change ${number} counts again.*proposed → .*agreed`, 's'),
    );
    await people.anna.says('confirm');
    expect(await people.guest.says('status summer-bim-gis')).toMatch(/^Agreed/);
    expect(await people.liWei.says(`撤销${number}`)).toContain('请');
  });
});

it('keeps of a shown name only what can do no harm', async () => {
  const imitator = people.bot.person('slack:T1:UTRICK', { name: `An\u202Ena\n${'x'.repeat(500)}` });
  await people.admin.says('grant slack:T1:UTRICK coordinator');
  await imitator.says('update nice-carnival note="Checked"');
  await imitator.says('confirm');
  const name = people.bot.app.store.view().all('changes').at(-1)?.byName ?? '';
  expect(name).toMatch(/^Anna x+…$/);
  expect(name.length).toBeLessThan(70);
});

it('is measured by a backup that was restored while it came in, though its changes have the same numbers', async () => {
  const { store } = people.bot.app;
  await post(people.anna, 'update mice-platform status=running');
  await people.anna.says('update mice-platform status=paused');
  const { collections, ...rest } = await store.dump();
  const changes = collections.changes.map((change, index, { length }) =>
    change.kind === 'set' && index === length - 1
      ? { ...change, fields: change.fields.map((field) => ({ ...field, after: 'completed' })) }
      : change,
  );
  const transact = store.transact.bind(store);
  vi.spyOn(store, 'transact').mockImplementationOnce(async (transaction) => {
    await store.load({ ...rest, collections: { ...collections, changes } });
    return transact(transaction);
  });
  expect(await people.anna.says('confirm')).toMatch(/while you were deciding.*running → completed/s);
  expect(store.view().all('changes')).toHaveLength(changes.length);
});

it('in Chinese is also confirmed as politely as people say it, but not by a question', async () => {
  await people.liWei.says('更新 art-prizes 状态=已签约');
  expect(await people.liWei.says('确认一下葡萄酒学院的伙伴')).not.toContain('所有人现在都能看到');
  expect(await people.liWei.says('确认一下')).toContain('所有人现在都能看到');
});
