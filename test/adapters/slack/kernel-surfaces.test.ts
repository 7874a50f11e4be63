import { beforeAll, expect, test } from 'vitest';
import { createSurfaces } from '../../../src/adapters/slack/kernel-surfaces.js';
import type { Surfaces } from '../../../src/adapters/slack/surfaces.js';
import { PersonId } from '../../../src/bot/identity.js';
import type { Person } from '../../../src/bot/state.js';
import type { Reader } from '../../../src/bot/store.js';
import { loadKnowledge } from '../../../src/knowledge.js';
import { shippedDataset } from '../../../src/shipped-dataset.js';
import { languages } from './rig.js';

const person = (id: string) => PersonId.parse(`slack:T1:${id}`);
const known: Person[] = [
  { id: person('U1'), identities: [person('U1')], name: 'Ann', role: 'coordinator', locale: 'zh' },
  { id: person('U2'), identities: [person('U2')], name: 'Ben', role: 'delegate' },
];
let surfaces: Surfaces;

beforeAll(async () => {
  const knowledge = loadKnowledge(shippedDataset);
  if ('faults' in knowledge) throw new Error('the shipped dataset is unsound');
  // Of the state only people are looked at.
  const view = { get: (_: string, id: string) => known.find((each) => each.id === id), all: () => known };
  surfaces = createSurfaces({
    store: { view: () => view as unknown as Reader },
    programme: { current: () => knowledge },
    languages,
    admins: new Set([person('U3')]),
    defaults: { locale: 'en' },
  });
});

test("one's own choice of language comes before Slack's hint, and that before the default", () => {
  expect(surfaces.language({ person: person('U1'), hint: { locale: 'en' } })).toBe('zh');
  expect(surfaces.language({ person: person('U2'), hint: { locale: 'zh' } })).toBe('zh');
  expect(surfaces.language({ person: person('U9') })).toBe('en');
});

test('forms are for coordinators and admins', () => {
  const formsOf = (id: string) => surfaces.forms({ person: person(id) }).length;
  expect(['U1', 'U2', 'U3', 'U9'].map(formsOf)).toEqual([4, 0, 4, 0]);
});

test('cities, partners and pilots are found by the beginning of a name in either language', () => {
  const found = (kind: Parameters<Surfaces['suggest']>[0], typed: string) =>
    surfaces.suggest(kind, typed, 'en');
  expect(found('city', 'yan')[0]).toEqual({ value: 'yantai', label: 'Yantai' });
  expect(found('city', '烟台')[0]?.value).toBe('yantai');
  expect(found('mission-or-pilot', 'wine')[0]?.value).toMatch(/^pilot:/);
  expect(found('mission-or-pilot', '').length).toBeGreaterThan(5);
  expect(found('partner', 'zzzz')).toEqual([]);
  expect(found('timezone', 'rome')[0]?.value).toBe('Europe/Rome');
  expect(found('timezone', '').length).toBe(100);
});

test('what a form offers is in the language of whoever fills it in', () => {
  const { pilotStatuses, themes } = surfaces.options('zh');
  expect(pilotStatuses[0]).toEqual({ value: 'proposed', label: '提议中' });
  expect(themes.length).toBeGreaterThan(0);
});
