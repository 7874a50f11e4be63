import { expect, test } from 'vitest';
import { inflect } from '../../../src/query/lexicon/inflect.js';

const irregular = new Map([['go', ['goes', 'went', 'gone', 'going']]]);

test.each([
  ['city', 'noun', ['city', 'cities']],
  ['workshop', 'noun', ['workshop', 'workshops']],
  ['pilot project', 'noun', ['pilot project', 'pilot projects']],
  ['speech', 'noun', ['speech', 'speeches']],
  ['host', 'verb', ['host', 'hosts', 'hosted', 'hosting']],
  ['receive', 'verb', ['receive', 'receives', 'received', 'receiving']],
  ['carry out', 'verb', ['carry out', 'carries out', 'carried out', 'carrying out']],
  ['ship', 'verb', ['ship', 'ships', 'shipped', 'shipping']],
  ['go over', 'verb', ['go over', 'goes over', 'went over', 'gone over', 'going over']],
] as const)('%s as a %s', (phrase, as, forms) => {
  expect(inflect(phrase, as, irregular)).toEqual(forms);
});
