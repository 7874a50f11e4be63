import { afterAll, beforeAll } from 'vitest';
import { type ChatBot, openChat, type Speaker } from './chat.js';

/** A bot with an admin by configuration, two coordinators who read either language, one of Yantai, and a delegate. */
export interface Coordination {
  bot: ChatBot;
  admin: Speaker;
  anna: Speaker;
  liWei: Speaker;
  /** A coordinator of Yantai only. */
  yantai: Speaker;
  guest: Speaker;
}

/** Opens the bot before the tests of a file, and closes it after them. */
export function withCoordination(): Coordination {
  const all = {} as Coordination; // Filled before the first test.
  beforeAll(async () => {
    const bot = await openChat({ admins: ['slack:T1:UADMIN'] });
    all.bot = bot;
    all.admin = bot.person('slack:T1:UADMIN', { name: 'Chen Jing' });
    all.anna = bot.person('slack:T1:UANNA', { name: 'Anna' });
    all.liWei = bot.person('wechat:default:liwei', { name: '李伟' });
    all.yantai = bot.person('wechat:default:yantai', { name: '王芳' });
    all.guest = bot.person('slack:T1:UGUEST', { name: 'Guest' });
    await all.admin.says('grant slack:T1:UANNA coordinator');
    await all.admin.says('grant wechat:default:liwei coordinator');
    await all.admin.says('grant wechat:default:yantai coordinator yantai');
  });
  afterAll(() => all.bot.close());
  return all;
}

/** Proposes and confirms; gives the reply to the confirmation. */
export async function post(speaker: Speaker, text: string): Promise<string> {
  await speaker.says(text);
  return speaker.says(/\p{Script=Han}/u.test(text) ? '确认' : 'confirm');
}
