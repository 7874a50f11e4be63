import { expect, test } from 'vitest';
import type { Programme } from '../../../src/programme/programme.js';
import type { Pilot } from '../../../src/programme/schema.js';
import { createQueryEngine } from '../../../src/query/create-engine.js';
import { gist, lexicon, shipped, TODAY } from '../../support/query-core.js';

/** The shipped programme with another description of its carnival. */
function described(about: string): Programme {
  const carnival = shipped.pilots.get('nice-carnival') as Pilot; // it is shipped
  const changed: Pilot = { ...carnival, about: { en: about } };
  return { ...shipped, pilots: new Map([...shipped.pilots, [changed.id, changed]]) };
}

const QUESTION = 'Which pilot is about quokkas?';

test('a word in what is told of a record finds it, however often the record was changed', () => {
  let engine = createQueryEngine(shipped, lexicon);
  for (let change = 0; change < 60; change += 1) {
    engine = engine.with(described(`Quokkas dance, version ${change}`));
    expect(gist(engine.ask(QUESTION, { today: TODAY }))).toBe('pilots: nice-carnival');
  }
});

test('a word that is no longer told finds nothing', () => {
  const engine = createQueryEngine(described('Quokkas dance'), lexicon);
  expect(gist(engine.ask(QUESTION, { today: TODAY }))).toBe('pilots: nice-carnival');
  expect(gist(engine.with(described('Wombats dance')).ask(QUESTION, { today: TODAY }))).not.toMatch(
    'pilots:',
  );
  expect(gist(engine.ask(QUESTION, { today: TODAY }))).toBe('pilots: nice-carnival');
});

test('a word of very many records says nothing of any', () => {
  const carnival = shipped.pilots.get('nice-carnival') as Pilot; // it is shipped
  const many = Array.from({ length: 60 }, (_, n): [string, Pilot] => [
    `quokka-${n}`,
    { ...carnival, id: `quokka-${n}`, title: { en: `Dance ${n}` }, about: { en: 'Quokkas dance' } },
  ]);
  const engine = createQueryEngine({ ...shipped, pilots: new Map([...shipped.pilots, ...many]) }, lexicon);
  expect(gist(engine.ask(QUESTION, { today: TODAY }))).not.toMatch('pilots:');
});
