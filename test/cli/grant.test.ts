import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readState } from '../../src/store/open-store.js';
import { ucapBot } from '../support/command-line.js';
import { temporaryFolder } from '../support/temporary-folder.js';

let state: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  const { folder, remove: end } = await temporaryFolder();
  state = join(folder, 'state');
  remove = end;
});
afterEach(() => remove());

const grant = (words: string[], env: NodeJS.ProcessEnv = {}) =>
  ucapBot(['grant', 'slack:T1:U7', ...words], { env: { UCAP_STATE: state, ...env } });

const standing = async () => {
  const person = (await readState({ kind: 'embedded', folder: state }))?.reader.get('people', 'slack:T1:U7');
  return person && { role: person.role, cities: person.cities };
};

it.each([
  [['coordinator', 'Haikou'], ['haikou'], 'coordinator (Haikou)'],
  [
    ['Coordinator', 'nice,', 'Rome', 'and', '烟台'],
    ['nice', 'rome', 'yantai'],
    'coordinator (Nice, Rome and Yantai)',
  ],
  [['协调员', '格拉纳达、南京'], ['granada', 'nanjing'], 'coordinator (Granada and Nanjing)'],
  [['coordinator'], undefined, 'coordinator'],
])('grant %j makes a coordinator of those cities', async (words, cities, told) => {
  expect(await grant(words)).toEqual({ code: 0, stdout: `slack:T1:U7 is now ${told}.\n`, stderr: '' });
  expect(await standing()).toEqual({ role: 'coordinator', cities });
});

it('answers in the language of the configuration', async () => {
  const { stdout } = await grant(['协调员', '昆明'], { UCAP_LOCALE: 'zh' });
  expect(stdout).toBe('slack:T1:U7现在是协调员（昆明）。\n');
});

it.each([
  [['coordinator', 'Berlin'], '“Berlin” is no city of the programme. Possible: Yantai,'],
  [['admin', 'Rome'], 'Only coordinators are for certain cities.'],
  [['chief'], 'ROLE must be'],
])('grant %j is refused and gives no role', async (words, sentence) => {
  const { code, stderr } = await grant(words);
  expect(code).toBe(2);
  expect(stderr).toContain(sentence);
  expect(await standing()).toBeUndefined();
});
