import type { Mission } from '../../programme/schema.js';
import type { Found } from '../../query/answer.js';
import type { Block } from '../reply.js';
import { allParties, whoSentence } from './mission-account.js';
import { citiesOf } from './queries.js';
import { timeLeft, timeOf } from './time-phrase.js';
import type { View } from './view.js';
import { capitalised, partyNames, told, withAside } from './words.js';
import { yesOrNo } from './yes-or-no.js';

/** What one mission answers to the question: its names, date or place first, or yes or no. Nothing when a card will do. */
export function oneMissionLead(mission: Mission, found: Found, view: View): Block[] {
  const { t } = view.language;
  const when = timeOf(mission.date, view);
  const title = told(mission.title, view);
  const say = (text: string): Block[] => [
    { kind: 'text', text: t('answers:sentence', { text: capitalised(text) }) },
  ];
  if (found.query.pick === 'next') {
    const left = mission.status === 'cancelled' ? undefined : timeLeft(mission.date, view);
    return say(withAside(t('answers:mission.next', { title, when }), left === undefined ? [] : [left], view));
  }
  switch (found.query.ask) {
    case 'who':
      return say(whoSentence(mission, view));
    case 'when':
      return say(t('answers:mission.when', { when, title }));
    case 'where':
      return say(t('answers:mission.where', { place: placeOf(mission, view), when, title }));
    case 'whether':
      return yesOrNo(found, view, capitalised(whoSentence(mission, view)));
    default:
      return [];
  }
}

/** What several missions answer together; the list itself follows. */
export function manyMissionsLead(missions: readonly Mission[], found: Found, view: View): Block[] {
  const { t, formats } = view.language;
  const say = (text: string): Block[] => [
    { kind: 'text', text: t('answers:sentence', { text: capitalised(text) }) },
  ];
  switch (found.query.ask) {
    case 'who':
      return missions.length > MANY ? [] : say(whoTheyWere(missions, found, view));
    case 'when': {
      const dates = [...new Set(missions.map((mission) => formats.date(mission.date)))];
      return dates.length > MANY ? [] : say(formats.list(dates));
    }
    case 'where': {
      const places = [...new Set(missions.map((mission) => placeOf(mission, view)))];
      return places.length > MANY ? [] : say(formats.list(places));
    }
    case 'whether':
      return yesOrNo(found, view);
    default:
      return [];
  }
}

/** More than these are not named in one sentence. */
const MANY = 10;

function placeOf(mission: Mission, view: View): string {
  return mission.hosts.length === 0 || mission.mode === 'virtual'
    ? view.language.t(
        mission.mode === 'virtual' ? 'answers:mission.online-place' : 'answers:mission.no-place',
      )
    : partyNames(mission.hosts, view);
}

/**
 * The parties that the question did not name. When it named who travelled and no host, "who" may mean either side, so
 * both are told apart.
 */
function whoTheyWere(missions: readonly Mission[], { query }: Found, view: View): string {
  const { t } = view.language;
  const hosting = citiesOf(query, 'host');
  const named = citiesOf(query, 'any', 'host', 'traveller');
  const others = (pick: (mission: Mission) => readonly string[]) => {
    const ids = [...new Set(missions.flatMap(pick))];
    const unnamed = ids.filter((id) => !named.has(id));
    return unnamed.length === 0 ? ids : unnamed;
  };
  if (hosting.size === 0 && citiesOf(query, 'traveller').size > 0) {
    const hosts = partyNames(
      others((mission) => mission.hosts),
      view,
    );
    const companions = missions.flatMap((mission) => mission.travellers).filter((id) => !named.has(id));
    return companions.length === 0
      ? t('answers:mission.who-hosts', { hosts })
      : t('answers:mission.who-with-hosts', { hosts, travellers: partyNames(new Set(companions), view) });
  }
  if (hosting.size > 0)
    return partyNames(
      others(({ travellers, participants }) => [...travellers, ...participants]),
      view,
    );
  return partyNames(others(allParties), view);
}
