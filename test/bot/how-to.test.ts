import { expect, it } from 'vitest';
import { withCoordination } from '../support/coordination.js';

const people = withCoordination();

it.each([
  ['How do I post an update?', 'update ITEM'],
  ['how can I change my time zone', 'timezone ZONE'],
  ['How do we subscribe to the daily digest?', 'digest on HH:MM'],
  ['Who can make announcements?', 'announce TEXT'],
  ['how to connect my WeChat account', 'link'],
  ['怎么发布更新？', '更新 条目'],
  ['如何开通日报？', '日报 开'],
  ['请问怎样修改时区', '时区'],
])('%j is answered with how the command is written', async (question, usage) => {
  expect(await people.guest.says(question)).toContain(usage);
});

it.each([
  ['How do I get to the pilots of Rome?', 'BIM'],
  ['How was the update of the wine institute?', ''],
  ['How do I bake bread?', ''],
  ['怎么做红烧肉？', ''],
])('%j is not', async (question, held) => {
  const reply = await people.guest.says(question);
  expect(reply).not.toMatch(/How to write it|写法/);
  expect(reply).toContain(held);
});
