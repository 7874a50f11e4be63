import { openChat } from '../support/chat.js';
import { type Chat, type Member, updateDialogue } from './dialogue-updates.js';

const names: Readonly<Record<Member, string>> = {
  admin: 'Admin',
  first: 'First',
  second: 'Second',
  guest: 'Guest',
};

async function openConsole(): Promise<Chat> {
  const id = (member: Member) => `console:local:${member}`;
  const bot = await openChat({ admins: [id('admin')] });
  return {
    id,
    says: (member, text) => bot.person(id(member), { name: names[member] }).says(text),
    passes: bot.passes,
    close: bot.close,
  };
}

updateDialogue('the console', 'en', openConsole);
updateDialogue('the console', 'zh', openConsole);
