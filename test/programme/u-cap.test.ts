import { readFile } from 'node:fs/promises';
import { Converter } from 'opencc-js/t2cn';
import { describe, expect, it } from 'vitest';
import { parseDataset } from '../../src/programme/dataset.js';
import { cityLinks } from '../../src/programme/programme.js';
import { createProgramme } from '../../src/programme/snapshot.js';

const json: unknown = JSON.parse(await readFile(new URL('../../data/u-cap.json', import.meta.url), 'utf8'));
const parsed = parseDataset(json);
if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
const dataset = parsed.dataset;
const programme = createProgramme(dataset);

const ids = (records: readonly { id: string }[]) => records.map(({ id }) => id);
const mission = (id: string) => programme.missions.get(id);
const pilot = (id: string) => programme.pilots.get(id);
const parties = (id: string) => {
  const { hosts, travellers, participants, mode, date } = mission(id) ?? {};
  return { hosts, travellers, participants, mode, date };
};

describe('the shipped dataset', () => {
  it('holds the cities, and Brussels as a host only', () => {
    expect(dataset.cities.map(({ id, country, participant }) => [id, country, participant])).toEqual([
      ['yantai', 'CN', true],
      ['kunming', 'CN', true],
      ['haikou', 'CN', true],
      ['liuzhou', 'CN', true],
      ['nanjing', 'CN', true],
      ['rome', 'IT', true],
      ['granada', 'ES', true],
      ['nice', 'FR', true],
      ['brussels', 'BE', false],
    ]);
  });

  it('holds the organisations with their kind and city', () => {
    expect(dataset.organisations.map(({ id, kind, city }) => [id, kind, city])).toEqual([
      ['sapienza', 'university', 'rome'],
      ['tuscia', 'university', 'rome'],
      ['luiss', 'university', 'rome'],
      ['yantai-univ', 'university', 'yantai'],
      ['granada-univ', 'university', 'granada'],
      ['kunming-univ', 'university', 'kunming'],
      ['liuzhou-univs', 'university-group', 'liuzhou'],
      ['cn-univs', 'university-group', null],
      ['setel', 'company', 'rome'],
      ['changyu', 'company', 'yantai'],
      ['smart-city-lab', 'lab', 'rome'],
      ['alan-advantage', 'company', 'rome'],
      ['convention-bureau', 'bureau', 'rome'],
      ['italian-life-style', 'company', 'rome'],
    ]);
  });

  it('holds the missions, all of them held', () => {
    expect(ids(dataset.missions)).toEqual([
      '2018-09-cn-to-rome-nice-granada',
      '2018-11-eu-to-yantai-kunming',
      '2019-04-brussels-forum-rome-roundtable',
      '2019-06-rome-granada-to-liuzhou',
      '2019-06-rome-granada-to-nanjing',
      '2019-09-rome-granada-to-yantai-liuzhou',
      '2019-10-haikou-to-nice',
      '2019-11-cn-to-rome-brussels',
      '2020-04-iuc-asia-covid-plan',
      '2020-04-liuzhou-eu-covid-exchange',
      '2020-04-granada-rome-pilot-meetings',
      '2020-05-yantai-rome-exchange',
      '2020-05-liuzhou-experts-briefing',
      '2020-06-yantai-rome-exchange',
    ]);
    expect(
      dataset.missions.every(({ id, date, status }) => id.startsWith(`${date}-`) && status === 'held'),
    ).toBe(true);
  });

  it('holds the pilots by theme, all of them proposed', () => {
    const of = (theme: string) => ids(dataset.pilots.filter((each) => each.theme === theme));
    expect(of('education')).toEqual([
      'summer-bim-gis',
      'summer-precision-agri',
      'summer-smart-tourism',
      'wine-institute',
      'heritage-exchange',
      'granada-kunming-exchange',
      'granada-liuzhou-exchange',
      'research-platform',
    ]);
    expect(of('culture')).toEqual(['art-prizes', 'nice-carnival']);
    expect(of('tourism')).toEqual([
      'mice-platform',
      'wechat-tourism',
      'granada-haikou-tourism',
      'rep-offices',
    ]);
    expect(dataset.pilots.every(({ status }) => status === 'proposed')).toBe(true);
  });

  it('holds the programme’s own facts', () => {
    const { period, goals, urbanAgenda, contact, challenges, objectives } = dataset.overview;
    expect(period).toEqual({ from: '2018-07', to: '2020-11' });
    expect(goals.map(({ number }) => number)).toEqual([4, 11]);
    expect(ids(urbanAgenda)).toEqual(['culture-cultural-heritage', 'digital-transition']);
    expect(contact.email).toBe('office@iuc-asia.eu');
    expect([challenges.length, objectives.length]).toEqual([4, 1]);
    expect(ids(dataset.themes)).toEqual(['culture', 'tourism', 'education']);
  });

  it('says what its source marks N/A', () => {
    for (const city of dataset.cities) {
      expect(city.unavailable).toEqual(city.participant ? ['province', 'population', 'size'] : []);
    }
  });
});

describe('who went where', () => {
  it('tells named cities from those of a group', () => {
    const { named, byGroup } = cityLinks(
      programme,
      mission('2018-11-eu-to-yantai-kunming')?.travellers ?? [],
    );
    expect([...named]).toEqual([]);
    expect([...byGroup]).toEqual(['rome', 'granada', 'nice']);
  });

  it.each([
    ['2018-09-cn-to-rome-nice-granada', ['rome', 'nice', 'granada'], ['cn-cities'], []],
    ['2018-11-eu-to-yantai-kunming', ['yantai', 'kunming'], ['eu-cities'], []],
    ['2019-04-brussels-forum-rome-roundtable', ['brussels', 'rome'], [], ['cn-cities', 'eu-cities']],
    ['2019-06-rome-granada-to-liuzhou', ['liuzhou'], ['rome', 'granada'], []],
    ['2019-06-rome-granada-to-nanjing', ['nanjing'], ['rome', 'granada'], []],
    ['2019-09-rome-granada-to-yantai-liuzhou', ['yantai', 'liuzhou'], ['rome', 'granada'], []],
    ['2019-10-haikou-to-nice', ['nice'], ['haikou'], []],
    ['2019-11-cn-to-rome-brussels', ['rome', 'brussels'], ['cn-cities'], ['granada', 'rome', 'nice']],
  ])('in person: %s', (id, hosts, travellers, participants) => {
    expect(parties(id)).toEqual({ hosts, travellers, participants, mode: 'in-person', date: id.slice(0, 7) });
  });

  it.each([
    ['2020-04-liuzhou-eu-covid-exchange', ['liuzhou', 'eu-cities']],
    ['2020-04-granada-rome-pilot-meetings', ['granada', 'rome', 'iuc-experts']],
    ['2020-05-yantai-rome-exchange', ['yantai', 'rome']],
    ['2020-05-liuzhou-experts-briefing', ['liuzhou', 'iuc-experts']],
    ['2020-06-yantai-rome-exchange', ['yantai', 'rome']],
  ])('online: %s', (id, participants) => {
    expect(parties(id)).toMatchObject({ hosts: [], travellers: [], participants, mode: 'virtual' });
  });

  it('does not guess who took part in the Covid-19 plan, nor how', () => {
    expect(parties('2020-04-iuc-asia-covid-plan')).toEqual({
      hosts: [],
      travellers: [],
      participants: [],
      mode: undefined,
      date: '2020-04',
    });
  });

  it('knows the one day that is on record', () => {
    const dated = dataset.missions.flatMap(({ id, events }) =>
      events.flatMap(({ date, city }) => (date === undefined ? [] : [[id, date, city]])),
    );
    expect(dated).toEqual([['2019-11-cn-to-rome-brussels', '2019-11-20', 'brussels']]);
  });

  it('knows what came of it', () => {
    const withOutcome = (kind: string) =>
      ids(dataset.missions.filter(({ outcomes }) => outcomes.some((outcome) => outcome.kind === kind)));
    expect(withOutcome('mou-signed')).toEqual([
      '2018-11-eu-to-yantai-kunming',
      '2019-09-rome-granada-to-yantai-liuzhou',
    ]);
    expect(withOutcome('workshop')).toEqual(['2018-09-cn-to-rome-nice-granada']);
    expect(withOutcome('pilots-identified')).toEqual(['2019-09-rome-granada-to-yantai-liuzhou']);
    expect(withOutcome('webinar')).toEqual(['2019-04-brussels-forum-rome-roundtable']);
    expect(mission('2019-06-rome-granada-to-liuzhou')?.follows).toEqual([
      '2019-04-brussels-forum-rome-roundtable',
    ]);
    expect(mission('2018-11-eu-to-yantai-kunming')?.follows).toEqual(['2018-09-cn-to-rome-nice-granada']);
  });
});

describe('who would run a pilot', () => {
  it.each([
    ['summer-bim-gis', ['sapienza'], ['rome']],
    ['summer-precision-agri', ['yantai-univ', 'tuscia'], ['yantai', 'rome']],
    ['summer-smart-tourism', ['luiss'], ['rome']],
    ['wine-institute', ['tuscia', 'yantai-univ', 'setel', 'changyu'], ['rome', 'yantai']],
    ['heritage-exchange', ['yantai-univ', 'sapienza'], ['yantai', 'rome']],
    ['granada-kunming-exchange', ['granada-univ', 'kunming-univ'], ['granada', 'kunming']],
    ['granada-liuzhou-exchange', ['granada-univ', 'liuzhou-univs'], ['granada', 'liuzhou']],
    ['research-platform', ['smart-city-lab', 'cn-univs'], ['rome', 'cn-cities']],
    ['art-prizes', ['alan-advantage'], ['rome', 'nanjing']],
    ['nice-carnival', [], ['haikou', 'nice']],
    ['mice-platform', ['convention-bureau'], ['rome', 'cn-cities']],
    ['wechat-tourism', ['italian-life-style'], ['rome']],
    ['granada-haikou-tourism', [], ['granada', 'haikou']],
    ['rep-offices', [], []],
  ])('%s', (id, partners, cities) => {
    expect(pilot(id)?.partners).toEqual(partners);
    expect(pilot(id)?.cities).toEqual(cities);
  });

  it.each([
    ['student-exchange', ['heritage-exchange', 'granada-kunming-exchange', 'granada-liuzhou-exchange']],
    ['internships', ['granada-kunming-exchange', 'granada-liuzhou-exchange']],
    ['blockchain', ['granada-kunming-exchange']],
    ['summer-school', ['summer-bim-gis', 'summer-precision-agri', 'summer-smart-tourism']],
    ['smart-tourism', ['summer-smart-tourism', 'mice-platform', 'granada-haikou-tourism', 'rep-offices']],
    ['digital-services', ['mice-platform', 'wechat-tourism']],
    ['platform', ['research-platform', 'mice-platform']],
    ['wine', ['wine-institute']],
  ])('is about %s', (topic, pilots) => {
    expect(ids(dataset.pilots.filter(({ topics }) => topics.includes(topic)))).toEqual(pilots);
  });
});

describe('the words', () => {
  const texts = [...textsOf(json)];
  const simplified = Converter({ from: 't', to: 'cn' });
  /** Names that Chinese keeps in Latin letters. */
  const latinInChinese = ['U-CAP', 'BIM', 'GIS'];

  it('are all there in both languages', () => {
    expect(texts.length).toBeGreaterThan(150);
    expect(texts.filter(({ en, zh }) => en === undefined || zh === undefined)).toEqual([]);
  });

  it('are in the language that they say', () => {
    const words = texts.flatMap(({ en, zh }) => [
      ...[en].flat().map((text) => ({ text, ok: !/\p{Script=Han}/u.test(text ?? '') })),
      ...[zh].flat().map((text) => ({
        text,
        ok: /\p{Script=Han}/u.test(text ?? '') || latinInChinese.includes(text ?? ''),
      })),
    ]);
    expect(words.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('are in simplified Chinese with Chinese punctuation', () => {
    const chinese = texts.flatMap(({ zh }) => [zh ?? []].flat());
    expect(chinese.filter((text) => simplified(text) !== text)).toEqual([]);
    expect(chinese.filter((text) => /\p{Script=Han}[,;:!?()]|[,;:!?()]\p{Script=Han}/u.test(text))).toEqual(
      [],
    );
  });

  it('of a title fit into a line of a list', () => {
    for (const { title } of [...dataset.missions, ...dataset.pilots]) {
      expect(title.en?.length, title.en).toBeLessThanOrEqual(62);
      expect(title.zh?.length, title.zh).toBeLessThanOrEqual(30);
    }
  });

  it('of a summary fit onto a phone', () => {
    for (const text of [
      ...dataset.missions.map(({ summary }) => summary),
      ...dataset.pilots.map(({ about }) => about),
    ]) {
      expect(text.en?.length, text.en).toBeLessThanOrEqual(320);
      expect(text.zh?.length, text.zh).toBeLessThanOrEqual(130);
    }
  });

  it('by which a record is called belong to that record alone', () => {
    const owners = new Map<string, Set<string>>();
    const own = (owner: string, words: readonly (string | undefined)[]) => {
      for (const word of words) {
        if (word !== undefined) {
          const key = word.toLowerCase();
          owners.set(key, (owners.get(key) ?? new Set()).add(owner));
        }
      }
    };
    for (const { code, name, aliases } of dataset.countries)
      own(code, [...Object.values(name), ...aliases.en, ...aliases.zh]);
    for (const collection of ['groups', 'cities', 'themes', 'topics', 'organisations'] as const) {
      for (const { id, name, aliases } of dataset[collection]) {
        own(`${collection} ${id}`, [...Object.values(name), ...aliases.en, ...aliases.zh]);
      }
    }
    for (const collection of ['missions', 'pilots'] as const) {
      for (const { id, aliases } of dataset[collection])
        own(`${collection} ${id}`, [...aliases.en, ...aliases.zh]);
    }
    for (const { id, events } of dataset.missions) {
      for (const { name, aliases } of events) {
        own(`missions ${id}`, [...Object.values(name), ...aliases.en, ...aliases.zh]);
      }
    }
    expect([...owners].filter(([, of]) => of.size > 1).map(([word, of]) => [word, ...of])).toEqual([]);
  });
});

describe('the sources', () => {
  it('are named by every record', () => {
    const records: readonly { source?: unknown }[] = [
      dataset.overview,
      ...dataset.groups,
      ...dataset.cities,
      ...dataset.themes,
      ...dataset.organisations,
      ...dataset.missions,
      ...dataset.pilots,
    ];
    expect(records.filter(({ source }) => source === undefined)).toEqual([]);
  });
});

interface Bilingual {
  en?: string | readonly string[];
  zh?: string | readonly string[];
}

/** Every pair of texts in both languages, wherever it stands in the file. */
function* textsOf(value: unknown): Iterable<Bilingual> {
  if (typeof value !== 'object' || value === null) return;
  if ('en' in value || 'zh' in value)
    yield value as Bilingual; // The schema has checked what `en` and `zh` hold.
  else for (const part of Object.values(value)) yield* textsOf(part);
}
