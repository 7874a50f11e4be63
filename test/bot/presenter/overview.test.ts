import { expect, test } from 'vitest';
import type { Facet } from '../../../src/query/query.js';
import { found, linesOf, query, viewIn } from '../../support/presenting.js';

const themes = (facet: Facet) => found(query('themes', 'what', [], { facet }), [], { facet });

test('the programme in brief', () => {
  expect(linesOf(found(query('overview', 'what'), [], { facet: 'summary' }), viewIn('zh'))).toEqual([
    'IUC城市合作行动计划',
    expect.stringContaining('2018年7月至2020年11月'),
    '期限：2018年7月至2020年11月',
    '城市：烟台、昆明、海口、柳州、南京、罗马、格拉纳达和尼斯',
    '主题：文化、旅游和教育',
    '任务：14项',
    '试点：14个',
    '联系：office@iuc-asia.eu',
    '1 全部任务 · 2 全部试点 · 3 合作主题',
    '来源：U-CAP 摘要',
  ]);
});

test('the period keeps to its months', () => {
  const period = found(query('overview', 'when', [], { facet: 'period' }), [], { facet: 'period' });
  expect(linesOf(period, viewIn('en')).slice(0, 2)).toEqual([
    'The cooperation period is July 2018 to November 2020.',
    '1 All missions · 2 All pilots · 3 Cooperation themes',
  ]);
});

test('themes open their pilots', () => {
  expect(linesOf(themes('themes'), viewIn('en'))).toEqual([
    'Cooperation themes',
    '1 Culture',
    '2 Tourism',
    '3 Education',
    '4 Focus of the cooperation · 5 Challenges',
    'Reply with a number for details.',
    'Source: U-CAP summary',
  ]);
});

test('goals have their numbers', () => {
  expect(linesOf(themes('sdgs'), viewIn('en'))[1]).toBe('• SDG 4: Quality Education');
  expect(linesOf(themes('sdgs'), viewIn('zh'))[1]).toBe('• 目标4：优质教育');
});

test('whether something is a topic is answered with yes first', () => {
  const facet = 'urban-agenda';
  const answer = found(query('themes', 'whether', [], { facet }), [], { facet, holds: true });
  expect(linesOf(answer, viewIn('en')).slice(0, 4)).toEqual([
    'Yes.',
    'Urban Agenda topics',
    '• Culture/Cultural Heritage',
    '• Digital Transition',
  ]);
});

test('focus, challenges and objectives lead to each other', () => {
  expect(linesOf(themes('focus'), viewIn('en')).at(-2)).toBe('1 Challenges · 2 Objectives');
  expect(linesOf(themes('challenges'), viewIn('zh')).at(-2)).toBe('1 合作重点 · 2 合作目标');
  expect(linesOf(themes('objectives'), viewIn('en'))[0]).toBe('Objectives');
});

test('the contact', () => {
  expect(linesOf(found(query('contact', 'what')), viewIn('en'))).toEqual([
    'IUC-ASIA',
    'Further information and access to the full U-CAP',
    'E-mail: office@iuc-asia.eu',
    '1 The programme in brief',
    'Source: U-CAP summary',
  ]);
});
