import { expect, it } from 'vitest';
import { post, withCoordination } from '../support/coordination.js';

const people = withCoordination();

it('lists what waits for its translation, and supplies it', async () => {
  expect(await people.anna.says('translate')).toContain('Nothing waits');
  await post(people.liWei, '更新 葡萄酒学院 状态=已签约 备注=“在烟台签署”');
  await post(people.anna, 'add pilot title="Green roofs" theme=culture cities=rome note="First idea"');
  const waiting = await people.anna.says('translate');
  expect(waiting).toMatch(
    /3 texts.*2 · “Green roofs”.*Chinese is missing.*1 · “在烟台签署”.*English is missing/s,
  );
  expect(await people.anna.says('translate 1 Signed in Yantai')).toContain('Signed in Yantai');
  expect(await people.anna.says('confirm')).toContain('Done');
  expect(await people.guest.says('status wine-institute')).toContain('Signed in Yantai');
  expect(await people.guest.says('状态 葡萄酒学院')).toContain('在烟台签署');
});

it('supplies a title first, then the note', async () => {
  await post(people.liWei, '翻译 2 屋顶绿化');
  expect(await people.guest.says('试点 屋顶绿化')).toContain('屋顶绿化');
  await post(people.liWei, '翻译 2 初步设想');
  expect(await people.guest.says('历史 green-roofs')).toContain('初步设想');
  expect(await people.liWei.says('翻译')).toContain('目前没有等待翻译的内容');
});

it('can be taken back', async () => {
  const number = /change (\d+)/.exec(await people.anna.says('changes'))?.[1];
  expect(number).toBeDefined();
  const translation = people.bot.app.store
    .view()
    .all('changes')
    .find(({ kind }) => kind === 'translate');
  await people.anna.says(`undo ${translation?.id}`);
  expect(await people.anna.says('confirm')).toContain('Done');
  expect(await people.guest.says('status wine-institute')).toContain('在烟台签署');
  expect(await people.anna.says('translate')).toContain('1 · “在烟台签署”');
});

it.each([
  ['translate 99 Hello', /Nothing of change 99 waits/],
  ['translate 1', /write the translation after the number/],
  ['translate 1 再次在烟台', /缺的是英文，这不是英文/],
])('refuses %s', async (typed, expected) => {
  expect(await people.anna.says(typed)).toMatch(expected);
});
