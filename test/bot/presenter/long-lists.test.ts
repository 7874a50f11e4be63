import { expect, test } from 'vitest';
import { presentAnswer } from '../../../src/bot/presenter/present.js';
import { numberedInvocations } from '../../../src/bot/reply.js';
import { createProgramme } from '../../../src/programme/snapshot.js';
import { generatedDataset } from '../../support/generated-programme.js';
import { found, linesOf, query, viewIn } from '../../support/presenting.js';

const programme = createProgramme(generatedDataset({ missions: 1200 }));
const all = query('missions', 'list');
const answer = found(all, [...programme.missions.keys()]);

test('a long list shows ten records, says how many there are, and goes on', () => {
  const lines = linesOf(answer, viewIn('en', { programme }));
  expect(lines[0]).toBe('All missions (1,200)');
  expect(lines.slice(1, 12).map((line) => line.split(' ')[0])).toEqual([
    ...Array.from({ length: 10 }, (_, index) => String(index + 1)),
    'Showing',
  ]);
  expect(lines[11]).toBe('Showing 1–10 of 1,200. To narrow it down, add a city, a year or a topic.');
  expect(lines[12]).toBe('11 Show the next 10');
  expect(lines).toHaveLength(15);
});

test('its choice carries the same question and where to go on', () => {
  const reply = presentAnswer(answer, viewIn('zh', { programme }));
  expect(numberedInvocations(reply).at(-1)).toEqual({ command: 'ask', args: { query: all, from: 10 } });
});

test('the next page goes on from there, and the last one leads nowhere', () => {
  const lines = linesOf(answer, viewIn('zh', { programme, from: 10 }));
  expect(lines[11]).toBe('以上为第11至20条，共1,200条。可加上城市、年份或议题缩小范围。');
  const last = linesOf(answer, viewIn('en', { programme, from: 1195 }));
  expect(last[6]).toMatch(/^Showing 1,196–1,200 of 1,200\./);
  expect(last.some((line) => line.includes('Show the next'))).toBe(false);
});

test('many dates or names are cut short in the sentence that leads', () => {
  const when = found(query('missions', 'when'), [...programme.missions.keys()]);
  expect(linesOf(when, viewIn('en', { programme }))[0]).toMatch(/ and \d+ more\.$/);
});

test('many optional records are cut short in their line', () => {
  const some = [...programme.missions.keys()];
  const lines = linesOf(
    found(all, some.slice(0, 2), { optional: some.slice(2) }),
    viewIn('en', { programme }),
  );
  expect(lines[3]).toMatch(/^See also: .* and others$/);
});
