import { expect, it } from 'vitest';
import { post, withCoordination } from '../support/coordination.js';

const room = 'wechat:default:1@chatroom';
const people = withCoordination();

it('goes once to every conversation with a digest, in the confirmation’s transaction', async () => {
  const { store } = people.bot.app;
  const anna = (id: string) => people.bot.person('slack:T1:UANNA', { conversation: id, name: 'Anna' });
  const liWei = people.bot.person('wechat:default:liwei', { conversation: room, name: '李伟' });
  await anna('slack:T1:C1').says('digest on 09:00 Rome');
  await liWei.says('语言 中文 本群');
  await liWei.says('日报 开 09:00');
  await anna('slack:T1:C2').says('language zh here');
  await anna('slack:T1:C3').says('digest on 09:00');
  await anna('slack:T1:C3').says('digest off');
  expect(await people.anna.says('announce The forum moves to <!channel> November')).toMatch(
    /The forum moves to <!channel> November” \(English only\).*2 conversations/s,
  );
  expect(await store.deliveries()).toEqual([]);
  expect(await people.anna.says('confirm')).toMatch(/change 1.*2 conversations/);
  expect((await store.deliveries()).map(({ key, lane, message }) => ({ key, lane, message }))).toEqual(
    ['slack:T1:C1', room].map((id) => ({
      key: `announce:1:${id}`,
      lane: 'announcement',
      message: { kind: 'announcement', change: '1' },
    })),
  );
});

it('can be withdrawn, which sends nothing', async () => {
  const before = await people.bot.app.store.deliveries();
  expect(await people.anna.says('undo')).toMatch(/takes back change 1.*withdrawn/s);
  expect(await people.anna.says('confirm')).toContain('Done');
  expect(await people.bot.app.store.deliveries()).toHaveLength(before.length);
  expect(await people.guest.says('changes')).toContain('taken back by change 2');
});

it('needs a text, of at most 2,000 characters', async () => {
  expect(await people.anna.says('announce')).toMatch(/What should be announced.*Nothing was changed/s);
  expect(await people.liWei.says(`公告 ${'葡'.repeat(2001)}`)).toMatch(/最多2,000个.*什么都没有改动/s);
  expect(await people.guest.says('announce hello')).toContain('Only coordinators');
  expect(await post(people.liWei, '公告 大家好')).toContain('动态3');
});

it('withdrawn, it is told as such among the changes', async () => {
  await post(people.anna, 'announce The call is on Monday');
  await post(people.anna, 'undo');
  expect(await people.anna.says('changes')).toContain('Announcement withdrawn: “The call is on Monday”');
  expect(await people.liWei.says('动态')).toContain('撤回公告：“The call is on Monday”');
});
