import type { Pilot } from '../../programme/schema.js';
import type { Block, Choice, Fact } from '../reply.js';
import { historyChoice } from './history-choice.js';
import { cityTerm, queryFor } from './queries.js';
import { recordsOf } from './records.js';
import type { View } from './view.js';
import { choiceOf } from './ways-on.js';
import { organisationName, partyNames, told } from './words.js';

/** One pilot with all that is known of it. */
export function pilotCard(pilot: Pilot, view: View): Block[] {
  const { t, formats } = view.language;
  const { themes, topics } = view.programme;
  const names = (values: readonly { name: Parameters<typeof told>[0] }[]) =>
    formats.list(values.map(({ name }) => told(name, view)));
  const facts: Fact[] = [
    { label: t('answers:label.status'), value: t(`answers:status.${pilot.status}`) },
    { label: t('answers:label.theme'), value: names(recordsOf(themes, [pilot.theme])) },
    { label: t('answers:label.cities'), value: partyNames(pilot.cities, view) },
    {
      label: t('answers:label.partners'),
      value: formats.list(pilot.partners.map((id) => organisationName(id, view))),
    },
    { label: t('answers:label.topics'), value: names(recordsOf(topics, pilot.topics)) },
  ];
  const title = told(pilot.title, view);
  const about = told(pilot.about, view);
  return [
    { kind: 'heading', text: title },
    ...(about === title ? [] : [{ kind: 'text', text: about } as const]),
    { kind: 'facts', facts: facts.filter(({ value }) => value !== '') },
  ];
}

/** The ways on from a pilot: its story, its partners, the missions that link its cities. */
export function pilotChoices(pilot: Pilot, view: View): Choice[] {
  const { t } = view.language;
  const cities = pilot.cities.filter((id) => view.programme.cities.has(id)).slice(0, 2);
  const partners = queryFor('partners', 'list', { kind: 'pilot', id: pilot.id });
  const more = queryFor('pilots', 'list', { kind: 'theme', id: pilot.theme });
  return [
    ...historyChoice(`pilot:${pilot.id}`, view),
    ...(pilot.partners.length === 0
      ? []
      : [{ ...choiceOf(partners, view), label: t('answers:choice.partners') }]),
    ...(cities.length === 0 ? [] : [choiceOf(queryFor('missions', 'list', ...cities.map(cityTerm)), view)]),
    choiceOf(more, view),
  ].slice(0, 3);
}
