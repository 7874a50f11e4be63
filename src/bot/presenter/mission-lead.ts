import type { Mission } from '../../programme/schema.js';
import type { Found } from '../../query/answer.js';
import { looksAhead } from '../../query/filter/ahead.js';
import type { Block } from '../reply.js';
import { accountOf, missionName } from './mission-account.js';
import { noOutcomes, outcomesAsked } from './outcomes.js';
import { noteFact } from './provenance.js';
import { namesAtMost, sentence } from './sentence.js';
import { missionTally } from './status-tally.js';
import { timeLeft, timeOf } from './time-phrase.js';
import type { View } from './view.js';
import { noneHeld, notYetHeld } from './whether-held.js';
import { whoTheyWere } from './who.js';
import { capitalised, partyName, told, withAside } from './words.js';
import { yesOrNo } from './yes-or-no.js';

/** What one mission answers to the question: its names, date or place first, or yes or no. Nothing when a card will do. */
export function oneMissionLead(mission: Mission, found: Found, view: View): Block[] {
  const { t } = view.language;
  if (found.query.pick === 'next') return [nextOf([mission], view)];
  const when = timeOf(mission.date, view);
  const aside = mission.status === 'held' ? [] : [t(`answers:mission-status.${mission.status}`)];
  const title = withAside(told(mission.title, view), aside, view);
  switch (found.query.ask) {
    case 'who':
      return [sentence(accountOf(mission, view), view)];
    case 'when':
      return [sentence(t('answers:mission.when', { when, title }), view)];
    case 'where':
      return [sentence(t('answers:mission.where', { place: placesOf([mission], view), when, title }), view)];
    case 'whether':
      return (
        noneHeld([mission], found, view) ??
        notYetHeld([mission], found, view) ?? [
          ...yesOrNo(found, view, accountOf(mission, view)),
          ...outcomesAsked(mission, found, view),
        ]
      );
    case 'standing':
      return standingOf(mission, view);
    case 'outcomes':
      return noOutcomes([mission], view);
    default:
      return [];
  }
}

/** What several missions answer together, by those that were held where some were; the list itself follows. */
export function manyMissionsLead(all: readonly Mission[], found: Found, view: View): Block[] {
  if (found.query.pick === 'next') return [nextOf(all, view)];
  const held = looksAhead(found.query, view.today) ? [] : all.filter(({ status }) => status === 'held');
  const missions = held.length > 0 ? held : all;
  switch (found.query.ask) {
    case 'who':
      return [sentence(whoTheyWere(missions, found, view), view)];
    case 'when': {
      const dates = missions.map(({ date }) => date);
      return [sentence(namesAtMost(dates, view, view.language.formats.date), view)];
    }
    case 'where':
      return [sentence(placesOf(missions, view), view)];
    case 'whether':
      return noneHeld(missions, found, view) ?? notYetHeld(missions, found, view) ?? yesOrNo(found, view);
    case 'standing':
      return [{ kind: 'heading', text: missionTally(all, view) }];
    case 'outcomes':
      return noOutcomes(missions, view);
    default:
      return [];
  }
}

/** "Planned: March 2027 · Oslo visits Lyon", with the note of its latest change. */
function standingOf(mission: Mission, view: View): Block[] {
  const { t } = view.language;
  const status = capitalised(t(`answers:mission-status.${mission.status}`));
  const heading = t('answers:state.one', { status, title: missionName(mission, view) });
  const facts = noteFact(`mission:${mission.id}`, view);
  return [
    { kind: 'heading', text: heading },
    ...(facts.length === 0 ? [] : [{ kind: 'facts', facts } as const]),
  ];
}

/** When the next missions are, which share their date, and how far off that is. */
function nextOf(missions: readonly Mission[], view: View): Block {
  const date = missions[0]?.date ?? '';
  const { t, formats } = view.language;
  const left = timeLeft(date, view);
  const next = t('answers:mission.next', { count: missions.length, date: formats.date(date) });
  return sentence(withAside(next, left === undefined ? [] : [left], view), view);
}

/** The hosts of the missions, and "online" for those that met there. */
function placesOf(missions: readonly Mission[], view: View): string {
  const { t } = view.language;
  const hosts = missions.flatMap((mission) => (mission.mode === 'virtual' ? [] : mission.hosts));
  const online = missions.some(({ mode }) => mode === 'virtual') ? [t('answers:mission.online-place')] : [];
  // "Online" is nobody's id, so it keeps its own name.
  return hosts.length + online.length === 0
    ? t('answers:mission.no-place')
    : namesAtMost([...hosts, ...online], view, (id) => partyName(id, view));
}
