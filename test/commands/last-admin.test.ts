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

it('can go once there is another one', async () => {
  const admin = bot.person(chen, { name: 'Chen Jing' });
  await admin.says(`grant ${marco} admin`);
  expect(await admin.says(`revoke ${chen}`)).toContain('no role any more');
  expect(await admin.says('people')).toContain('Only admins');
});
