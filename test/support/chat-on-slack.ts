import { startRig, until } from '../adapters/slack/rig.js';
import { openChat } from './chat.js';
import { type Chat, type Member, members, names } from './conversing.js';
import { Member as SlackMember } from './slack/person.js';
import { overHttp } from './slack/transport.js';
import type { Message } from './slack/workspace.js';

const users: Readonly<Record<Member, string>> = {
  admin: 'UADMIN',
  first: 'UFIRST',
  second: 'USECOND',
  guest: 'UGUEST',
};

/** The real Slack adapter over HTTP in front of a real bot; everybody writes to the bot directly. */
export async function openSlack(): Promise<Chat> {
  const bot = await openChat({ admins: ['slack:T1:UADMIN'] });
  const rig = await startRig('http', undefined, (slack) => {
    for (const member of members) slack.world.addUser(users[member], { name: names[member] });
  });
  rig.kernel.answer = (inbound) => bot.app.handle(inbound);
  const speakers = new Map(
    members.map((member) => {
      const user = rig.slack.world.users.get(users[member]);
      if (user === undefined) throw new Error(`nobody is ${member}`);
      return [member, new SlackMember(rig.slack, user, overHttp(rig.signing))] as const;
    }),
  );
  return {
    id: (member) => `slack:T1:${users[member]}`,
    async says(member, text) {
      const speaker = speakers.get(member) as SlackMember; // Every member has one.
      const count = rig.slack.botMessages(speaker.direct).length;
      await speaker.tells(text);
      await until(() => rig.slack.botMessages(speaker.direct).length > count);
      return rig.slack.botMessages(speaker.direct).slice(count).map(readable).join('\n');
    },
    passes: bot.passes,
    async close() {
      await rig.stop();
      await bot.close();
    },
  };
}

/** All words of a message, without Slack's marks for bold, italics and strikethrough. */
function readable({ text, blocks }: Message): string {
  const words: string[] = [];
  JSON.stringify(blocks, (key, value) => {
    if (key === 'text' && typeof value === 'string') words.push(value);
    return value;
  });
  return [text, ...words].join('\n').replace(/[*_~]/g, '');
}
