import { expect, test } from 'vitest';
import { partnersOf } from '../../../src/bot/presenter/queries.js';
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

test('partners have no dates', () => {
  expect(linesOf(found({ ...setel, ask: 'when' }, ['setel']), viewIn('zh'))[0]).toBe('伙伴没有时间信息。');
});

test('who a partner is says its name once', () => {
  expect(linesOf(found({ ...setel, ask: 'who' }, ['setel']), viewIn('en')).slice(0, 2)).toEqual([
    'Setel',
    'Company from Rome; industrial partner in the proposal for the wine institute',
  ]);
});
