import { expect, test } from 'vitest';
import type { Term } from '../../../src/query/query.js';
import { city, found, linesOf, query, viewIn } from '../../support/presenting.js';

const university: Term[] = [
  { kind: 'organisation-kind', is: 'university' },
  { kind: 'organisation-kind', is: 'university-group' },
];
const company: Term[] = [{ kind: 'organisation-kind', is: 'company' }];
const isA = (id: string, ...kinds: Term[][]) => {
  const { clauses } = query('partners', 'whether', [{ kind: 'organisation', id }]);
  return {
    ...query('partners', 'whether'),
    clauses: [...clauses, { any: kinds.flat(), negated: false }],
  };
};
const lead = (asked: ReturnType<typeof isA>, items: string[], locale: 'en' | 'zh') =>
  linesOf(found(asked, items, { holds: items.length > 0 }), viewIn(locale))[0];

test('what a partner is answers yes or no with its kind', () => {
  expect(lead(isA('sapienza', university), ['sapienza'], 'en')).toBe('Yes, it is a university.');
  expect(lead(isA('sapienza', university), ['sapienza'], 'zh')).toBe('是的，是大学。');
  expect(lead(isA('changyu', university), [], 'en')).toBe('No – it is a company.');
  expect(lead(isA('changyu', university), [], 'zh')).toBe('不是，是企业。');
});

test('of a choice between kinds, the kind alone is said', () => {
  expect(lead(isA('setel', university, company), ['setel'], 'en')).toBe('It is a company.');
});

test('who is not of the kind that was asked is one step away', () => {
  const lines = linesOf(found(isA('setel', university), [], { holds: false }), viewIn('en'));
  expect(lines).toContain('1 Setel');
});

test('a partner of the right kind elsewhere is told by its place', () => {
  const inYantai = isA('setel', company);
  const asked = { ...inYantai, clauses: [...inYantai.clauses, { any: [city('yantai')], negated: false }] };
  expect(lead(asked, [], 'en')).toBe('No – Setel is in Rome.');
});

test('Chinese affirms what a partner is or where it is as such, and not as something that there is', () => {
  const sapienza = query('partners', 'whether', [{ kind: 'organisation', id: 'sapienza' }, city('rome')]);
  expect(linesOf(found(sapienza, ['sapienza'], { holds: true }), viewIn('zh'))[0]).toBe('是的。');
});
