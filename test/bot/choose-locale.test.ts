import { expect, it } from 'vitest';
import { chooseLocale, type LocaleEvidence } from '../../src/bot/choose-locale.js';

const silent: LocaleEvidence = {
  fixed: undefined,
  chosen: undefined,
  spoken: undefined,
  conversation: undefined,
  hint: undefined,
};

it.each<[string, Partial<LocaleEvidence>, 'en' | 'zh']>([
  ['what was fixed from outside comes before all else', { fixed: 'en', chosen: 'zh' }, 'en'],
  ['the person’s own choice comes before their words', { chosen: 'zh', spoken: 'en' }, 'zh'],
  ['the words come before the conversation’s setting', { spoken: 'en', conversation: 'zh' }, 'en'],
  ['the conversation’s setting comes before the platform’s hint', { conversation: 'zh', hint: 'en' }, 'zh'],
  ['the platform’s hint comes before the default', { hint: 'zh' }, 'zh'],
  ['with nothing telling, the default holds', {}, 'en'],
])('%s', (_, evidence, expected) => {
  expect(chooseLocale({ ...silent, ...evidence }, 'en')).toBe(expected);
});
