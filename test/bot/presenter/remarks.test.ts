import { expect, test } from 'vitest';
import { city, found, linesOf, query, viewIn } from '../../support/presenting.js';

const answer = found(query('missions', 'when', [city('haikou', 'traveller')]), ['2019-10-haikou-to-nice'], {
  remarks: [
    { kind: 'dated', typed: '去年秋天', range: { from: '2019-09-01', to: '2019-11-30' } },
    { kind: 'repaired', typed: 'Haiku', meant: 'Haikou' },
    { kind: 'carried', words: ['Nice', '2019'] },
  ],
});

test('a repaired word is said before the answer, dates and what was carried over after it', () => {
  expect(linesOf(answer, viewIn('en')).slice(0, 4)).toEqual([
    'Reading “Haiku” as Haikou.',
    'In October 2019: Haikou visits Nice.',
    '“去年秋天” is read as September 2019 to November 2019.',
    'From your last question: Nice and 2019.',
  ]);
  expect(linesOf(answer, viewIn('zh')).slice(0, 4)).toEqual([
    '按“Haikou”理解“Haiku”。',
    '2019年10月，海口访问尼斯。',
    '“去年秋天”按2019年9月至2019年11月理解。',
    '沿用上一问的条件：Nice和2019。',
  ]);
});

test('open ends have words of their own', () => {
  const dated = (from: string, to: string) =>
    linesOf({ ...answer, remarks: [{ kind: 'dated', typed: 'x', range: { from, to } }] }, viewIn('en'))[1];
  expect(dated('2019-01-01', '9999-12-31')).toBe('“x” is read as 2019 onwards.');
  expect(dated('0001-01-01', '2020-05-31')).toBe('“x” is read as up to May 2020.');
});
