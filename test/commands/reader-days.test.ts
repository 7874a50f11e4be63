import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ChatBot, openChat, type Speaker } from '../support/chat.js';
import { post } from '../support/coordination.js';

let bot: ChatBot;
let shanghai: Speaker;
let london: Speaker;
beforeAll(async () => {
  // In Shanghai it is half past six in the morning of the 16th.
  bot = await openChat({ now: '2020-11-15T22:30:00Z', admins: ['slack:T1:UADMIN'] });
  shanghai = bot.person('wechat:default:liwei', { name: '李伟' });
  london = bot.person('slack:T1:UADMIN', { name: 'Chen Jing' });
  await shanghai.says('时区 Asia/Shanghai');
  await post(london, 'update wine-institute status=agreed');
});
afterAll(() => bot.close());

it('lists a change on the day that its reader’s calendar shows', async () => {
  expect(await shanghai.says('changes')).toContain('16 November 2020');
  expect(await shanghai.says('changes 2020-11-16')).toContain('Change 1');
  expect(await london.says('changes')).toContain('15 November 2020');
  expect(await london.says('changes 2020-11-16')).toContain('no changes since 16 November 2020');
});

it('tells how things stood at the end of the reader’s own day', async () => {
  const asked = 'status wine-institute as of 2020-11-15';
  expect(await shanghai.says(asked)).toMatch(/^No changes are recorded up to 15 November 2020.*Proposed/s);
  expect(await london.says(asked)).toMatch(/^As it stood at the end of 15 November 2020:.*Agreed/s);
  expect(await shanghai.says('状态 葡萄酒学院 截至2020年11月16日')).toMatch(/2020年11月16日.*已签约/s);
});
