import type { City } from '../../programme/schema.js';
import type { Found } from '../../query/answer.js';
import type { Block, Fact, ListItem } from '../reply.js';
import type { Body, Shown } from './body.js';
import { countOf, recordsFor, tally } from './city-counts.js';
import { journeysBody } from './city-journeys.js';
import { listHeading, numbered, pageOf } from './listing.js';
import { optionalLine } from './optional-line.js';
import { plannedBehind } from './planned.js';
import { asking, cityTerm, queryFor } from './queries.js';
import { recordsOf } from './records.js';
import { namesAtMost, sentence } from './sentence.js';
import { tidied } from './tidy-query.js';
import type { View } from './view.js';
import { ofCity } from './ways-on.js';
import { countryName, told, withAside } from './words.js';
import { yesOrNo } from './yes-or-no.js';

const kinds = ['missions', 'pilots', 'partners'] as const;

/** Cities: the answer to what was asked of them, then the card of the one or the list of them. */
export function cityBody(found: Found, view: View): Body {
  const journeys = journeysBody(found, view);
  if (journeys !== undefined) return journeys;
  const cities = recordsOf(view.programme.cities, found.items);
  const [only] = cities;
  const optional = [...optionalLine(found, view), ...plannedBehind(found, view)];
  if (cities.length === 1 && only !== undefined) {
    return {
      blocks: [...lead(cities, found, view), ...card(only, view), ...optional],
      choices: kinds.flatMap((intent) => ofCity(intent, only.id, view)),
      shown: [shownCity(only, view)],
    };
  }
  const page = pageOf(cities, 'city', found, view);
  const list = numbered(page.records.map((city) => item(city, view)));
  const leading = lead(cities, found, view);
  const isNamed = leading.length > 0 && found.query.ask !== 'whether';
  return {
    blocks: [
      ...leading,
      ...(isNamed ? [] : [listHeading('city', found, view)]),
      list,
      ...page.blocks,
      ...optional,
    ],
    choices: page.choices,
    shown: page.records.map((city) => shownCity(city, view)),
  };
}

export function shownCity(city: City, view: View): Shown {
  return { title: told(city.name, view), document: city.source.document };
}

/** A list of more names is itself the answer to "which". */
const NAMED = 5;

function lead(cities: readonly City[], found: Found, view: View): Block[] {
  switch (found.query.ask) {
    case 'who': {
      const names = cities.map(({ name }) => told(name, view));
      return names.length > NAMED ? [] : [sentence(namesAtMost(names, view), view)];
    }
    case 'where': {
      const countries = cities.map(({ country }) => country);
      return [
        sentence(
          namesAtMost(countries, view, (code) => countryName(code, view)),
          view,
        ),
      ];
    }
    case 'whether':
      return whether(cities, found, view);
    default:
      return [];
  }
}

/** A city that only hosted is asked about as if it were a member; the answer to that is no. */
function whether(cities: readonly City[], found: Found, view: View): Block[] {
  const [only] = cities.length === 1 ? cities : [];
  const named = found.query.linked === undefined && tidied(found.query, view.programme).clauses.length === 1;
  return only !== undefined && !only.participant && named
    ? [{ kind: 'text', text: view.language.t('answers:city.no-member', { name: told(only.name, view) }) }]
    : yesOrNo(found, view);
}

/** One city: where it is, its part in the programme, its records in numbers, and what the source leaves open. */
function card(city: City, view: View): Block[] {
  const { t } = view.language;
  const facts: Fact[] = [
    { label: t('answers:label.country'), value: countryName(city.country, view) },
    { label: t('answers:label.role'), value: t(`answers:city.${city.participant ? 'member' : 'host-only'}`) },
    ...kinds.map((intent) => ({
      label: t(`answers:label.${intent}`),
      value: tally(intent, countOf(city.id, recordsFor(intent, view), view), view),
    })),
  ];
  if (city.unavailable.length > 0) {
    const fields = city.unavailable.map((field) => t(`answers:city-field.${field}`));
    facts.push({
      label: t('answers:label.not-given'),
      value: t('answers:city.not-given', { fields: fields.join(t('answers:list.separator')) }),
    });
  }
  return [
    { kind: 'heading', text: told(city.name, view) },
    { kind: 'facts', facts },
  ];
}

function item(city: City, view: View): ListItem {
  const { t } = view.language;
  const aside = [countryName(city.country, view), ...(city.participant ? [] : [t('answers:city.host-only')])];
  return {
    text: withAside(told(city.name, view), aside, view),
    invocation: asking(queryFor('city', 'what', cityTerm(city.id)), view),
  };
}
