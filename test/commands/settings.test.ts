import { expect, it } from 'vitest';
import { withCoordination } from '../support/coordination.js';

const people = withCoordination();

it.each([
  ['语言 中文', 'zh'],
  ['语言 英文', 'en'],
  ['语言 汉语', 'zh'],
  ['language English', 'en'],
  ['language Chinese', 'zh'],
  ['语言 自动', undefined],
])('%s is understood by the language’s name', async (typed, locale) => {
  const ben = people.bot.person('slack:T1:UBEN', { name: 'Ben' });
  await ben.says(typed);
  const known = people.bot.app.store.view().all('people');
  expect(known.find(({ name }) => name === 'Ben')?.locale).toBe(locale);
});

it('the conversation’s language is set by its name as well', async () => {
  expect(await people.anna.says('语言 英文 本群')).toContain('“language auto here”');
  await people.anna.says('language auto here');
});

it.each([
  ['language zh', '语言 auto'],
  ['语言 en', 'language zh'],
  ['language auto', 'language en'],
  ['timezone Asia/Shanghai', 'timezone auto'],
  ['timezone Europe/Rome', 'timezone Asia/Shanghai'],
  ['timezone auto', 'timezone Europe/Rome'],
  ['timezone Asia/Shanghai here', 'timezone auto here'],
  ['timezone auto here', 'timezone Asia/Shanghai here'],
  ['language zh here', '语言 auto 本群'],
  ['语言 auto 本群', '语言 zh 本群'],
])('%s names the command that takes it back: %s', async (typed, back) => {
  expect(await people.anna.says(typed)).toContain(`“${back}”`);
});

it('says so where there is no setting to take away', async () => {
  expect(await people.guest.says('timezone auto')).toContain('You have set no time zone');
  expect(await people.guest.says('language auto')).toContain('in the language you write in');
});
