import { cityLinks } from '../../programme/programme.js';
import type { City, Mission, Pilot } from '../../programme/schema.js';
import type { Found } from '../../query/answer.js';
import type { Block, Fact, ListItem } from '../reply.js';
import type { Body, Shown } from './body.js';
import { listHeading, numbered, pageOf } from './listing.js';
import { allParties } from './mission-account.js';
import { optionalLine } from './optional-line.js';
import { asking, cityTerm, queryFor } from './queries.js';
import { recordsOf } from './records.js';
import type { View } from './view.js';
import { ofCity } from './ways-on.js';
import { capitalised, countryName, told, withAside } from './words.js';
import { yesOrNo } from './yes-or-no.js';

/** Cities: the answer to what was asked of them, then the card of the one or the list of them. */
export function cityBody(found: Found, view: View): Body {
  const cities = recordsOf(view.programme.cities, found.items);
  const [only] = cities;
  const optional = optionalLine(found, view);
  if (cities.length === 1 && only !== undefined) {
    const ways = (['missions', 'pilots', 'partners'] as const).map((intent) => ofCity(intent, only.id, view));
    return {
      blocks: [...lead(cities, found, view), ...cityCard(only, view), ...optional],
      choices: ways,
      shown: [shownCity(only, view)],
    };
  }
  const page = pageOf(cities, found, view);
  const list = numbered(page.records.map((city) => item(city, view)));
  return {
    blocks: [
      ...lead(cities, found, view),
      listHeading('city', found, view),
      list,
      ...page.blocks,
      ...optional,
    ],
    choices: page.choices,
    shown: page.records.map((city) => shownCity(city, view)),
  };
}

function lead(cities: readonly City[], found: Found, view: View): Block[] {
  const { t, formats } = view.language;
  const say = (text: string): Block[] => [
    { kind: 'text', text: t('answers:sentence', { text: capitalised(text) }) },
  ];
  switch (found.query.ask) {
    case 'who':
      return cities.length > NAMED ? [] : say(formats.list(cities.map(({ name }) => told(name, view))));
    case 'where':
      return say(formats.list(new Set(cities.map(({ country }) => countryName(country, view)))));
    case 'whether':
      return yesOrNo(found, view);
    default:
      return [];
  }
}

/** As many names as one sentence holds. */
const NAMED = 3;

/** One city: where it is, its part in the programme, its records in numbers, and what the source leaves open. */
export function cityCard(city: City, view: View): Block[] {
  const { t, formats } = view.language;
  const { missions, pilots, organisations } = view.programme;
  const facts: Fact[] = [
    { label: t('answers:label.country'), value: countryName(city.country, view) },
    {
      label: t('answers:label.role'),
      value: t(city.participant ? 'answers:city.member' : 'answers:city.host-only'),
    },
    {
      label: t('answers:label.missions'),
      value: tally(countFor(city.id, missions.values(), allParties, view), view),
    },
    {
      label: t('answers:label.pilots'),
      value: tally(countFor(city.id, pilots.values(), pilotCities, view), view),
    },
    {
      label: t('answers:label.partners'),
      value: formats.number([...organisations.values()].filter((partner) => partner.city === city.id).length),
    },
  ];
  if (city.unavailable.length > 0) {
    const fields = formats.list(city.unavailable.map((field) => t(`answers:city-field.${field}`)));
    facts.push({ label: t('answers:label.not-given'), value: t('answers:city.not-given', { fields }) });
  }
  return [
    { kind: 'heading', text: told(city.name, view) },
    { kind: 'facts', facts },
  ];
}

/** How many of the records name the city, and how many hold it only through a group. */
export interface CityCount {
  named: number;
  grouped: number;
}

/** Counts the records of a city; `parties` are the cities and groups of a record. */
export function countFor<T extends Mission | Pilot>(
  city: string,
  records: Iterable<T>,
  parties: (record: T) => readonly string[],
  { programme }: View,
): CityCount {
  const count = { named: 0, grouped: 0 };
  for (const record of records) {
    const links = cityLinks(programme, parties(record));
    if (links.named.has(city)) count.named += 1;
    else if (links.byGroup.has(city)) count.grouped += 1;
  }
  return count;
}

export function pilotCities({ cities }: Pilot): readonly string[] {
  return cities;
}

/** "4, and 2 as part of a group". */
export function tally({ named, grouped }: CityCount, { language: { t, formats } }: View): string {
  return grouped === 0
    ? formats.number(named)
    : t('answers:city.tally', { named: formats.number(named), grouped: formats.number(grouped) });
}

export function shownCity(city: City, view: View): Shown {
  return { title: told(city.name, view), document: city.source.document };
}

function item(city: City, view: View): ListItem {
  const { t } = view.language;
  const aside = [countryName(city.country, view), ...(city.participant ? [] : [t('answers:city.host-only')])];
  return {
    text: withAside(told(city.name, view), aside, view),
    invocation: asking(queryFor('city', 'what', cityTerm(city.id))),
  };
}
