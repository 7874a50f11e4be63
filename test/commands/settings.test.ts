import { expect, it } from 'vitest';
import { withCoordination } from '../support/coordination.js';

const people = withCoordination();

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
