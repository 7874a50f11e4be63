import type { Found } from '../../query/answer.js';
import type { Fact } from '../reply.js';
import type { Body } from './body.js';
import { countFor, pilotCities, shownCity, tally } from './cities.js';
import { allParties } from './mission-account.js';
import { citiesOf } from './queries.js';
import { recordsOf, shownMission, shownPilot } from './records.js';
import type { View } from './view.js';
import { ofCity } from './ways-on.js';
import { told } from './words.js';

/**
 * Two or more cities side by side: how many of the records that were asked for each of them has. Undefined when the
 * query names no two cities.
 */
export function comparisonBody(found: Found, view: View): Body | undefined {
  const { t, formats } = view.language;
  const { programme } = view;
  const asked = citiesOf(found.query, 'any', 'host', 'traveller');
  const ids = asked.size >= 2 ? asked : new Set(found.query.intent === 'city' ? found.items : []);
  const cities = recordsOf(programme.cities, ids);
  if (cities.length < 2) return undefined;
  const every = [...found.items, ...found.optional];
  const all = found.query.intent === 'city';
  const missions = all ? [...programme.missions.values()] : recordsOf(programme.missions, every);
  const pilots = all ? [...programme.pilots.values()] : recordsOf(programme.pilots, every);
  const facts: Fact[] = cities.map((city) => {
    const parts = [
      ...(missions.length === 0
        ? []
        : [
            t('answers:compare.missions', {
              tally: tally(countFor(city.id, missions, allParties, view), view),
            }),
          ]),
      ...(pilots.length === 0
        ? []
        : [
            t('answers:compare.pilots', { tally: tally(countFor(city.id, pilots, pilotCities, view), view) }),
          ]),
    ];
    return { label: told(city.name, view), value: parts.join(t('answers:clause-separator')) };
  });
  const intent = found.query.intent === 'pilots' ? 'pilots' : 'missions';
  return {
    blocks: [
      {
        kind: 'heading',
        text: t('answers:compare.heading', {
          names: formats.list(cities.map(({ name }) => told(name, view))),
        }),
      },
      { kind: 'facts', facts },
    ],
    choices: cities.slice(0, 3).map((city) => ofCity(intent, city.id, view)),
    shown: [
      ...cities.map((city) => shownCity(city, view)),
      ...(all
        ? []
        : [
            ...missions.map((mission) => shownMission(mission, view)),
            ...pilots.map((pilot) => shownPilot(pilot, view)),
          ]),
    ],
  };
}
