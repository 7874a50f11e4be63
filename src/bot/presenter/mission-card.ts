import type { MessageKey } from '../../i18n/messages.js';
import type { Mission } from '../../programme/schema.js';
import type { Query } from '../../query/query.js';
import { inForce } from '../changes/undone.js';
import type { Block, Choice, Fact } from '../reply.js';
import { historyChoice } from './history-choice.js';
import { allParties, eventNames, missionLine, otherParticipants } from './mission-account.js';
import { outcomesSoFar } from './outcomes.js';
import { noteFact } from './provenance.js';
import { asking, queryFor } from './queries.js';
import { recordsOf } from './records.js';
import type { View } from './view.js';
import { waysOnFromMission } from './ways-on.js';
import { clauses, organisationName, partyName, told } from './words.js';

/** One mission with all that is known of it. */
export function missionCard(mission: Mission, view: View): Block[] {
  const { t, formats } = view.language;
  const title = told(mission.title, view);
  const summary = isNotHeldAnyMore(mission, view) ? title : told(mission.summary, view);
  const facts: Fact[] = [{ label: t('answers:label.date'), value: formats.date(mission.date) }];
  const add = (label: MessageKey, values: readonly string[]) => {
    if (values.length > 0) facts.push({ label: t(label), value: clauses(values, view) });
  };
  if (mission.status !== 'held') add('answers:label.status', [t(`answers:mission-status.${mission.status}`)]);
  facts.push(...parties(mission, view));
  add(
    'answers:label.organisations',
    mission.organisations.map((id) => organisationName(id, view)),
  );
  if (mission.mode !== undefined) add('answers:label.mode', [t(`answers:mode.${mission.mode}`)]);
  add('answers:label.events', eventNames(mission, view));
  add(
    'answers:label.outcomes',
    outcomesSoFar(mission).map(({ text }) => told(text, view)),
  );
  facts.push(...noteFact(`mission:${mission.id}`, view));
  const before = recordsOf(view.programme.missions, mission.follows);
  add(
    'answers:label.follows',
    before.map((other) => missionLine(other, view)),
  );
  add(
    'answers:label.followed-by',
    followers(mission, view).map((other) => missionLine(other, view)),
  );
  return [
    { kind: 'heading', text: title },
    ...(summary === title ? [] : [{ kind: 'text', text: summary } as const]),
    { kind: 'facts', facts },
  ];
}

/** Whether the record was written of a mission that took place, and has another status since: it tells what did not happen. */
function isNotHeldAnyMore({ id, status }: Mission, { programme }: View): boolean {
  const changes = inForce(programme.history.get(`mission:${id}`) ?? []);
  return (
    status !== 'held' &&
    changes.some(
      (change) =>
        change.kind === 'set' &&
        change.fields.some(({ field, before }) => field === 'status' && before === 'held'),
    )
  );
}

/** The ways on from a mission's card: its history, what followed it, other records of its cities. */
export function missionChoices(mission: Mission, query: Query, view: View): Choice[] {
  const next = followers(mission, view)
    .slice(0, 1)
    .map(({ id }) => ({
      label: view.language.t('answers:choice.followed-by'),
      invocation: asking(queryFor('missions', 'what', { kind: 'mission', id }), view),
    }));
  const history = historyChoice(`mission:${mission.id}`, view);
  return [...history, ...next, ...waysOnFromMission(query, mission, view)].slice(0, 3);
}

/** "Parties: Rome, Granada → Nanjing"; when nobody travelled, who took part and where. */
function parties(mission: Mission, view: View): Fact[] {
  const { t } = view.language;
  const names = (ids: readonly string[]) =>
    ids.map((id) => partyName(id, view)).join(t('answers:list.separator'));
  const others = names(otherParticipants(mission));
  const journey = mission.travellers.length > 0 && mission.hosts.length > 0;
  if (journey) {
    const values = {
      travellers: names(mission.travellers),
      hosts: names(mission.hosts),
      participants: others,
    };
    const key = others === '' ? 'answers:mission.route' : 'answers:mission.route-joined';
    return [{ label: t('answers:label.parties'), value: t(key, values) }];
  }
  const online = mission.mode === 'virtual';
  const taking = online
    ? names(allParties(mission))
    : names([...mission.travellers, ...mission.participants]);
  const place = online ? '' : names(mission.hosts);
  return [
    ...(taking === '' ? [] : [{ label: t('answers:label.parties'), value: taking }]),
    ...(place === '' ? [] : [{ label: t('answers:label.place'), value: place }]),
  ];
}

function followers(mission: Mission, { programme }: View): Mission[] {
  return [...programme.missions.values()].filter(({ follows }) => follows.includes(mission.id));
}
