import type { Programme } from '../../programme/programme.js';
import { JOURNEYS } from '../lexicon/word-groups.js';
import type { PartyRole, Query, Term } from '../query.js';
import { narrows } from './leaning.js';
import type { Party } from './party.js';
import type { Scene } from './scene.js';

export const isPartyTerm = (term: Term): term is Extract<Term, { kind: 'city' | 'country' | 'group' }> =>
  'role' in term;

function countryOf(programme: Programme, kind: Party['kind'], id: string): string | undefined {
  if (kind === 'country') return id;
  const city = kind === 'city' ? id : programme.groups.get(id)?.cities[0];
  return city === undefined ? undefined : programme.cities.get(city)?.country;
}

/** The groups that a city, or some city of a country or group, is in. */
function groupsOf(programme: Programme, { kind, id }: Party): string[] {
  return [...programme.groups.values()]
    .filter(
      (group) =>
        group.id === id ||
        group.cities.some((city) =>
          kind === 'country' ? programme.cities.get(city)?.country === id : city === id,
        ),
    )
    .map((group) => group.id);
}

/** "Was Oslo there?": where it was asked about stays the place, and who is named joins in. */
export const joins = (scene: Scene): boolean =>
  scene.ask === 'whether' && scene.has('there') && !scene.has(...JOURNEYS);

/** "Is Oslo a member city?": of one or the other group, whichever city is asked about next. */
const asksForMembers = (previous: readonly Party[]) =>
  previous.filter(({ kind }) => kind === 'city').length === 1 &&
  previous.filter(({ kind }, i) => kind === 'group' && previous[i - 1]?.kind === 'group').length > 0 &&
  new Set(previous.flatMap(({ kind, list }) => (kind === 'group' ? [list] : []))).size === 1;

/** Which parties of the question before stay: not those that the new ones take the place of. */
export function keptParties(previous: readonly Party[], scene: Scene, programme: Programme): Party[] {
  // A record by name is the same whatever cities were asked about.
  if (scene.names('pilot', 'mission', 'organisation')) return [];
  if (scene.parties.every(({ negated }) => negated) || narrows(scene)) return [...previous];
  if (joins(scene)) {
    // Who joined in the question before is replaced.
    const places = previous.filter(({ role }) => role !== 'any');
    return places.length > 0 ? places : [...previous];
  }
  if (previous.length < 2) return [];
  if (asksForMembers(previous)) return previous.filter(({ kind }) => kind === 'group');
  const countries = new Set(scene.parties.map(({ kind, id }) => countryOf(programme, kind, id)));
  const roles = new Set<PartyRole>(scene.parties.map(({ role }) => role).filter((role) => role !== 'any'));
  const groups = new Set(scene.parties.flatMap((party) => groupsOf(programme, party)));
  const ways: ((party: Party) => boolean)[] = [
    (party) => countries.has(countryOf(programme, party.kind, party.id)) || roles.has(party.role),
    (party) => groupsOf(programme, party).some((id) => groups.has(id)),
  ];
  for (const isReplaced of ways) {
    const kept = previous.filter((party) => !isReplaced(party));
    if (kept.length < previous.length) return kept;
  }
  return [];
}

/** New parties take the part of the one they replace, unless the words give them one. */
export function withInheritedRole(scene: Scene, previous: readonly Party[], kept: readonly Party[]): Party[] {
  const replaced = previous.filter((party) => !kept.includes(party));
  const roles = new Set(replaced.map(({ role }) => role));
  const [role] = roles;
  if (roles.size !== 1 || role === undefined) return [...scene.parties];
  return scene.parties.map((party) => (party.role === 'any' ? { ...party, role } : party));
}

export function partiesOf(previous: Query): Party[] {
  const clauses = [...previous.clauses, ...(previous.linked?.clauses ?? [])];
  return clauses.flatMap((clause, i) =>
    clause.any.filter(isPartyTerm).map(
      (term): Party => ({
        at: -1,
        kind: term.kind,
        id: term.kind === 'country' ? term.code : term.id,
        role: term.role,
        negated: clause.negated,
        byVerb: false,
        list: 1000 + i,
      }),
    ),
  );
}
