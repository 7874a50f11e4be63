import { expect, test } from 'vitest';
import { gist, shippedEngine, TODAY } from '../../support/query-core.js';

const ask = (text: string) => gist(shippedEngine.ask(text, { today: TODAY }));

test.each([
  'Which pilots bring together universities and companies?',
  'Which pilots have both a firm and a university?',
  'Are there any pilots with both universities and companies?',
  '哪些试点既有高校又有公司',
  '公司和高校共同参与的试点有哪些',
])('a pilot with several kinds of partner has each of them: %s', (text) => {
  expect(ask(text)).toBe('pilots: wine-institute');
});

test.each(['pilots with companies but no universities', '有企业但没有大学的试点'])(
  'a kind may be left out: %s',
  (text) => {
    expect(ask(text)).toBe('pilots: art-prizes wechat-tourism');
  },
);

test.each(['Which pilots involve a lab or a company?', '哪些试点有实验室或者企业参与'])(
  'of a choice, one of them will do: %s',
  (text) => {
    expect(ask(text)).toBe('pilots: wine-institute research-platform art-prizes wechat-tourism');
  },
);

test.each([
  ['pilots with a lab', 'pilots: research-platform'],
  [
    'Pilots without universities or companies',
    'pilots: nice-carnival mice-platform granada-haikou-tourism rep-offices',
  ],
  // A partner is of one kind only.
  ['Which labs and bureaus take part?', 'partners: smart-city-lab convention-bureau'],
  ['universities in pilots with Granada', 'partners: granada-univ'],
])('the noun that leads is what is asked for: %s', (text, expected) => {
  expect(ask(text)).toBe(expected);
});
