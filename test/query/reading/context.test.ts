import { expect, test } from 'vitest';
import { gist, shippedEngine, TODAY } from '../../support/query-core.js';

const ask = (text: string) => gist(shippedEngine.ask(text, { today: TODAY }));

test.each([
  [
    'Our concierge wants to brag about it at supper. Who went to Nanjing?',
    'missions: 2019-06-rome-granada-to-nanjing',
  ],
  [
    'A translator from Liuzhou phoned twice today. When did Haikou visit Nice?',
    'missions: 2019-10-haikou-to-nice',
  ],
  ['Small favour, my dean is nagging me: how far along is the wine institute?', 'status: wine-institute'],
  [
    'Herr Maier wonders whether he may delete the file – who went to Nanjing?',
    'missions: 2019-06-rome-granada-to-nanjing',
  ],
  ['Hello Mrs Lindqvist, who went to Nanjing?', 'missions: 2019-06-rome-granada-to-nanjing'],
])('what is told before the question needs no explanation: %s', (text, expected) => {
  expect(ask(text)).toBe(expected);
});

test.each([
  [
    'A scrapbook holds a photograph from October 2019 and no caption. Which trip could that be?',
    'missions: 2019-10-haikou-to-nice',
  ],
  [
    'I owe the board a page on the year 2018. Which missions were there?',
    'missions: 2018-09-cn-to-rome-nice-granada 2018-11-eu-to-yantai-kunming',
  ],
  [
    'My niece studies biotechnology in Granada. Is there any exchange for her?',
    'pilots: granada-kunming-exchange',
  ],
  ['The wine institute has been cancelled. Is that true?', 'status: wine-institute'],
])('what the question leaves out is taken from the sentence before: %s', (text, expected) => {
  expect(ask(text)).toBe(expected);
});

test.each([
  'I sat beside a Doctor Okonkwo at supper. What does she do in the programme?',
  'Somebody from Ulm called. Did they visit Liuzhou?',
  'Who went to Nanjing with Dr Okonkwo?',
  'Please list the missions of 2019, and quickly: which led to squabbles?',
])('a stranger to whom the question points is not left out of it: %s', (text) => {
  expect(ask(text)).not.toMatch(/^(missions|pilots|partners|city|status)/);
});
