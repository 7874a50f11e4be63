import { beforeAll, expect, it } from 'vitest';
import { withCoordination } from '../support/coordination.js';

const people = withCoordination();

beforeAll(async () => {
  // A name is kept with the first thing that is saved.
  for (const one of [people.anna, people.liWei, people.yantai]) await one.says('timezone Europe/Rome');
});

it.each([
  ['Are you a human or a machine?', /a program .* no AI service/],
  ['who built you', /coordinators have posted/],
  ['Where is the data from?', /U-CAP summary/],
  ['How current is your data?', /U-CAP summary.*posted since/],
  ['您的资料更新到哪天了', /U-CAP 摘要.*更新/],
  ['资料来源是什么', /U-CAP 摘要/],
  ['What are your sources?', /U-CAP summary/],
  ['您是真人还是机器人？', /我是一个程序.*不使用任何AI服务/],
  ['你是AI吗', /我是一个程序/],
  ['你们的资料来自哪里', /U-CAP 摘要/],
])('%j is told what the bot is and where its facts are from', async (question, told) => {
  expect(await people.guest.says(question)).toMatch(told);
});

it('takes nothing over from the question before', async () => {
  await people.guest.says('pilot wine-institute');
  expect(await people.guest.says('From where do you have your information?')).toMatch(/^I am a program/);
});

it.each([
  ['Who is the coordinator for Yantai?', 'Anna, 李伟 and 王芳 (Yantai)'],
  ['How can I reach an administrator?', 'Admins, who give the roles: Chen Jing.'],
  ['help admin', 'Chen Jing'],
  ['有哪些协调员？', '协调员（负责发布更新）：Anna、李伟和王芳（烟台）。'],
  ['怎么找到管理员', '管理员（负责授予角色）：Chen Jing。'],
])('%j is answered with names', async (question, names) => {
  const reply = await people.guest.says(question);
  expect(reply).toContain(names);
  expect(reply).not.toMatch(/slack:|wechat:/);
});

it.each([
  ['Who is the coordinator of the wine institute?'],
  ['Where do you see data platforms?'],
  ['contact information'],
  ['联系信息'],
  ['Are you sure that Rome went to Nanjing?'],
  ['罗马的机器人试点有哪些'],
  ['葡萄酒学院的协调员是谁'],
])('%j is about the programme', async (question) => {
  expect(await people.guest.says(question)).not.toMatch(/who post updates|负责发布更新/);
});
