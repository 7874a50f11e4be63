import { openChat } from './chat.js';
import { type Chat, type Member, names } from './conversing.js';

/** The kernel alone, as the console shows its replies; on PostgreSQL when a database is named. */
export async function openConsole(databaseUrl?: string): Promise<Chat> {
  const id = (member: Member) => `console:local:${member}`;
  const bot = await openChat({
    admins: [id('admin')],
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  });
  return {
    id,
    says: (member, text) => bot.person(id(member), { name: names[member] }).says(text),
    passes: bot.passes,
    close: bot.close,
  };
}
