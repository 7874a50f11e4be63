import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { membersOf, parseLexicon } from '../../../src/query/lexicon/lexicon.js';
import { lexicon, shipped } from '../../support/query-core.js';

test('a fault in the words is told with its path', () => {
  const { en, zh } = lexicon;
  const broken = { ...en, words: { ...en.words, mision: ['trip'] } };
  expect(() => parseLexicon({ en: broken, zh })).toThrow(/mision/);
  expect(() => parseLexicon({ en: { ...en, time: { ...en.time, months: ['jan'] } }, zh })).toThrow(/months/);
});

test.each(['en', 'zh'] as const)('no word of %s stands twice in a class', (locale) => {
  for (const [name, families] of Object.entries(lexicon[locale].words)) {
    const words = families.flatMap(membersOf);
    const twice = words.filter((word, i) => words.indexOf(word) !== i);
    expect([name, twice]).toEqual([name, []]);
  }
});

const sources = readdirSync('src/query', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);
const names = [...shipped.cities.values(), ...shipped.organisations.values()]
  .flatMap(({ name }) => [name.en, name.zh])
  .filter((name) => name !== undefined);

test.each([
  ...sources.map((file) => join('src/query', file)),
  'locales/en/lexicon.json',
  'locales/zh/lexicon.json',
])('%s names no city and no partner', (file) => {
  const text = readFileSync(file, 'utf8');
  const found = names.filter((name) =>
    new RegExp(/^\p{ASCII}+$/u.test(name) ? `\\b${name}\\b` : name, 'iu').test(text),
  );
  expect(found).toEqual([]);
});
