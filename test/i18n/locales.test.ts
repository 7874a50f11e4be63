import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readLocaleFile } from '../../src/i18n/locale-files.js';
import { namespaces } from '../../src/i18n/messages.js';
import { projectRoot } from '../../src/i18n/project-root.js';
import type { Locale } from '../../src/programme/localized.js';
import {
  flatten,
  namesOf,
  placeholdersOf,
  pluralFaults,
  sourcesBelow,
  usesIn,
} from '../support/message-keys.js';

const messagesOf = (locale: Locale, namespace: string) =>
  flatten(readLocaleFile(locale, namespace) as object);
const uses = sourcesBelow(join(projectRoot, 'src')).flatMap((source) => usesIn(source, namespaces));

describe.each(namespaces)('the messages of %s', (namespace) => {
  const en = messagesOf('en', namespace);
  const zh = messagesOf('zh', namespace);

  it('are the same ones in both languages', () => {
    expect([...namesOf(zh)].sort()).toEqual([...namesOf(en)].sort());
  });

  it('are filled in with the same values', () => {
    expect(placeholdersOf(zh)).toEqual(placeholdersOf(en));
  });

  it('have the plural forms of their language', () => {
    expect(pluralFaults(en, 'en')).toEqual([]);
    expect(pluralFaults(zh, 'zh')).toEqual([]);
  });

  it('are all used', () => {
    const unused = [...namesOf(en)].filter((name) => !uses.some((use) => use.test(`${namespace}:${name}`)));
    expect(unused).toEqual([]);
  });

  it('keep Chinese punctuation in Chinese', () => {
    expect([...zh].filter(([, text]) => /\p{Script=Han}[,;:!?()]/u.test(text))).toEqual([]);
  });
});

test('a family of messages is used through its template', () => {
  const source = "t(`cli:fault.$\u007bkind}`, { x: 'cli:no-key here' }); t('cli:done')";
  const found = usesIn(source, ['cli']);
  expect(
    ['cli:fault.missing', 'cli:done', 'cli:no-key', 'cli:faults'].map((name) =>
      found.some((use) => use.test(name)),
    ),
  ).toEqual([true, true, false, false]);
});

test('a plural form that is missing or out of place is found', () => {
  const forms = flatten({ list: { more_one: 'one', more_other: '{{count}}' }, left_other: '{{count}}' });
  expect(pluralFaults(forms, 'en')).toEqual(['left']);
  expect(pluralFaults(forms, 'zh')).toEqual(['list.more']);
});

test('a placeholder that one language lacks is found', () => {
  const en = placeholdersOf(flatten({ a: { b: '{{x}} of {{y}}' }, n_one: 'one', n_other: '{{count}}' }));
  const zh = placeholdersOf(flatten({ a: { b: '{{y}}' }, n_other: '{{count}}' }));
  expect(en.get('n')).toEqual(zh.get('n'));
  expect(en.get('a.b')).not.toEqual(zh.get('a.b'));
});
