import type { Mission } from '../../programme/schema.js';
import type { Query } from '../../query/query.js';
import type { Block, Choice, Fact } from '../reply.js';
import { historyChoice } from './history-choice.js';
import { eventNames, missionLine } from './mission-account.js';
import { asking, queryFor } from './queries.js';
import { recordsOf } from './records.js';
import type { View } from './view.js';
import { wayOnFromCities } from './ways-on.js';
import { organisationName, partyNames, told } from './words.js';

/** One mission with all that is known of it. */
export function missionCard(mission: Mission, view: View): Block[] {
  const { t, formats } = view.language;
  const title = told(mission.title, view);
  const summary = told(mission.summary, view);
  const facts: Fact[] = [];
  const add = (label: Parameters<typeof t>[0], values: readonly string[], join = formats.list) => {
    if (values.length > 0) facts.push({ label: t(label), value: join(values) });
  };
  const clauses = (values: Iterable<string>) => [...values].join(t('answers:clause-separator'));
  add('answers:label.date', [formats.date(mission.date)]);
  add(
    'answers:label.parties',
    [route(mission, view)].filter((text) => text !== ''),
  );
  add(
    'answers:label.organisations',
    mission.organisations.map((id) => organisationName(id, view)),
  );
  add('answers:label.mode', mission.mode === undefined ? [] : [t(`answers:mode.${mission.mode}`)]);
  add('answers:label.status', [t(`answers:mission-status.${mission.status}`)]);
  add('answers:label.events', eventNames(mission, view), clauses);
  add(
    'answers:label.outcomes',
    mission.outcomes.map(({ text }) => told(text, view)),
    clauses,
  );
  const before = recordsOf(view.programme.missions, mission.follows);
  add(
    'answers:label.follows',
    before.map((other) => missionLine(other, view)),
    clauses,
  );
  add(
    'answers:label.followed-by',
    followers(mission, view).map((other) => missionLine(other, view)),
    clauses,
  );
  return [
    { kind: 'heading', text: title },
    ...(summary === title ? [] : [{ kind: 'text', text: summary } as const]),
    { kind: 'facts', facts },
  ];
}

/** The ways on from a mission's card: what followed it, other records of its cities, its history. */
export function missionChoices(mission: Mission, query: Query, view: View): Choice[] {
  const { t } = view.language;
  const next = followers(mission, view)
    .slice(0, 1)
    .map((other) => ({
      label: t('answers:choice.followed-by', { title: missionLine(other, view) }),
      invocation: asking(queryFor('missions', 'what', { kind: 'mission', id: other.id })),
    }));
  const history = historyChoice(`mission:${mission.id}`, view);
  return [...history, ...next, ...wayOnFromCities(query, mission, view)].slice(0, 3);
}

/** "Rome and Granada → Nanjing", or everybody's names when nobody travelled. */
function route(mission: Mission, view: View): string {
  const { t } = view.language;
  const hosts = partyNames(mission.hosts, view);
  const extra = partyNames(
    mission.participants.filter((id) => !mission.hosts.includes(id)),
    view,
  );
  if (mission.travellers.length > 0 && mission.hosts.length > 0) {
    const values = { travellers: partyNames(mission.travellers, view), hosts };
    return extra === ''
      ? t('answers:mission.route', values)
      : t('answers:mission.route-joined', { ...values, participants: extra });
  }
  if (mission.hosts.length > 0 && mission.mode !== 'virtual') {
    return extra === ''
      ? t('answers:mission.at', { hosts })
      : t('answers:mission.at-with', { hosts, participants: extra });
  }
  return partyNames(new Set([...mission.travellers, ...mission.participants, ...mission.hosts]), view);
}

function followers(mission: Mission, { programme }: View): Mission[] {
  return [...programme.missions.values()].filter(({ follows }) => follows.includes(mission.id));
}
