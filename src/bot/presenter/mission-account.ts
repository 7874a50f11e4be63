import type { Mission } from '../../programme/schema.js';
import { timeOf } from './time-phrase.js';
import type { View } from './view.js';
import { partyNames, told, withAside } from './words.js';

/** Everybody in a mission: travellers, then those who took part, then hosts. */
export function allParties({ travellers, participants, hosts }: Mission): string[] {
  return [...new Set([...travellers, ...participants, ...hosts])];
}

/** Those who took part beside hosts and travellers. */
export function otherParticipants({ participants, hosts, travellers }: Mission): string[] {
  return participants.filter((id) => !hosts.includes(id) && !travellers.includes(id));
}

/** One line of a list: "June 2019 · Rome and Granada visit Nanjing", with its status when it was not held. */
export function missionLine(mission: Mission, view: View): string {
  const { t } = view.language;
  const aside = mission.status === 'held' ? [] : [t(`answers:mission-status.${mission.status}`)];
  return withAside(missionName(mission, view), aside, view);
}

/** A mission's date and title. */
export function missionName(mission: Mission, view: View): string {
  const { t, formats } = view.language;
  return t('answers:mission.line', { date: formats.date(mission.date), title: told(mission.title, view) });
}

/** The mission's events, with their day where it is known: "IUC Asia meetings (20 November 2019)". */
export function eventNames(mission: Mission, view: View): string[] {
  return mission.events.map(({ name, date }) =>
    withAside(told(name, view), date === undefined ? [] : [view.language.formats.date(date)], view),
  );
}

/**
 * Who did what and when, with the names first: "Rome and Granada travelled to Nanjing in June 2019 (Nanjing Tech
 * Week)". No full stop.
 */
export function accountOf(mission: Mission, view: View): string {
  const events = mission.events
    .map(({ name }) => told(name, view))
    .join(view.language.t('answers:list.separator'));
  return withAside(deed(mission, view), events === '' ? [] : [events], view);
}

function deed(mission: Mission, view: View): string {
  const { t } = view.language;
  const { status } = mission;
  const when = timeOf(mission.date, view);
  const everybody = allParties(mission);
  const hosts = partyNames(mission.hosts, view);
  const others = partyNames(otherParticipants(mission), view);
  if (everybody.length === 0) return t('answers:mission.titled', { title: told(mission.title, view), when });
  if (mission.mode === 'virtual') {
    return t(`answers:mission.online.${status}`, { participants: partyNames(everybody, view), when });
  }
  if (hosts === '') {
    return t(`answers:mission.exchange.${status}`, { participants: partyNames(everybody, view), when });
  }
  if (mission.travellers.length > 0) {
    const travellers = partyNames(mission.travellers, view);
    const account = t(`answers:mission.journey.${status}`, { travellers, hosts, when });
    return others === '' ? account : t('answers:mission.joined', { account, participants: others });
  }
  return others === ''
    ? t(`answers:mission.venue.${status}`, { hosts, when })
    : t(`answers:mission.gathering.${status}`, { hosts, participants: others, when });
}
