import type { MessageKey } from '../../i18n/messages.js';
import type { Pilot } from '../../programme/schema.js';
import type { Block, Choice, Fact } from '../reply.js';
import { historyChoice } from './history-choice.js';
import { noteFact } from './provenance.js';
import { asking, cityTerm, partnersOf, queryFor } from './queries.js';
import { recordsOf } from './records.js';
import type { View } from './view.js';
import { choiceOf } from './ways-on.js';
import { organisationName, partyName, told } from './words.js';

/** One pilot with all that is known of it. */
export function pilotCard(pilot: Pilot, view: View): Block[] {
  const { t } = view.language;
  const { themes, topics } = view.programme;
  const facts: Fact[] = [];
  const add = (label: MessageKey, names: readonly string[]) => {
    if (names.length > 0) facts.push({ label: t(label), value: names.join(t('answers:list.separator')) });
  };
  add('answers:label.status', [t(`answers:status.${pilot.status}`)]);
  add(
    'answers:label.theme',
    recordsOf(themes, [pilot.theme]).map(({ name }) => told(name, view)),
  );
  add(
    'answers:label.cities',
    pilot.cities.map((id) => partyName(id, view)),
  );
  add(
    'answers:label.partners',
    pilot.partners.map((id) => organisationName(id, view)),
  );
  add(
    'answers:label.topics',
    recordsOf(topics, pilot.topics).map(({ name }) => told(name, view)),
  );
  facts.push(...noteFact(`pilot:${pilot.id}`, view));
  const title = told(pilot.title, view);
  const about = told(pilot.about, view);
  return [
    { kind: 'heading', text: title },
    ...(about === title ? [] : [{ kind: 'text', text: about } as const]),
    { kind: 'facts', facts },
  ];
}

/** The ways on from a pilot: its story, its partners, the missions of its cities, the pilots of its theme. */
export function pilotChoices(pilot: Pilot, view: View): Choice[] {
  const cities = pilot.cities.filter((id) => view.programme.cities.has(id)).slice(0, 2);
  return [
    ...historyChoice(`pilot:${pilot.id}`, view),
    ...(pilot.partners.length === 0
      ? []
      : [
          {
            label: view.language.t('answers:choice.partners'),
            invocation: asking(partnersOf(pilot.id), view),
          },
        ]),
    ...(cities.length === 0 ? [] : [choiceOf(queryFor('missions', 'list', ...cities.map(cityTerm)), view)]),
    choiceOf(queryFor('pilots', 'list', { kind: 'theme', id: pilot.theme }), view),
  ].slice(0, 3);
}
