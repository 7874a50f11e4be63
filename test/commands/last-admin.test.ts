import { afterAll, beforeAll, expect, it } from 'vitest';
import { PersonId } from '../../src/bot/identity.js';
import { type ChatBot, openChat } from '../support/chat.js';

const chen = PersonId.parse('slack:T1:UCHEN');
const marco = PersonId.parse('wechat:default:marco');
let bot: ChatBot;

// No admin by configuration: this one was made from the server's shell.
beforeAll(async () => {
  bot = await openChat();
  await bot.app.store.transact((tx) => {
    tx.put('people', { id: chen, identities: [chen], name: 'Chen Jing', role: 'admin' });
  });
});
afterAll(() => bot.close());

it('can’t be removed, neither by revoking nor by a lesser role nor by joining somebody who is none', async () => {
  const admin = bot.person(chen, { name: 'Chen Jing' });
  const other = bot.person(marco, { name: 'Marco' });
  expect(await admin.says(`revoke ${chen}`)).toMatch(/last admin.*Nothing was changed/);
  expect(await admin.says(`grant ${chen} coordinator`)).toMatch(/last admin/);
  const code = /link (\w{8})/.exec(await other.says('link'))?.[1];
  expect(await admin.says(`link ${code}`)).toMatch(/last admin/);
  expect(await admin.says('people')).toContain('Chen Jing — Admin');
});

it('is not given up by its own holder, who could not take it back', async () => {
  const admin = bot.person(chen, { name: 'Chen Jing' });
  await admin.says(`grant ${marco} admin`);
  expect(await admin.says(`revoke ${chen}`)).toMatch(
    /another admin can do it.*npm start -- grant slack:T1:UCHEN delegate.*Nothing was changed/s,
  );
  expect(await admin.says(`授权 ${chen} 协调员 罗马、烟台`)).toMatch(
    /由另一位管理员操作.*grant slack:T1:UCHEN coordinator rome,yantai.*什么都没有改动/s,
  );
  expect(await admin.says('people')).toContain('Chen Jing — Admin');
  expect(await admin.says(`grant ${marco} coordinator`)).toContain('Coordinator of all cities');
});

it('can go once there is another one', async () => {
  const admin = bot.person(chen, { name: 'Chen Jing' });
  await admin.says(`grant ${marco} admin`);
  const second = bot.person(marco, { name: 'Marco' });
  expect(await second.says(`revoke ${chen}`)).toContain('no role any more');
  expect(await admin.says('people')).toContain('Only admins');
});
