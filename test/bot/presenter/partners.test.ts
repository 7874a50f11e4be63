import { expect, test } from 'vitest';
import { partnersOf } from '../../../src/bot/presenter/queries.js';
import type { OrganisationKind } from '../../../src/programme/schema.js';
import type { Term } from '../../../src/query/query.js';
import { city, found, linesOf, query, viewIn } from '../../support/presenting.js';

const setel = query('partners', 'what', [{ kind: 'organisation', id: 'setel' }]);

test('a partner is shown on a card with what it takes part in', () => {
  expect(linesOf(found(setel, ['setel']), viewIn('en'))).toEqual([
    'Setel',
    'Company from Rome; industrial partner in the proposal for the wine institute',
    'Kind: company',
    'City: Rome',
    'Pilots: Sino-Italian Institute of Vine and Wine Science',
    '1 Sino-Italian Institute of Vine and Wine Science · 2 Partners in Rome',
    'Source: U-CAP summary',
  ]);
});

test('where leads with the city', () => {
  expect(linesOf(found({ ...setel, ask: 'where' }, ['setel']), viewIn('zh')).slice(0, 2)).toEqual([
    '罗马。',
    'Setel公司',
  ]);
  expect(linesOf(found({ ...setel, ask: 'where' }, ['cn-univs']), viewIn('en'))[0]).toBe('No single city.');
});

test('who leads with the names', () => {
  const ofWine = { ...partnersOf('wine-institute'), ask: 'who' } as const;
  expect(linesOf(found(ofWine, ['tuscia', 'setel']), viewIn('en'))).toEqual([
    'Tuscia University and Setel.',
    '1 Tuscia University (Rome)',
    '2 Setel (Rome)',
    'Reply with a number for details.',
    'Source: U-CAP summary',
  ]);
});

test('a kind of organisation is called by its own name', () => {
  const companies = query('partners', 'list', [{ kind: 'organisation-kind', is: 'company' }, city('rome')]);
  const answer = found(companies, ['setel', 'alan-advantage']);
  expect(linesOf(answer, viewIn('en'))[0]).toBe('Companies in Rome (2)');
  expect(linesOf(answer, viewIn('zh')).slice(0, 3)).toEqual([
    '罗马的企业（2家）',
    '1 Setel公司，罗马',
    '2 Alan Advantage公司，罗马',
  ]);
});

test('universities are counted apart from groups of them', () => {
  const anyOf = (...kinds: OrganisationKind[]) => ({
    any: kinds.map((is): Term => ({ kind: 'organisation-kind', is })),
    negated: false,
  });
  const counted = (items: string[], ...kinds: OrganisationKind[]) =>
    (['en', 'zh'] as const).map((locale) => {
      const clauses = [anyOf(...kinds)];
      return linesOf(found(query('partners', 'count', [], { clauses }), items), viewIn(locale))[0];
    });
  expect(counted(['luiss', 'tuscia', 'cn-univs'], 'university', 'university-group')).toEqual([
    '2 universities and 1 group of universities',
    '大学共2所，另有1个高校群体',
  ]);
  expect(counted(['luiss', 'tuscia'], 'university', 'university-group')).toEqual([
    '2 universities',
    '大学共2所',
  ]);
  expect(counted(['cn-univs', 'liuzhou-univs'], 'university-group')).toEqual([
    '2 groups of universities',
    '高校群体共2家',
  ]);
  expect(counted(['luiss', 'setel'], 'university', 'company')).toEqual([
    '2 universities or companies',
    '大学或企业共2家',
  ]);
});

test('partners have no dates', () => {
  expect(linesOf(found({ ...setel, ask: 'when' }, ['setel']), viewIn('zh'))[0]).toBe('伙伴没有时间信息。');
});

test('who a partner is says its name once', () => {
  expect(linesOf(found({ ...setel, ask: 'who' }, ['setel']), viewIn('en')).slice(0, 2)).toEqual([
    'Setel',
    'Company from Rome; industrial partner in the proposal for the wine institute',
  ]);
});
