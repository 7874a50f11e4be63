import { expect, test } from 'vitest';
import type { Term } from '../../../src/query/query.js';
import { city, found, linesOf, query, viewIn } from '../../support/presenting.js';

const signed: Term = { kind: 'outcome', is: 'mou-signed' };
const toYantai = '2018-11-eu-to-yantai-kunming';
const toBoth = '2019-09-rome-granada-to-yantai-liuzhou';

test('who signed is not told by who was there', () => {
  const who = found(query('missions', 'who', [signed]), [toYantai, toBoth]);
  expect(linesOf(who, viewIn('en')).slice(0, 3)).toEqual([
    'The source does not say who signed. Memoranda of understanding were signed on these missions:',
    '1 November 2018 · European cities visit Yantai and Kunming',
    '2 September 2019 · Rome and Granada visit Yantai and Liuzhou',
  ]);
  expect(linesOf(who, viewIn('zh'))[0]).toBe('来源没有说明由谁签署。签署谅解备忘录的任务：');
});

test('nor is whether somebody did', () => {
  const whether = found(query('missions', 'whether', [city('granada'), city('yantai'), signed]), [toBoth], {
    holds: true,
  });
  expect(linesOf(whether, viewIn('en')).slice(0, 3)).toEqual([
    'The source does not say who signed.',
    'Rome and Granada travelled to Yantai and Liuzhou in September 2019.',
    'Outcomes: Memoranda of understanding signed.',
  ]);
  expect(linesOf(whether, viewIn('zh')).slice(0, 3)).toEqual([
    '来源没有说明由谁签署。',
    '罗马和格拉纳达于2019年9月访问烟台和柳州。',
    '成果：签署谅解备忘录。',
  ]);
});

test('nor is it of a city that belonged to a group there', () => {
  const whether = found(query('missions', 'whether', [city('nice'), signed]), [], {
    holds: false,
    optional: [toYantai],
  });
  expect(linesOf(whether, viewIn('en')).slice(0, 2)).toEqual([
    'The source does not say who signed.',
    'The European cities travelled to Yantai and Kunming in November 2018.',
  ]);
});

test('where something was signed is told, and who did not sign anywhere', () => {
  const there = found(query('missions', 'whether', [city('liuzhou', 'host'), signed]), [toBoth], {
    holds: true,
  });
  expect(linesOf(there, viewIn('en'))[0]).toMatch(/^Yes\. /);
  const nowhere = found(query('missions', 'whether', [city('haikou'), signed]), [], { holds: false });
  expect(linesOf(nowhere, viewIn('zh'))[0]).toMatch(/^没有/);
  const workshop = found(query('missions', 'who', [{ kind: 'outcome', is: 'workshop' }]), [toBoth]);
  expect(linesOf(workshop, viewIn('en'))[0]).toMatch(/^Rome and Granada travelled/);
});
