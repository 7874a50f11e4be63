import type { Mission } from '../../programme/schema.js';
import type { Found } from '../../query/answer.js';
import type { PartyRole } from '../../query/query.js';
import { allParties } from './mission-account.js';
import { citiesOf, positiveTerms } from './queries.js';
import { namesAtMost } from './sentence.js';
import type { View } from './view.js';
import { partyName } from './words.js';

type PartiesOf = (mission: Mission) => readonly string[];

/** Those who came; where nobody travelled to the hosts, those who took part there. */
const visitorsOf: PartiesOf = ({ travellers, participants }) =>
  travellers.length > 0 ? travellers : participants;
const hostsOf: PartiesOf = ({ hosts }) => hosts;

/**
 * Who the parties of several missions were, less those that the question named. Who came somewhere is those that
 * travelled there. When only who travelled is named, "who" may mean either side, so both are told apart.
 */
export function whoTheyWere(missions: readonly Mission[], { query }: Found, view: View): string {
  const { t } = view.language;
  const named = citiesOf(query, 'any', 'host', 'traveller');
  const names = (ids: readonly string[]) => namesAtMost(ids, view, (id) => partyName(id, view));
  const others = (...sides: readonly PartiesOf[]) => {
    for (const partiesOf of sides) {
      const ids = missions.flatMap(partiesOf);
      const unnamed = ids.filter((id) => !named.has(id));
      if (unnamed.length > 0) return names(unnamed);
    }
    return names(missions.flatMap(allParties));
  };
  const asks = (role: PartyRole) => positiveTerms(query).some((term) => 'role' in term && term.role === role);
  if (asks('host')) return others(visitorsOf);
  if (!asks('traveller')) return others(allParties);
  const companions = missions.flatMap(({ travellers }) => travellers.filter((id) => !named.has(id)));
  const hosts = others(hostsOf);
  return companions.length === 0 || citiesOf(query, 'traveller').size === 0
    ? t('answers:mission.who-hosts', { hosts })
    : t('answers:mission.who-with-hosts', { hosts, travellers: names(companions) });
}
