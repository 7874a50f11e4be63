import { expect, it } from 'vitest';
import type { Speaker } from '../support/chat.js';
import { post, withCoordination } from '../support/coordination.js';

const people = withCoordination();
const DAY = 86_400_000;

/** Somebody who has asked nothing yet. */
function newcomer(): Speaker {
  count += 1;
  return people.bot.person(`slack:T1:UNEW${count}`, { name: 'Newcomer' });
}
let count = 0;

it('is answered the same to the next one who asks', async () => {
  const first = await newcomer().says('missions of Rome in 2019');
  const next = newcomer();
  expect(first).toContain('Liuzhou');
  expect(await next.says('missions of Rome in 2019')).toBe(first);
  expect(await next.says('1')).toContain('June 2019');
});

it('is answered anew when the programme has changed', async () => {
  expect(await newcomer().says('status wine-institute')).toMatch(/^Proposed/);
  await post(people.anna, 'update wine-institute status=agreed');
  expect(await newcomer().says('status wine-institute')).toMatch(/^Agreed/);
});

it('is answered in the language of the one who asks', async () => {
  expect(await newcomer().says('2019-06')).toContain('June 2019');
  const chinese = newcomer();
  await chinese.says('语言 zh');
  expect(await chinese.says('2019-06')).toContain('2019年6月');
});

it('is a follow-up of what this person asked, not of what others did', async () => {
  const [one, other] = [newcomer(), newcomer()];
  await one.says('missions of Haikou');
  expect(await one.says('and in 2019?')).toContain('Nice');
  await other.says('missions of Yantai');
  expect(await other.says('and in 2019?')).toContain('Yantai');
});

it('shows the id of a record to those who may change it, and to nobody else', async () => {
  expect(await newcomer().says('pilot art-prizes')).not.toContain('art-prizes');
  expect(await people.anna.says('pilot art-prizes')).toContain('art-prizes');
  expect(await newcomer().says('pilot art-prizes')).not.toContain('art-prizes');
});

it('is answered for the day on which it is asked', async () => {
  await post(people.anna, 'add mission from=Nice to=Haikou date=2020-11-20');
  expect(await newcomer().says('next mission')).toContain('20 November 2020');
  people.bot.passes(30 * DAY);
  expect(await newcomer().says('next mission')).not.toContain('20 November 2020');
});

it('is answered for the zone of the one who asks', async () => {
  const asked = 'missions tomorrow';
  await post(people.anna, `add mission from=Rome to=Nanjing date=2020-12-17`);
  people.bot.passes(8 * 3_600_000);
  expect(await newcomer().says(asked)).not.toContain('Nanjing');
  const far = newcomer();
  await far.says('timezone Asia/Shanghai');
  expect(await far.says(asked)).toContain('Nanjing');
});
