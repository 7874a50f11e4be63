import type { Locale } from '../programme/localized.js';
import { type Localized, tell } from '../programme/localized.js';
import type { Day } from '../programme/partial-date.js';
import type { Programme } from '../programme/programme.js';

/** Things of the live programme by which help shows how a command is written, so that every example works as it stands. */
export type Samples = Readonly<Record<string, string>>;

const placeholder = /\{\{(\w+)\}\}/gu;

/** What samples are picked for: a programme, the reader's language, and the day, since a date to plan for is still to come. */
export interface Shown {
  programme: Programme;
  language: { locale: Locale };
  today: Day;
}

/** Picks the samples: `{{city}}`, `{{pilot}}`, `{{organisation}}` … of an example. A programme without one shows an ellipsis. */
export function samplesOf({ programme, language: { locale }, today }: Shown): Samples {
  const say = (value: Localized | undefined) => (value === undefined ? '…' : tell(value, locale).text);
  const cities = [...programme.cities.values()].filter((city) => city.participant);
  const missions = [...programme.missions.values()];
  const planned = missions.findLast(({ status }) => status === 'planned');
  const pilot = [...programme.pilots.values()].find(({ partners }) => partners.length > 1);
  const organisation = [...programme.organisations.values()].find(({ about }) => about !== undefined);
  return {
    city: say(cities[0]?.name),
    otherCity: say(cities.at(-1)?.name),
    year: missions.at(0)?.date.slice(0, 4) ?? '…',
    nextYear: String(Math.max(...[...missions.map(({ date }) => date), today].map(yearOf)) + 1),
    mission: missions.at(-1)?.id ?? '…',
    plannedMission: (planned ?? missions.at(-1))?.id ?? '…',
    pilot: pilot?.id ?? '…',
    pilotTitle: say(pilot?.title),
    organisation: say(organisation?.name),
    theme: say([...programme.themes.values()][0]?.name),
  };
}

const yearOf = (date: string) => Number(date.slice(0, 4));

/** An example with its placeholders filled. */
export function fillExample(template: string, samples: Samples): string {
  return template.replace(placeholder, (_, name: string) => samples[name] ?? '…');
}
