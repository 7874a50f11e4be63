import { Dataset } from '../../src/programme/schema.js';
import { inventNames, type Name, pick, randomOf, SUBJECTS } from './invented-names.js';

const MISSION_STATUSES = ['held', 'held', 'held', 'planned', 'cancelled'] as const;
const PILOT_STATUSES = ['proposed', 'agreed', 'running', 'paused', 'completed', 'cancelled'] as const;
const ORGANISATION_KINDS = [
  { kind: 'university', en: 'University', zh: '大学' },
  { kind: 'company', en: 'Works', zh: '公司' },
  { kind: 'lab', en: 'Lab', zh: '实验室' },
] as const;
const FIRST_YEAR = 2010;
const YEARS = 20;

const both = (en: string, zh: string) => ({ en, zh });
const source = { document: 'records', passage: 'Generated' };

/**
 * A sound programme of invented cities, organisations and pilots with as many missions as asked for, in both
 * languages. The same options give the same programme. Cities, organisations and pilots grow with the missions up to
 * 150, 300 and 200, as they would in a programme of many years.
 */
export function generatedDataset(options: { missions: number; seed?: number }): Dataset {
  const random = randomOf(options.seed ?? 1);
  const cityCount = Math.min(150, 10 + Math.floor(options.missions / 10));
  const names = inventNames(cityCount, random);
  const half = Math.ceil(cityCount / 2);
  const organisations = names.flatMap((city) => organisationsOf(city, random));
  return Dataset.parse({
    overview: overview(),
    sources: [{ id: 'records', name: both('programme records', '计划记录') }],
    countries: [
      { code: 'XA', name: both('Avaria', '阿瓦里亚'), aliases: { en: ['Avarian'], zh: ['阿方'] } },
      { code: 'XB', name: both('Borania', '博拉尼亚'), aliases: { en: ['Boranian'], zh: ['博方'] } },
    ],
    groups: [
      {
        id: 'avarian-cities',
        name: both('Avarian cities', '阿瓦里亚城市'),
        cities: idsOf(names.slice(0, half)),
      },
      {
        id: 'boranian-cities',
        name: both('Boranian cities', '博拉尼亚城市'),
        cities: idsOf(names.slice(half)),
      },
    ],
    cities: names.map(({ id, en, zh }, index) => ({
      id,
      name: both(en, zh),
      country: index < half ? 'XA' : 'XB',
      participant: true,
      unavailable: ['size'],
      source,
    })),
    themes: [
      { id: 'environment', name: both('Environment', '环境') },
      { id: 'crafts', name: both('Crafts', '工艺') },
      { id: 'technology', name: both('Technology', '科技') },
    ],
    topics: SUBJECTS.map(({ id, en, zh }) => ({ id, name: both(en, zh) })),
    organisations,
    missions: Array.from({ length: options.missions }, (_, index) => mission(index, names, random)),
    pilots: Array.from({ length: Math.min(200, cityCount * 2) }, (_, index) =>
      pilot(index, names, idsOf(organisations), random),
    ),
  });
}

const idsOf = (records: readonly { id: string }[]): string[] => records.map(({ id }) => id);

function overview() {
  return {
    name: both('Two Shores Programme', '两岸城市计划'),
    shortName: both('Two Shores', '两岸'),
    summary: both('Cities of two shores work together.', '两岸城市携手合作。'),
    period: { from: String(FIRST_YEAR), to: String(FIRST_YEAR + YEARS) },
    goals: [{ number: 13, name: both('Climate Action', '气候行动') }],
    urbanAgenda: [{ id: 'air', name: both('Air Quality', '空气质量') }],
    focus: both('Clean and lively cities', '清洁而有活力的城市'),
    challenges: [both('Learning from each other', '相互学习')],
    objectives: [both('To start pilots together', '共同启动试点')],
    contact: {
      name: both('Two Shores office', '两岸办公室'),
      email: 'office@example.org',
      about: both('Questions about the programme', '计划咨询'),
    },
    source,
  };
}

function organisationsOf(city: Name, random: () => number) {
  return Array.from({ length: 2 }, (_, index) => {
    const { kind, en, zh } = pick(ORGANISATION_KINDS, random);
    const ordinal = index === 0 ? both('', '') : both('New ', '新');
    return {
      id: `${city.id}-${kind}-${index + 1}`,
      name: both(`${ordinal.en}${city.en} ${en}`, `${ordinal.zh}${city.zh}${zh}`),
      kind,
      city: city.id,
      source,
    };
  });
}

function mission(index: number, cities: readonly Name[], random: () => number) {
  const [host, traveller] = twoOf(cities, random);
  const subject = pick(SUBJECTS, random);
  const date = inventDate(random);
  const virtual = random() < 0.3;
  const parties = virtual
    ? { participants: [host.id, traveller.id], mode: 'virtual' }
    : { hosts: [host.id], travellers: [traveller.id], mode: 'in-person' };
  return {
    id: `${date.slice(0, 7)}-${traveller.id}-to-${host.id}-${index + 1}`,
    title: virtual
      ? both(
          `${traveller.en}–${host.en} online: ${subject.en}`,
          `${traveller.zh}—${host.zh}线上交流：${subject.zh}`,
        )
      : both(
          `${traveller.en} visits ${host.en}: ${subject.en}`,
          `${traveller.zh}访问${host.zh}：${subject.zh}`,
        ),
    date,
    ...parties,
    status: pick(MISSION_STATUSES, random),
    outcomes: random() < 0.2 ? [{ kind: 'workshop', text: both('Workshop held', '举行研讨会') }] : [],
    topics: [subject.id],
    summary: both(
      `${traveller.en} and ${host.en} met about ${subject.en}.`,
      `${traveller.zh}与${host.zh}交流${subject.zh}。`,
    ),
    source,
  };
}

function pilot(
  index: number,
  cities: readonly Name[],
  organisations: readonly string[],
  random: () => number,
) {
  const [one, other] = twoOf(cities, random);
  const subject = pick(SUBJECTS, random);
  return {
    id: `pilot-${index + 1}-${subject.id}`,
    title: both(
      `${one.en}–${other.en} ${subject.en} pilot ${index + 1}`,
      `${one.zh}—${other.zh}${subject.zh}试点${index + 1}`,
    ),
    theme: pick(['environment', 'crafts', 'technology'], random),
    cities: [one.id, other.id],
    partners: [pick(organisations, random)],
    topics: [subject.id],
    status: pick(PILOT_STATUSES, random),
    about: both(
      `${one.en} and ${other.en} try out ${subject.en}.`,
      `${one.zh}与${other.zh}试行${subject.zh}。`,
    ),
    source,
  };
}

function twoOf(cities: readonly Name[], random: () => number): [Name, Name] {
  const one = pick(cities, random);
  const other = pick(cities, random);
  return one === other ? twoOf(cities, random) : [one, other];
}

/** Mostly months, as programmes record them, and some days and years. */
function inventDate(random: () => number): string {
  const year = FIRST_YEAR + Math.floor(random() * YEARS);
  const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
  const day = String(1 + Math.floor(random() * 28)).padStart(2, '0');
  const precision = random();
  if (precision < 0.7) return `${year}-${month}`;
  return precision < 0.95 ? `${year}-${month}-${day}` : String(year);
}
