import { openChat } from './chat.js';
import { type Chat, names } from './conversing.js';
import { until } from './until.js';
import { online, testChannel } from './wechat/channel.js';
import { ownHome } from './wechat/home.js';
import { inProcess } from './wechat/rig.js';

/** The real WeChat adapter on a puppet in front of a real bot; everybody writes to the bot directly. */
export async function openWechat(): Promise<Chat> {
  const restoreHome = ownHome();
  const bot = await openChat({ admins: ['wechat:default:wxid_admin'] });
  const rig = await inProcess();
  await rig.contact({ id: 'bot', name: 'U-CAP' });
  for (const [member, name] of Object.entries(names)) await rig.contact({ id: `wxid_${member}`, name });
  await rig.login({ id: 'bot' });
  const wechat = testChannel({ puppet: rig.puppet }, (inbound) => bot.app.handle(inbound));
  await wechat.start();
  await online(wechat);
  let messages = 0;
  return {
    id: (member) => `wechat:default:wxid_${member}`,
    async says(member, text) {
      const heard = rig.said.length;
      messages += 1;
      await rig.say({ from: `wxid_${member}`, to: 'bot', text, id: `message-${messages}` });
      await until('an answer', () => rig.said.length > heard);
      // A long answer comes in parts, one right after the other.
      await new Promise((resolve) => setTimeout(resolve, 60));
      return rig.said
        .slice(heard)
        .map((said) => said.text)
        .join('\n');
    },
    passes: bot.passes,
    async close() {
      await wechat.channel.stop();
      await rig.stop();
      await bot.close();
      await restoreHome();
    },
  };
}
