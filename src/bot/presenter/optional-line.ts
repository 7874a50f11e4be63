import type { Found } from '../../query/answer.js';
import type { Block } from '../reply.js';
import { linkedRecords } from './linked-records.js';
import { allParties } from './mission-account.js';
import { linkedTerms, positiveTerms } from './queries.js';
import { sentence } from './sentence.js';
import type { View } from './view.js';
import { partyNames, told } from './words.js';

/** As many of them as one line holds. */
const SHOWN = 6;

/**
 * What belongs only through a named group, set apart in one line: "Another 2 as part of the Chinese cities:
 * September 2018, November 2019".
 */
export function optionalLine(found: Found, view: View): Block[] {
  const count = found.optional.length;
  if (count === 0) return [];
  const { t, formats } = view.language;
  const values = { count, number: formats.number(count), names: firstNames(found.optional, view) };
  const groups = groupsBehind(found, view);
  const kind =
    found.query.intent === 'missions' || found.query.intent === 'city' ? found.query.intent : 'pilots';
  const text =
    groups.length === 0
      ? t('answers:optional.other', values)
      : t(`answers:optional.group.${kind}`, { ...values, groups: partyNames(groups, view) });
  return [{ kind: 'text', text }];
}

/** The same when it is all there is: "Not by name, but as one of the Chinese cities: September 2018, …". */
export function onlyThroughGroup(found: Found, view: View): Block | undefined {
  const { t } = view.language;
  const groups = groupsBehind(found, view);
  if (found.optional.length === 0 || groups.length === 0) return undefined;
  const values = { groups: partyNames(groups, view), names: firstNames(found.optional, view) };
  const members = new Set(groups.flatMap((id) => view.programme.groups.get(id)?.cities ?? []));
  const single = [...citiesAsked(found, view)].filter((city) => members.has(city)).length === 1;
  const asPart = single ? 'answers:none.as-one-of' : 'answers:none.as-part-of';
  return sentence(t(found.query.intent === 'city' ? 'answers:none.cities-through' : asPart, values), view);
}

/** The names of the first of them, each once. */
function firstNames(ids: readonly string[], view: View): string {
  const { t } = view.language;
  const names = new Set<string>();
  for (const id of ids) {
    names.add(shortName(id, view));
    if (names.size > SHOWN) break;
  }
  const shown = [...names].slice(0, SHOWN).join(t('answers:list.separator'));
  return names.size > SHOWN ? t('answers:list.and-others', { names: shown }) : shown;
}

/** A mission by its date, anything else by its name. */
function shortName(id: string, view: View): string {
  const { missions, pilots, organisations, cities } = view.programme;
  const mission = missions.get(id);
  if (mission !== undefined) return view.language.formats.date(mission.date);
  const name = pilots.get(id)?.title ?? organisations.get(id)?.name ?? cities.get(id)?.name;
  return name === undefined ? id : told(name, view);
}

/** The groups through which the optional records meet the cities that were asked for. */
function groupsBehind(found: Found, view: View): string[] {
  const asked = citiesAsked(found, view);
  const hasOf = (id: string, cities: ReadonlySet<string>) =>
    view.programme.groups.get(id)?.cities.some((city) => cities.has(city)) === true;
  if (found.query.intent !== 'city') {
    const parties = new Set(found.optional.flatMap((id) => partiesOf(id, view)));
    return [...parties].filter((id) => hasOf(id, asked));
  }
  // Cities may be of a group that took part, or have to do with a group that a city asked for is of.
  const optional = new Set(found.optional);
  const groups = linkedRecords(found.query, view.programme)
    .filter(({ inRole }) => inRole.some((id) => optional.has(id) || hasOf(id, optional)))
    .flatMap(({ inRole, everybody }) => [
      ...inRole.filter((id) => hasOf(id, optional)),
      ...everybody.filter((id) => hasOf(id, asked)),
    ]);
  return [...new Set(groups)];
}

function partiesOf(id: string, { programme }: View): readonly string[] {
  const mission = programme.missions.get(id);
  return mission === undefined ? (programme.pilots.get(id)?.cities ?? []) : allParties(mission);
}

function citiesAsked({ query }: Found, { programme }: View): ReadonlySet<string> {
  const cities = [...programme.cities.values()];
  return new Set(
    [...positiveTerms(query), ...linkedTerms(query)].flatMap((term) => {
      if (term.kind === 'city') return [term.id];
      if (term.kind !== 'country') return [];
      return cities.flatMap((city) => (city.country === term.code ? [city.id] : []));
    }),
  );
}
