import type { Mission } from '../../programme/schema.js';
import type { Found } from '../../query/answer.js';
import { counts } from '../../query/filter/ahead.js';
import { NAMED, partiesOf } from '../../query/filter/matching.js';
import type { Link, Term } from '../../query/query.js';
import type { Block } from '../reply.js';
import type { Body } from './body.js';
import { linkedRecords } from './linked-records.js';
import { numbered } from './listing.js';
import { missionItem, openingOf } from './mission-item.js';
import { optionalLine } from './optional-line.js';
import { outcomesOf } from './outcomes.js';
import { plannedBehind } from './planned.js';
import { linkedTerms } from './queries.js';
import { shownMission } from './records.js';
import { namesAtMost, sentence } from './sentence.js';
import { timeOf } from './time-phrase.js';
import type { View } from './view.js';
import { otherMissionsOf } from './ways-on.js';
import { clauses, partyName } from './words.js';

/** As many journeys as are told in a sentence. */
const FEW = 3;

/**
 * Cities that journeys led to or set out from, told by the journeys: "Yantai and Liuzhou, in September 2019, together
 * with Granada." Undefined when the question is not about journeys, or about more than a sentence holds.
 */
export function journeysBody(found: Found, view: View): Body | undefined {
  const { linked, pick } = found.query;
  if (linked === undefined || linked.negated || linked.by !== 'missions' || linked.role === 'any')
    return undefined;
  const missions = pick === 'all' ? missionsBehind(found, view) : [];
  if (missions.length === 0 || missions.length > FEW) return undefined;
  const told = sentence(clauses(journeys(missions, found, linked, view), view), view);
  const [only] = missions.length === 1 ? missions : [];
  const details: Block[] =
    only === undefined
      ? [numbered(missions.map((mission) => missionItem(mission, view)))]
      : outcomesOf(only, view);
  const [asked] = citiesIn(linkedTerms(found.query));
  const others = asked === undefined ? [] : otherMissionsOf(asked, view);
  return {
    blocks: [told, ...details, ...optionalLine(found, view), ...plannedBehind(found, view)],
    choices:
      only === undefined
        ? []
        : [
            { label: view.language.t('answers:choice.details'), invocation: openingOf(only, view) },
            ...others,
          ],
    shown: missions.map((mission) => shownMission(mission, view)),
  };
}

/** The missions that the question names outright and in which one of the cities found had its role. */
function missionsBehind({ query, items }: Found, { programme, today }: View): Mission[] {
  return linkedRecords(query, programme).flatMap(({ mission, inRole, degree }) =>
    mission !== undefined &&
    degree === NAMED &&
    counts(mission, query, today) &&
    inRole.some((id) => items.includes(id))
      ? [mission]
      : [],
  );
}

/** "Liuzhou and Nanjing, in June 2019": a phrase for each date, or for the dates that have the same cities. */
function journeys(missions: readonly Mission[], found: Found, link: Link, view: View): string[] {
  const { t, formats } = view.language;
  const names = (ids: Iterable<string>) => namesAtMost(ids, view, (id) => partyName(id, view));
  const asked = citiesIn(linkedTerms(found.query));
  const dates = new Map<string, string[]>();
  for (const date of new Set(missions.map((mission) => mission.date))) {
    const parties = missions.flatMap((mission) =>
      mission.date === date ? partiesOf(mission, link.role) : [],
    );
    const cities = names(parties.filter((id) => found.items.includes(id)));
    dates.set(cities, [...(dates.get(cities) ?? []), timeOf(date, view)]);
  }
  const [only] = missions.length === 1 ? missions : [];
  const companions = (only?.travellers ?? []).filter((id) => !asked.includes(id));
  return [...dates].map(([cities, when]) => {
    const values = { cities, when: formats.list(when), companions: names(companions) };
    return link.role === 'host' && companions.length > 0 && asked.length > 0
      ? t('answers:city.visited-with', values)
      : t('answers:city.visited', values);
  });
}

function citiesIn(terms: readonly Term[]): string[] {
  return terms.flatMap((term) => (term.kind === 'city' ? [term.id] : []));
}
