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
    '“去年秋天” is read as September to November 2019.',
    'As in your last question: Nice, 2019.',
  ]);
  expect(linesOf(answer, viewIn('zh')).slice(0, 4)).toEqual([
    '按“Haikou”理解“Haiku”。',
    '2019年10月，海口访问尼斯。',
    '“去年秋天”按2019年9月至11月理解。',
    '接上一问：Nice，2019年。',
  ]);
});

test('that the proposer is not held is said before the pilot', () => {
  const pilot = found(query('pilots', 'what', [{ kind: 'pilot', id: 'nice-carnival' }]), ['nice-carnival'], {
    remarks: [{ kind: 'proposer' }],
  });
  expect(linesOf(pilot, viewIn('en')).slice(0, 2)).toEqual([
    'Who proposed a pilot is not recorded by itself; its description tells what is known.',
    'Nice Carnival in Haikou',
  ]);
  expect(linesOf(pilot, viewIn('zh'))[0]).toBe('资料没有单列试点由谁提出，请以试点介绍为准。');
});

test('open ends have words of their own', () => {
  const dated = (from: string, to: string) =>
    linesOf({ ...answer, remarks: [{ kind: 'dated', typed: 'x', range: { from, to } }] }, viewIn('en'))[1];
  expect(dated('2019-01-01', '9999-12-31')).toBe('“x” is read as 2019 onwards.');
  expect(dated('0001-01-01', '2020-05-31')).toBe('“x” is read as up to May 2020.');
});

test('days that were carried over are said in words, and the same month of several years once', () => {
  const carried = { kind: 'carried', words: ['Liuzhou', '2018-06', '2019-06', '2020-06'] } as const;
  const april = { kind: 'carried', words: ['2019-04-01 – 2019-05-31'] } as const;
  const answered = found(query('missions', 'when'), ['2019-10-haikou-to-nice'], {
    remarks: [carried, april],
  });
  expect(linesOf(answered, viewIn('en')).slice(1, 3)).toEqual([
    'As in your last question: Liuzhou, June of 2018, 2019 and 2020.',
    'As in your last question: April to May 2019.',
  ]);
  expect(linesOf(answered, viewIn('zh')).slice(1, 3)).toEqual([
    '接上一问：Liuzhou，2018年、2019年和2020年6月。',
    '接上一问：2019年4月至5月。',
  ]);
});

test('a repaired word is given as the record’s own name, whichever of its names was near', () => {
  const repaired = {
    kind: 'repaired',
    typed: 'Nankin',
    meant: 'Nanking',
    record: { kind: 'city', id: 'nanjing' },
  } as const;
  const answered = { ...answer, remarks: [repaired] };
  expect(linesOf(answered, viewIn('en'))[0]).toBe('Reading “Nankin” as Nanjing.');
  expect(linesOf(answered, viewIn('zh'))[0]).toBe('按“南京”理解“Nankin”。');
});
