import { expect, it } from 'vitest';
import { ConversationId } from '../../src/bot/identity.js';
import { post, withCoordination } from '../support/coordination.js';

const people = withCoordination();

it('queues the news once for every conversation that takes news, in the confirmation’s transaction', async () => {
  const { store } = people.bot.app;
  await store.transact((tx) => {
    for (const [id, news] of [
      ['slack:T1:C1', true],
      ['wechat:default:1@chatroom', true],
      ['slack:T1:C2', false],
    ] as const) {
      tx.put('conversations', { id: ConversationId.parse(id), direct: false, news });
    }
  });
  expect(await people.anna.says('announce The forum moves to <!channel> November')).toMatch(
    /The forum moves to <!channel> November” \(English only\).*2 conversations/s,
  );
  expect(await store.deliveries()).toEqual([]);
  expect(await people.anna.says('confirm')).toMatch(/change 1.*2 conversations/);
  expect((await store.deliveries()).map(({ key, lane, message }) => ({ key, lane, message }))).toEqual(
    ['slack:T1:C1', 'wechat:default:1@chatroom'].map((id) => ({
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
