import { expect, test } from 'vitest';
import type { Programme } from '../../../src/programme/programme.js';
import type { Mission, Organisation, Pilot } from '../../../src/programme/schema.js';
import { createQueryEngine } from '../../../src/query/create-engine.js';
import { Names } from '../../../src/query/lexicon/names.js';
import { buildVocabulary } from '../../../src/query/lexicon/vocabulary.js';
import { gist, lexicon, shipped, shippedEngine, TODAY } from '../../support/query-core.js';

const fair: Mission = {
  id: '2021-05-robot-fair',
  title: { en: 'Rome at the Harbin Robot Fair', zh: '罗马参加哈尔滨机器人展' },
  aliases: { en: [], zh: [] },
  date: '2021-05',
  hosts: ['yantai'],
  travellers: ['rome'],
  participants: [],
  organisations: [],
  mode: 'in-person',
  status: 'planned',
  events: [],
  outcomes: [],
  topics: [],
  follows: [],
  summary: { en: 'Rome would come to the fair.', zh: '罗马将参展。' },
};
const pilot: Pilot = {
  id: 'olive-lab',
  title: { en: 'Olive Oil Lab', zh: '橄榄油实验班' },
  aliases: { en: [], zh: [] },
  theme: 'education',
  cities: ['granada', 'nanjing'],
  partners: ['granada-univ'],
  topics: [],
  status: 'proposed',
  about: { en: 'Tasting and pressing', zh: '品鉴与压榨' },
};
const partner: Organisation = {
  id: 'olivares',
  name: { en: 'Olivares', zh: '奥利瓦雷斯' },
  aliases: { en: [], zh: [] },
  kind: 'company',
  city: 'granada',
};

function withRecords(): Programme {
  return {
    ...shipped,
    missions: new Map([...shipped.missions, [fair.id, fair]]),
    pilots: new Map([...shipped.pilots, [pilot.id, pilot]]),
    organisations: new Map([...shipped.organisations, [partner.id, partner]]),
  };
}

const engine = shippedEngine.with(withRecords());
const ask = (text: string) => gist(engine.ask(text, { today: TODAY }));

test.each([
  ['When is the Harbin Robot Fair?', 'missions: 2021-05-robot-fair'],
  ['哈尔滨机器人展是什么时候？', 'missions: 2021-05-robot-fair'],
  ['When does Rome go to Yantai next?', 'missions: 2021-05-robot-fair'],
  ['Who is in the Olive Oil Lab?', 'partners: granada-univ'],
  ['橄榄油实验班现在什么状态', 'status: olive-lab'],
  ['ganlanyou shiyanban', 'pilots: olive-lab'],
  ['Tell me about Olivares', 'partners: olivares'],
  ['奥利瓦雷斯是什么公司', 'partners: olivares'],
])('what was added a moment ago is found: %s', (question, answer) => {
  expect(ask(question)).toBe(answer);
});

test('the engine of before does not know it', () => {
  expect(gist(shippedEngine.ask('Tell me about Olivares', { today: TODAY }))).toBe('decline unknown-name');
});

test('a name that was taken away is no name any more', () => {
  const { missions, pilots, organisations } = shipped;
  const again = engine.with({ ...withRecords(), missions, pilots, organisations });
  expect(gist(again.ask('Tell me about Olivares', { today: TODAY }))).toBe('decline unknown-name');
});

test('only what changed is read anew', () => {
  const names = Names.of(shipped, buildVocabulary(lexicon));
  const later = names.with(withRecords());
  later.readTitles();
  const [first, added, ...others] = later.layers;
  expect(first).toBe(names.layers[0]);
  expect(new Set([...(added?.values() ?? [])].map(({ id }) => id))).toEqual(
    new Set([fair.id, pilot.id, partner.id]),
  );
  expect(others).toEqual([]);
});

test('names in titles are found after changes too', () => {
  // A new engine: that of other tests has read its titles already.
  const fresh = createQueryEngine(withRecords(), lexicon);
  const later = fresh.with({ ...withRecords(), pilots: shipped.pilots });
  expect(gist(later.ask('When is the Harbin Robot Fair?', { today: TODAY }))).toBe(
    'missions: 2021-05-robot-fair',
  );
});
