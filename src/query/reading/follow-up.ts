import type { Programme } from '../../programme/programme.js';
import type { DateRange, PartyRole, Query, Term } from '../query.js';
import { spoken, spokenRange } from './carried.js';
import { partyConditions } from './clauses.js';
import { readConditions } from './conditions.js';
import { asksAnew, leansBack } from './leaning.js';
import type { Party } from './party.js';
import type { Scene, Subject } from './scene.js';

/** A question that was completed from the one before it. */
export interface FollowUp {
  scene: Scene;
  dates: readonly DateRange[];
  /** The question before, continued; nothing when the words say anew what is asked for. */
  query: Query | undefined;
  /** What was taken over, for the reader. */
  carried: readonly string[];
}

const isPartyTerm = (term: Term): term is Extract<Term, { kind: 'city' | 'country' | 'group' }> =>
  'role' in term;

function countryOf(programme: Programme, kind: Party['kind'], id: string): string | undefined {
  if (kind === 'country') return id;
  const city = kind === 'city' ? id : programme.groups.get(id)?.cities[0];
  return city === undefined ? undefined : programme.cities.get(city)?.country;
}

/** Which parties of the question before stay: not those that the new ones take the place of. */
function keptParties(previous: readonly Party[], scene: Scene, programme: Programme): Party[] {
  if (scene.parties.length === 0) return [...previous];
  if (previous.length < 2) return [];
  const countries = new Set(scene.parties.map(({ kind, id }) => countryOf(programme, kind, id)));
  const roles = new Set<PartyRole>(scene.parties.map(({ role }) => role).filter((role) => role !== 'any'));
  const kept = previous.filter(
    (party) => !countries.has(countryOf(programme, party.kind, party.id)) && !roles.has(party.role),
  );
  return kept.length < previous.length ? kept : [];
}

/** New parties take the part of the one they replace, unless the words give them one. */
function withInheritedRole(scene: Scene, previous: readonly Party[], kept: readonly Party[]): Party[] {
  const replaced = previous.filter((party) => !kept.includes(party));
  const roles = new Set(replaced.map(({ role }) => role));
  const [role] = roles;
  if (roles.size !== 1 || role === undefined) return [...scene.parties];
  return scene.parties.map((party) => (party.role === 'any' ? { ...party, role } : party));
}

function partiesOf(previous: Query): Party[] {
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

const SUBJECTS: readonly Term['kind'][] = ['organisation', 'theme', 'topic', 'mission', 'pilot'];

function subjectsOf(previous: Query): Subject[] {
  const clauses = [...previous.clauses, ...(previous.linked?.clauses ?? [])];
  return clauses.flatMap((clause): Subject[] => {
    const names = clause.any.flatMap((term) =>
      SUBJECTS.includes(term.kind) && 'id' in term
        ? [{ kind: term.kind, id: term.id } as Subject['names'][number]]
        : [],
    );
    return names.length === 0 ? [] : [{ at: -1, names }];
  });
}

const isPartyClause = (clause: Query['clauses'][number]) => clause.any.some(isPartyTerm);

const isSubjectClause = (clause: Query['clauses'][number]) =>
  clause.any.some((term) => SUBJECTS.includes(term.kind));

/** The question before with its cities, subjects and days replaced by what the new words name. */
function continued(previous: Query, scene: Scene, kept: readonly Party[], programme: Programme): Query {
  const { clauses: added } = readConditions(
    previous.linked?.by ?? previous.intent,
    { ...scene, focus: undefined, parties: [], subjects: [] },
    programme,
  );
  const parties = partyConditions({ ...scene, parties: withInheritedRole(scene, partiesOf(previous), kept) });
  const { clauses: subjects } = readConditions(
    'pilots',
    { ...scene, parties: [], has: () => false },
    programme,
  );
  const stays = (clause: Query['clauses'][number]) => {
    if (scene.subjects.length > 0 && isSubjectClause(clause)) return false;
    if (scene.parties.length === 0 || !isPartyClause(clause)) return true;
    return clause.any
      .filter(isPartyTerm)
      .some((term) => kept.some((party) => party.id === (term.kind === 'country' ? term.code : term.id)));
  };
  const { linked } = previous;
  const inLink =
    linked !== undefined && (linked.clauses.some((clause) => !stays(clause)) || linked.by === 'missions');
  const fresh = [...parties, ...(scene.subjects.length > 0 ? subjects : [])];
  const own = [
    ...previous.clauses.filter((clause) => inLink || stays(clause)),
    ...(inLink ? [] : fresh),
    ...(inLink ? [] : added),
  ];
  return {
    ...previous,
    ask: scene.ask === 'list' ? previous.ask : scene.ask,
    clauses: own,
    ...(linked === undefined
      ? {}
      : {
          linked: {
            ...linked,
            clauses: [...linked.clauses.filter(stays), ...(inLink ? [...fresh, ...added] : [])],
          },
        }),
  };
}

/** Completes a question that leans on the one before; nothing when it stands by itself. */
export function followUp(scene: Scene, previous: Query, programme: Programme): FollowUp | undefined {
  if (!leansBack(scene)) return undefined;
  const before = partiesOf(previous);
  const kept = keptParties(before, scene, programme);
  const subjects = scene.subjects.length > 0 ? [] : subjectsOf(previous);
  const undated = scene.has('pilot', 'partner', 'university', 'company', 'status');
  const dates = scene.dates.length > 0 || undated ? [] : previous.dates;
  const names = [
    ...kept.map(({ kind, id }) => [kind, id] as const),
    ...subjects.flatMap((subject) => subject.names.map(({ kind, id }) => [kind, id] as const)),
  ];
  const merged = [...scene.subjects, ...subjects];
  const kinds = new Set(merged.flatMap((subject) => subject.names.map(({ kind }) => kind)));
  return {
    scene: {
      ...scene,
      parties: [...kept, ...withInheritedRole(scene, before, kept)],
      subjects: merged,
      names: (...of) => of.some((kind) => kinds.has(kind)),
    },
    dates,
    query: asksAnew(scene, previous) ? undefined : continued(previous, scene, kept, programme),
    carried: [
      ...new Set([
        ...names.map(([kind, id]) => spoken(programme, kind, id, scene.tokens)),
        ...dates.slice(0, 3).map(spokenRange),
      ]),
    ],
  };
}
