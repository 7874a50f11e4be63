import { expect, it } from 'vitest';
import { indexNames, readNames } from '../../../src/bot/changes/names.js';
import { languages, shippedProgramme } from '../../support/presenting.js';

const { cities, groups, organisations } = shippedProgramme;
const parties = indexNames([...cities.values(), ...groups.values()]);
const partners = indexNames([...organisations.values()]);
const read = (typed: string, index = parties) => readNames(typed, index, languages);

it.each([
  ['rome', ['rome']],
  ['Rome, Granada and Nice', ['rome', 'granada', 'nice']],
  ['Rome, Granada, and Nice', ['rome', 'granada', 'nice']],
  ['罗马、格拉纳达和尼斯', ['rome', 'granada', 'nice']],
  ['罗马和烟台', ['rome', 'yantai']],
  ['rome，烟台', ['rome', 'yantai']],
  ['the Chinese cities and Rome', ['cn-cities', 'rome']],
  ['中国城市', ['cn-cities']],
  ['ROME,rome,Roma', ['rome']],
  ['Rome,"Granada"、“尼斯”', ['rome', 'granada', 'nice']],
])('reads %s', (typed, ids) => {
  expect(read(typed)).toEqual({ ids });
});

it('takes a name that holds an "and" for one name', () => {
  const lab = 'Smart City Lab of Rome and Lazio';
  expect(read(lab, partners)).toEqual({ ids: ['smart-city-lab'] });
  expect(read(`Setel and ${lab} and Tuscia`, partners)).toEqual({
    ids: ['setel', 'smart-city-lab', 'tuscia'],
  });
  expect(read('罗马与拉齐奥智慧城市实验室和Setel公司', partners)).toEqual({
    ids: ['smart-city-lab', 'setel'],
  });
});

it('says which name it does not know', () => {
  expect(read('Rome, Berlin')).toEqual({ unknown: 'Berlin' });
  expect(read('昆山')).toEqual({ unknown: '昆山' });
});

it('reads no more than a bounded part of an endless list', () => {
  expect(read(`${'x and '.repeat(200_000)}`)).toHaveProperty('unknown');
});
