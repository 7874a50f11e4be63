import { expect, it } from 'vitest';
import type { Query } from '../../../src/query/query.js';
import { city, found, linesOf, query, viewIn } from '../../support/presenting.js';

function cities(role: 'host' | 'traveller', of: string, dates: Query['dates']): Query {
  const term = city(of, role === 'host' ? 'traveller' : 'host');
  const clauses = [{ any: [term], negated: false }];
  return query('city', 'list', [], { dates, linked: { by: 'missions', role, negated: false, clauses } });
}

it('cities of one journey are told with its date, companions and outcomes', () => {
  const autumn = [{ from: '2019-09-01', to: '2019-11-30' }];
  const answer = found(cities('host', 'rome', autumn), ['yantai', 'liuzhou']);
  expect(linesOf(answer, viewIn('zh'))).toEqual([
    '烟台和柳州，2019年9月，与格拉纳达同行。',
    '成果：确定可能的试点项目；签署谅解备忘录。',
    '1 任务详情 · 2 罗马的其他任务',
    '来源：U-CAP 摘要',
  ]);
  expect(linesOf(answer, viewIn('en'))[0]).toBe(
    'Yantai and Liuzhou, in September 2019, together with Granada.',
  );
});

it('cities of a few journeys are told by date, and the journeys can be opened', () => {
  const visitors = found(cities('traveller', 'liuzhou', []), ['rome', 'granada']);
  expect(linesOf(visitors, viewIn('en')).slice(0, 3)).toEqual([
    'Rome and Granada, in June 2019 and in September 2019.',
    '1 June 2019 · Rome and Granada visit Liuzhou',
    '2 September 2019 · Rome and Granada visit Yantai and Liuzhou',
  ]);
});

it('cities that a group visited are set apart under the group of the city that was asked about', () => {
  const ofNice = found(cities('host', 'nice', []), [], { optional: ['yantai', 'kunming'] });
  expect(linesOf(ofNice, viewIn('zh'))[0]).toBe('资料中未单独列名，以“欧洲城市”名义的有：烟台、昆明。');
  const toRome = found(cities('traveller', 'rome', []), [], { optional: ['yantai', 'kunming'] });
  expect(linesOf(toRome, viewIn('en'))[0]).toBe(
    'Not by name, but as part of the Chinese cities: Yantai, Kunming.',
  );
});
