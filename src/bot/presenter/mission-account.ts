import type { Mission } from '../../programme/schema.js';
import { timeOf } from './time-phrase.js';
import type { View } from './view.js';
import { partyNames, told, withAside } from './words.js';

/** Who did what in a mission, in one clause without its date: "Rome and Granada travelled to Nanjing". */
export function accountOf(mission: Mission, view: View): string {
  const { t } = view.language;
  const { status } = mission;
  const parties = allParties(mission);
  if (mission.mode === 'virtual') {
    return t(`answers:mission.online.${status}`, { participants: partyNames(parties, view) });
  }
  const hosts = partyNames(mission.hosts, view);
  const extra = mission.participants.filter((id) => !mission.hosts.includes(id));
  const participants = partyNames(extra, view);
  if (mission.travellers.length > 0 && mission.hosts.length > 0) {
    const account = t(`answers:mission.journey.${status}`, {
      travellers: partyNames(mission.travellers, view),
      hosts,
    });
    return extra.length === 0 ? account : t('answers:mission.joined', { account, participants });
  }
  if (mission.hosts.length > 0) {
    return extra.length === 0
      ? t(`answers:mission.venue.${status}`, { hosts })
      : t(`answers:mission.gathering.${status}`, { hosts, participants });
  }
  return parties.length === 0
    ? told(mission.title, view)
    : t(`answers:mission.exchange.${status}`, { participants: partyNames(parties, view) });
}

/** Everybody in a mission: travellers, then those who took part, then hosts. */
export function allParties({ travellers, participants, hosts }: Mission): string[] {
  return [...new Set([...travellers, ...participants, ...hosts])];
}

/** One line of a list: "June 2019 · Rome and Granada visit Nanjing", with its status when it was not held. */
export function missionLine(mission: Mission, view: View): string {
  const { t, formats } = view.language;
  const line = t('answers:mission.line', {
    date: formats.date(mission.date),
    title: told(mission.title, view),
  });
  const aside = mission.status === 'held' ? [] : [t(`answers:mission-status.${mission.status}`)];
  return withAside(line, aside, view);
}

/** The mission's events with what is known of each: "IUC Asia meetings (Brussels, 20 November 2019)". */
export function eventNames(mission: Mission, view: View): string[] {
  return mission.events.map(({ name, date }) =>
    withAside(told(name, view), date === undefined ? [] : [view.language.formats.date(date)], view),
  );
}

/** The account with its date and events, as a sentence that begins with the names. */
export function whoSentence(mission: Mission, view: View): string {
  const { t } = view.language;
  const sentence = t('answers:mission.who', {
    account: accountOf(mission, view),
    when: timeOf(mission.date, view),
  });
  return withAside(sentence, eventNames(mission, view), view);
}
