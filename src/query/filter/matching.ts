import type { Programme } from '../../programme/programme.js';
import type { Mission, Organisation, Pilot } from '../../programme/schema.js';
import type { Clause, PartyRole, Term } from '../query.js';

/** How a record meets a condition: by what it names, only through a named group, or not at all. */
export const NO = 0;
export const BY_GROUP = 1;
export const NAMED = 2;
export type Degree = typeof NO | typeof BY_GROUP | typeof NAMED;

type PartyTerm = Extract<Term, { kind: 'city' | 'country' | 'group' }>;

/** How the cities and groups that a record lists meet a condition on a city, country or group. */
function degreeOfParties(programme: Programme, parties: readonly string[], term: PartyTerm): Degree {
  let degree: Degree = NO;
  for (const party of parties) {
    const group = programme.groups.get(party);
    if (term.kind === 'group' && party === term.id) return NAMED;
    if (group === undefined) {
      if (isWithin(programme, party, term)) return NAMED;
    } else if (group.cities.some((city) => isWithin(programme, city, term))) {
      // "The Chinese cities" took part means that China did, but not that each of them did.
      if (term.kind === 'country' && group.cities.every((city) => isWithin(programme, city, term)))
        return NAMED;
      if (term.kind !== 'group') degree = BY_GROUP;
    }
  }
  return degree;
}

function isWithin(programme: Programme, city: string, term: PartyTerm): boolean {
  if (term.kind === 'city') return city === term.id;
  if (term.kind === 'country') return programme.cities.get(city)?.country === term.code;
  return programme.groups.get(term.id)?.cities.includes(city) === true;
}

export function partiesOf(mission: Mission, role: PartyRole): readonly string[] {
  if (role === 'host') return mission.hosts;
  if (role === 'traveller') return mission.travellers;
  let all = everyParty.get(mission);
  if (all === undefined) {
    all = [...mission.hosts, ...mission.travellers, ...mission.participants];
    everyParty.set(mission, all);
  }
  return all;
}

const everyParty = new WeakMap<Mission, readonly string[]>();

const sure = (holds: boolean): Degree => (holds ? NAMED : NO);

function speaksOf(programme: Programme, mission: Mission, theme: string): boolean {
  const name = programme.themes.get(theme)?.name;
  const inEnglish =
    name?.en !== undefined && mission.summary.en?.toLowerCase().includes(name.en.toLowerCase());
  return inEnglish === true || (name?.zh !== undefined && mission.summary.zh?.includes(name.zh) === true);
}

export function missionMeets(programme: Programme, mission: Mission, term: Term): Degree {
  switch (term.kind) {
    case 'city':
    case 'country':
    case 'group':
      return degreeOfParties(programme, partiesOf(mission, term.role), term);
    case 'mission':
      return sure(mission.id === term.id);
    case 'mode':
      return sure(mission.mode === term.is);
    case 'outcome':
      return sure(mission.outcomes.some((outcome) => outcome.kind === term.is));
    case 'mission-status':
      return sure(mission.status === term.is);
    case 'topic':
      return sure(mission.topics.includes(term.id));
    case 'theme':
      return sure(speaksOf(programme, mission, term.id));
    case 'organisation':
      return sure(mission.organisations.includes(term.id));
    case 'organisation-kind':
      return sure(mission.organisations.some((id) => programme.organisations.get(id)?.kind === term.is));
    default:
      return NO;
  }
}

export function pilotMeets(programme: Programme, pilot: Pilot, term: Term): Degree {
  switch (term.kind) {
    case 'city':
    case 'country':
    case 'group':
      return degreeOfParties(programme, pilot.cities, term);
    case 'pilot':
      return sure(pilot.id === term.id);
    case 'theme':
      return sure(pilot.theme === term.id);
    case 'topic':
      return sure(pilot.topics.includes(term.id));
    case 'organisation':
      return sure(pilot.partners.includes(term.id));
    case 'organisation-kind':
      return sure(pilot.partners.some((id) => programme.organisations.get(id)?.kind === term.is));
    case 'pilot-status':
      return sure(pilot.status === term.is);
    default:
      return NO;
  }
}

export function organisationMeets(programme: Programme, organisation: Organisation, term: Term): Degree {
  switch (term.kind) {
    case 'city':
    case 'country':
    case 'group':
      return organisation.city === null ? NO : degreeOfParties(programme, [organisation.city], term);
    case 'organisation':
      return sure(organisation.id === term.id);
    case 'organisation-kind':
      return sure(organisation.kind === term.is);
    default:
      return NO;
  }
}

/** The best that any term of the clause gives, or its contrary: what only a group holds is neither in nor out of a negated clause. */
function degreeOfClause(clause: Clause, meets: (term: Term) => Degree): Degree {
  let best: Degree = NO;
  for (const term of clause.any) {
    const degree = meets(term);
    if (degree > best) best = degree;
  }
  return clause.negated ? sure(best === NO) : best;
}

/** A record is as good as its weakest clause. */
export function degreeOfAll(clauses: readonly Clause[], meets: (term: Term) => Degree): Degree {
  let worst: Degree = NAMED;
  for (const clause of clauses) {
    const degree = degreeOfClause(clause, meets);
    if (degree === NO) return NO;
    if (degree < worst) worst = degree;
  }
  return worst;
}
