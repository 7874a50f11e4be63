import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import en from '../../locales/en/dataset.json' with { type: 'json' };
import zh from '../../locales/zh/dataset.json' with { type: 'json' };
import { parseDataset } from '../../src/programme/dataset.js';
import { generatedDataset } from '../support/generated-programme.js';

const source = () => ({ document: 'minutes', passage: 'Page 1' });

/** The smallest programme in which every kind of reference occurs; tests break one thing in it. */
const sound = () => ({
  overview: {
    name: { en: 'Lakes' },
    shortName: { en: 'Lakes' },
    summary: { en: 'Lake cities.' },
    period: { from: '2021', to: '2022-06' },
    goals: [],
    urbanAgenda: [],
    focus: { en: 'Lakes' },
    challenges: [],
    objectives: [],
    contact: { name: { en: 'Office' }, email: 'office@example.org', about: { en: 'Questions' } },
    source: source(),
  },
  sources: [{ id: 'minutes', name: { en: 'Minutes' } }],
  countries: [{ code: 'FI', name: { en: 'Finland', zh: '芬兰' } }],
  groups: [{ id: 'lake-cities', name: { zh: '湖城' }, cities: ['oulu'] }],
  cities: [
    { id: 'oulu', name: { en: 'Oulu', zh: '奥卢' }, country: 'FI', participant: true, source: source() },
    { id: 'espoo', name: { en: 'Espoo' }, country: 'FI', participant: false, source: source() },
  ],
  themes: [{ id: 'water', name: { en: 'Water' } }],
  topics: [{ id: 'ice', name: { en: 'Ice' } }],
  organisations: [
    { id: 'lake-lab', name: { en: 'Lake Lab' }, kind: 'lab', city: 'oulu', source: source() },
    { id: 'friends', name: { en: 'Friends' }, kind: 'other', source: source() },
  ],
  missions: [
    {
      id: 'first',
      title: { en: 'First' },
      date: '2021-05',
      hosts: ['oulu'],
      travellers: ['espoo'],
      organisations: ['lake-lab'],
      topics: ['ice'],
      status: 'held',
      events: [{ name: { en: 'Fair' }, city: 'oulu', date: '2021-05-20' }],
      summary: { en: 'First.' },
      source: source(),
    },
    {
      id: 'second',
      title: { en: 'Second' },
      date: '2021',
      participants: ['lake-cities', 'espoo'],
      follows: ['first'],
      status: 'planned',
      summary: { en: 'Second.' },
      source: source(),
    },
  ],
  pilots: [
    {
      id: 'skating',
      title: { en: 'Skating' },
      theme: 'water',
      cities: ['lake-cities'],
      partners: ['lake-lab'],
      topics: ['ice'],
      status: 'running',
      about: { en: 'Skating.' },
      source: source(),
    },
  ],
});

/** The faults of a programme with one thing replaced, as `path key`. */
function faultsAfter(...steps: readonly [...(string | number)[], unknown]): string[] {
  const value = steps.at(-1);
  const path = steps.slice(0, -1) as (string | number)[]; // All but the last are steps by the parameter's type.
  const json: unknown = sound();
  const parent = path.slice(0, -1).reduce<unknown>((at, step) => Reflect.get(at as object, step), json);
  Reflect.set(parent as object, path.at(-1) ?? '', value);
  return faultsOf(json);
}

function faultsOf(json: unknown): string[] {
  const result = parseDataset(json);
  if ('dataset' in result) return [];
  for (const { key, values } of result.faults) {
    for (const sentence of [en.fault[key], zh.fault[key]]) {
      for (const [, name = ''] of sentence.matchAll(/\{\{(\w+)\}\}/g)) expect(values).toHaveProperty(name);
    }
  }
  return result.faults.map(({ path, key }) => `${path} ${key}`);
}

describe('a sound programme', () => {
  it('has no fault, and gets what it left out filled in', () => {
    const result = parseDataset(sound());
    expect(result).toMatchObject({
      dataset: {
        organisations: [{ city: 'oulu' }, { city: null }],
        missions: [{ participants: [], aliases: { en: [], zh: [] } }, { hosts: [] }],
      },
    });
  });

  it('is also one that was generated', () => {
    for (const missions of [0, 1, 10, 300]) {
      const dataset = generatedDataset({ missions });
      expect(parseDataset(JSON.parse(JSON.stringify(dataset)))).toEqual({ dataset });
      expect(dataset.missions).toHaveLength(missions);
      expect(generatedDataset({ missions })).toEqual(dataset);
    }
    expect(generatedDataset({ missions: 10, seed: 2 })).not.toEqual(generatedDataset({ missions: 10 }));
  });
});

describe('a reference to what is not there', () => {
  it.each([
    [['overview', 'source', 'document', 'x'], 'overview.source.document unknown-source'],
    [['groups', 0, 'cities', 0, 'x'], 'groups[0].cities[0] unknown-city'],
    [['groups', 0, 'source', { document: 'x', passage: 'y' }], 'groups[0].source.document unknown-source'],
    [['cities', 1, 'country', 'SE'], 'cities[1].country unknown-country'],
    [['cities', 1, 'source', 'document', 'x'], 'cities[1].source.document unknown-source'],
    [['themes', 0, 'source', { document: 'x', passage: 'y' }], 'themes[0].source.document unknown-source'],
    [['organisations', 0, 'city', 'x'], 'organisations[0].city unknown-city'],
    [['organisations', 0, 'city', 'lake-cities'], 'organisations[0].city unknown-city'],
    [['organisations', 0, 'source', 'document', 'x'], 'organisations[0].source.document unknown-source'],
    [['missions', 0, 'hosts', 0, 'x'], 'missions[0].hosts[0] unknown-party'],
    [['missions', 0, 'travellers', 0, 'x'], 'missions[0].travellers[0] unknown-party'],
    [['missions', 1, 'participants', 1, 'x'], 'missions[1].participants[1] unknown-party'],
    [['missions', 0, 'organisations', 0, 'x'], 'missions[0].organisations[0] unknown-organisation'],
    [['missions', 0, 'topics', 0, 'x'], 'missions[0].topics[0] unknown-topic'],
    [['missions', 0, 'events', 0, 'city', 'x'], 'missions[0].events[0].city unknown-city'],
    [['missions', 1, 'follows', 0, 'x'], 'missions[1].follows[0] unknown-mission'],
    [['missions', 0, 'source', 'document', 'x'], 'missions[0].source.document unknown-source'],
    [['pilots', 0, 'theme', 'x'], 'pilots[0].theme unknown-theme'],
    [['pilots', 0, 'cities', 0, 'x'], 'pilots[0].cities[0] unknown-party'],
    [['pilots', 0, 'partners', 0, 'x'], 'pilots[0].partners[0] unknown-organisation'],
    [['pilots', 0, 'topics', 0, 'x'], 'pilots[0].topics[0] unknown-topic'],
    [['pilots', 0, 'source', 'document', 'x'], 'pilots[0].source.document unknown-source'],
  ] as const)('%j is a fault at its place', (steps, fault) => {
    expect(faultsAfter(...steps)).toEqual([fault]);
  });

  it('is found even by a name that every object has', () => {
    expect(faultsAfter('pilots', 0, 'theme', 'constructor')).toEqual(['pilots[0].theme unknown-theme']);
  });
});

describe('an id given twice', () => {
  it.each([
    'sources',
    'groups',
    'cities',
    'themes',
    'topics',
    'organisations',
    'missions',
    'pilots',
  ] as const)('in %s is a fault that names the first', (collection) => {
    const programme = sound();
    const records: object[] = programme[collection];
    records.push({ ...records[0] });
    const at = `${collection}[${records.length - 1}].id`;
    expect(faultsOf(programme)).toEqual([`${at} duplicate-id`]);
    expect(parseDataset(programme)).toMatchObject({ faults: [{ values: { first: `${collection}[0]` } }] });
  });

  it('is a fault of a country’s code, too', () => {
    expect(faultsAfter('countries', 1, { code: 'FI', name: { en: 'Suomi' } })).toEqual([
      'countries[1].code duplicate-id',
    ]);
  });

  it('to a city and a group is one, since a mission may name either', () => {
    expect(faultsAfter('groups', 1, { id: 'espoo', name: { en: 'Espoo' }, cities: [] })).toEqual([
      'groups[1].id duplicate-id',
    ]);
  });

  it('in one list of a record is a repetition', () => {
    expect(faultsAfter('missions', 0, 'hosts', 1, 'oulu')).toEqual(['missions[0].hosts[1] repeated']);
  });
});

describe('a record of a dataset file', () => {
  it.each(['organisations', 'missions', 'pilots'] as const)('in %s must name its source', (collection) => {
    expect(faultsAfter(collection, 0, 'source', undefined)).toEqual([`${collection}[0].source missing`]);
  });

  it('that is a mission held in some mode must name somebody', () => {
    const [first] = sound().missions;
    const nobody = { ...first, hosts: [], travellers: [], participants: [] };
    expect(faultsAfter('missions', 0, nobody)).toEqual([]);
    expect(faultsAfter('missions', 0, { ...nobody, mode: 'virtual' })).toEqual(['missions[0] nobody']);
  });

  it.each([
    [{ en: ['Espoo'], zh: [] }, 'cities[1].name.en'],
    [{ en: ['  ESPOO'], zh: [] }, 'cities[1].name.en'],
  ])('that is a city shares no name with another: %j', (aliases, place) => {
    expect(faultsAfter('cities', 0, 'aliases', aliases)).toEqual([`${place} shared-name`]);
  });

  it('that is a city may repeat its own name', () => {
    expect(faultsAfter('cities', 0, 'aliases', { en: ['OULU'], zh: ['Oulu'] })).toEqual([]);
  });

  it.each(['a\u202Eb', 'a\u0007b', 'a\u2066b', 'a\ud800b', '\u001b[31m'])('holds no %j', (text) => {
    expect(faultsAfter('pilots', 0, 'title', 'en', text)).toEqual(['pilots[0].title.en unsafe-text']);
    expect(faultsAfter('pilots', 0, 'source', 'passage', text)).toEqual([
      'pilots[0].source.passage unsafe-text',
    ]);
  });

  it('may hold several lines', () => {
    expect(faultsAfter('pilots', 0, 'about', 'en', 'One.\n\tTwo.')).toEqual([]);
  });
});

describe('dates that contradict each other', () => {
  it.each([
    [['overview', 'period', 'to', '2020-12'], 'overview.period period-order'],
    [['missions', 0, 'events', 0, 'date', '2021-06-01'], 'missions[0].events[0].date event-outside'],
    [['missions', 1, 'date', '2021-04-30'], 'missions[1].follows[0] follows-later'],
    [['missions', 1, 'follows', 0, 'second'], 'missions[1].follows[0] follows-itself'],
  ] as const)('%j', (steps, fault) => {
    expect(faultsAfter(...steps)).toEqual([fault]);
  });

  it('are none while they may agree', () => {
    expect(faultsAfter('overview', 'period', { from: '2021-06', to: '2021' })).toEqual([]);
    expect(faultsAfter('missions', 0, 'events', 0, 'date', '2021')).toEqual([]);
  });
});

describe('a wrong shape', () => {
  it.each([
    [['missions', 0, 'date', undefined], 'missions[0].date missing'],
    [['missions', 0, 'date', '2021-02-30'], 'missions[0].date no-day'],
    [['missions', 0, 'date', 202105], 'missions[0].date not-text'],
    [['missions', 0, 'status', 'done'], 'missions[0].status not-allowed'],
    [['missions', 0, 'weather', 'fine'], 'missions[0].weather unknown-field'],
    [['missions', 0, 'title', {}], 'missions[0].title no-language'],
    [['pilots', 0, 'id', 'Not An Id'], 'pilots[0].id not-id'],
    [['overview', 'contact', 'email', 'nobody'], 'overview.contact.email not-email'],
    [['topics', null], 'topics not-list'],
    [['overview', 'goals', 0, { number: 18, name: { en: 'x' } }], 'overview.goals[0].number too-big'],
    [
      ['overview', 'goals', 0, { number: 1.5, name: { en: 'x' } }],
      'overview.goals[0].number not-whole-number',
    ],
    [['overview', 'focus', 'en', ' '], 'overview.focus.en empty'],
    [['pilots', 0, 'source', 'passage', 'x'.repeat(201)], 'pilots[0].source.passage too-long'],
    [['cities', 0, 'participant', 'yes'], 'cities[0].participant not-boolean'],
    [['countries', 0, 'code', 'fi'], 'countries[0].code not-country-code'],
    [['missions', 0, 'date', 'soon'], 'missions[0].date not-date'],
    [['pilots', 0, 'about', 'Skating'], 'pilots[0].about not-object'],
  ] as const)('%j is a fault at its place', (steps, fault) => {
    expect(faultsAfter(...steps)).toContain(fault);
  });

  it('does not hide what is wrong elsewhere, nor make its own record unknown', () => {
    const programme = sound();
    Object.assign(programme.missions[0] ?? {}, { date: 'soon', hosts: ['nowhere'] });
    Object.assign(programme.missions[1] ?? {}, { participants: ['atlantis'] });
    Object.assign(programme.pilots[0] ?? {}, { theme: 'fire' });
    expect(faultsOf(programme)).toEqual([
      'missions[0].date not-date',
      'missions[1].participants[0] unknown-party',
      'pilots[0].theme unknown-theme',
    ]);
  });

  it('of any kind is answered with faults, never with an error', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(faultsOf(json).length).toBeGreaterThan(0);
      }),
    );
  });

  it('anywhere inside is answered with faults or a dataset', () => {
    const path = fc.constantFrom('overview', 'groups', 'cities', 'missions', 'pilots', 'organisations');
    fc.assert(
      fc.property(path, fc.jsonValue(), (key, value) => {
        faultsAfter(key, value);
        faultsAfter(key, 0, value);
      }),
    );
  });
});
