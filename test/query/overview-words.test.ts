import { expect, test } from 'vitest';
import { gist, shippedEngine, TODAY } from '../support/query-core.js';

const ask = (text: string) => shippedEngine.ask(text, { today: TODAY });

test.each([
  'double degrees',
  'Are there double degrees in the programme?',
  'what about double degrees?',
  '双学位',
  '有双学位吗？',
  '双学位项目',
  '双学位有哪些',
])('what only the challenges speak of is told by them: %s', (text) => {
  expect(ask(text)).toMatchObject({ outcome: 'answer', facet: 'challenges' });
});

test.each([
  'degrees of the professors',
  'Does Rome offer double degrees?',
  'master degrees',
  'triple degrees',
  '罗马有双学位吗？',
  '学位证书',
])('what they do not say is not held: %s', (text) => {
  expect(gist(ask(text))).toMatch(/^(decline|suggest)/);
});
