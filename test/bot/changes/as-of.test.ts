import { beforeAll, expect, it } from 'vitest';
import { takeAsOf } from '../../../src/bot/changes/as-of.js';
import { loadKnowledge } from '../../../src/knowledge.js';
import type { QueryEngine } from '../../../src/query/engine.js';
import { shippedDataset } from '../../../src/shipped-dataset.js';
import { languages } from '../../support/presenting.js';

let engine: QueryEngine;
beforeAll(async () => {
  const knowledge = loadKnowledge(shippedDataset);
  if ('faults' in knowledge) throw new Error('the shipped dataset is not sound');
  engine = knowledge.engine;
});

const take = (text: string) => takeAsOf({ engine, languages, today: '2021-03-15' }, text);

it.each([
  ['missions as of 2020-06', 'missions', '2020-06-30'],
  ['status wine-institute as of 12 March 2021', 'status wine-institute', '2021-03-12'],
  [
    'As of June 2020, what is the status of the wine institute?',
    'what is the status of the wine institute?',
    '2020-06-30',
  ],
  ['状态 截至 2020年6月', '状态', '2020-06-30'],
  ['截至2020年6月的状态', '的状态', '2020-06-30'],
  ['葡萄酒学院2020年6月时的状态', '葡萄酒学院状态', '2020-06-30'],
  ['pilots as of last month', 'pilots', '2021-02-28'],
  ['pilots as of March 2021', 'pilots', '2021-03-15'],
  ['截至2021年的试点', '的试点', '2021-03-15'],
  ['pilots as of April 2021', 'pilots', '2021-04-30'],
])('takes the day off %s', (typed, text, day) => {
  expect(take(typed)).toEqual({ text, day });
});

it.each(['missions 2020', '2019年6月时谁去了南京', 'status as of late', 'who went to Nanjing?'])(
  'leaves %s as it is',
  (text) => {
    expect(take(text)).toEqual({ text });
  },
);
