import type { Programme } from '../../programme/programme.js';
import type { DateRange, Query, Term } from '../query.js';
import { spoken, spokenRange } from './carried.js';
import { kindsOf, partyConditions } from './clauses.js';
import { readConditions } from './conditions.js';
import { askedOf } from './ellipsis.js';
import { readPick } from './focus.js';
import { isPartyTerm, joins, keptParties, partiesOf, withInheritedRole } from './kept-parties.js';
import { asksAnew, asksForStatus, leansBack } from './leaning.js';
import type { Party } from './party.js';
import { readRun } from './ranks.js';
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

/** What the question before was about: another subject takes its place, but of "its partner" both are meant. */
function subjectsBefore(scene: Scene, previous: Query): Subject[] {
  const before = subjectsOf(previous);
  if (scene.subjects.length === 0) return before;
  const isOfIt = scene.ask === 'whether' && scene.has('it') && scene.has('partner', 'cooperate');
  return isOfIt && scene.names('organisation')
    ? before.filter(({ names }) => names.every(({ kind }) => kind === 'organisation')).slice(-1)
    : [];
}

const isPartyClause = (clause: Query['clauses'][number]) => clause.any.some(isPartyTerm);

const isSubjectClause = (clause: Query['clauses'][number]) =>
  clause.any.some((term) => SUBJECTS.includes(term.kind));

/** The question before with its cities, subjects, states and days replaced by what the new words name. */
function continued(
  previous: Query,
  scene: Scene,
  before: readonly Party[],
  kept: readonly Party[],
  programme: Programme,
): Query {
  const { clauses: added } = readConditions(
    previous.linked?.by ?? previous.intent,
    { ...scene, focus: undefined, parties: [], subjects: [] },
    programme,
  );
  const parties = partyConditions({ ...scene, parties: withInheritedRole(scene, before, kept) });
  const { clauses: subjects } = readConditions(
    'pilots',
    { ...scene, parties: [], has: () => false },
    programme,
  );
  const replaced = kindsOf(added);
  const stays = (clause: Query['clauses'][number]) => {
    if (clause.any.some((term) => replaced.has(term.kind))) return false;
    if (scene.subjects.length > 0 && isSubjectClause(clause)) return false;
    if (scene.parties.length === 0 || !isPartyClause(clause)) return true;
    return clause.any
      .filter(isPartyTerm)
      .some((term) => kept.some((party) => party.id === (term.kind === 'country' ? term.code : term.id)));
  };
  const { linked } = previous;
  const inLink =
    linked !== undefined && (linked.clauses.some((clause) => !stays(clause)) || linked.by === 'missions');
  // Of cities, those are left out that are named, and not the missions that went to them as well.
  const excepted = previous.intent === 'city' ? parties.filter(({ negated }) => negated) : [];
  const named = parties.filter((clause) => !excepted.includes(clause));
  const fresh = [...named, ...(scene.subjects.length > 0 ? subjects : [])];
  const run = previous.intent === 'missions' ? readRun(scene) : undefined;
  const pick = previous.intent === 'missions' ? readPick(scene.has, scene.tokens) : 'all';
  const { count, ...asked } = previous;
  const own = [
    ...previous.clauses.filter((clause) => inLink || stays(clause)),
    ...excepted,
    ...(inLink ? [] : fresh),
    ...(inLink ? [] : added),
  ];
  return {
    ...asked,
    ask: scene.ask === 'list' ? previous.ask : scene.ask,
    ...(run ??
      (pick === 'all' ? { pick: previous.pick, ...(count === undefined ? {} : { count }) } : { pick })),
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

const isDated = ({ intent, linked }: Query) => intent === 'missions' || linked?.by === 'missions';

/** A month or season without its year, in the years of the question before: "and in June?". */
function inYearsBefore(scene: Scene, previous: Query): DateRange[] {
  const ranges = scene.dates.flatMap((date) => date.ranges);
  const [first] = ranges;
  const isOpen =
    first !== undefined &&
    ranges.length > 1 &&
    !first.from.endsWith('-01-01') &&
    ranges.every(({ from }) => from.slice(4) === first.from.slice(4));
  if (!isOpen || scene.dates.some((date) => date.excluded)) return [];
  return ranges.filter(({ from }) =>
    previous.dates.some((days) => days.from.slice(0, 4) <= from.slice(0, 4) && from.slice(0, 4) <= days.to),
  );
}

/** Other days of one mission are those of the missions of its cities. */
function ofItsCities(previous: Query, scene: Scene, programme: Programme): FollowUp | undefined {
  const [id, ...more] = previous.clauses.flatMap(({ any }) =>
    any.flatMap((term) => (term.kind === 'mission' ? [term.id] : [])),
  );
  const mission = id === undefined || more.length > 0 ? undefined : programme.missions.get(id);
  if (mission === undefined || scene.dates.length === 0 || scene.parties.length + scene.subjects.length > 0)
    return undefined;
  const parties = [...new Set([...mission.travellers, ...mission.hosts, ...mission.participants])];
  const cities = parties.filter((party) => programme.cities.has(party));
  const any = cities.map((city): Term => ({ kind: 'city', id: city, role: 'any' }));
  if (any.length === 0) return undefined;
  const { ask } = scene;
  return {
    scene,
    dates: [],
    query: { intent: 'missions', ask, clauses: [{ any, negated: false }], dates: [], pick: 'all' },
    carried: cities.map((city) => spoken(programme, 'city', city, scene.tokens)),
  };
}

/** Completes a question that leans on the one before; nothing when it stands by itself. */
export function followUp(
  scene: Scene,
  previous: Query,
  programme: Programme,
  isCommand: boolean,
): FollowUp | undefined {
  if (!leansBack(scene, previous, isCommand)) return undefined;
  const cities = ofItsCities(previous, scene, programme);
  if (cities !== undefined) return cities;
  const isRecord = scene.names('pilot', 'mission', 'organisation') && !scene.has('there', 'it');
  if (isRecord && (previous.intent === 'city' || previous.intent === 'missions')) return undefined;
  // What has no days is not continued by days: "and in 2020?" of a city asks for its missions.
  // What was at a city's side is told by its missions.
  const anew = !isDated(previous) && (scene.dates.length > 0 || (previous.intent === 'city' && joins(scene)));
  const before = partiesOf(previous);
  const kept = keptParties(before, scene, programme);
  const subjects = anew ? [] : subjectsBefore(scene, previous);
  const undated = scene.has('pilot', 'partner', 'university', 'company') || asksForStatus(scene, previous);
  const sameYear = inYearsBefore(scene, previous);
  const dates = scene.dates.length > 0 || undated ? sameYear : previous.dates;
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
    query: anew
      ? undefined
      : (askedOf(scene, previous) ??
        (asksAnew(scene, previous) ? undefined : continued(previous, scene, before, kept, programme))),
    carried: [
      ...new Set([
        ...names.map(([kind, id]) => spoken(programme, kind, id, scene.tokens)),
        ...(sameYear.length > 0
          ? dates.map(({ from }) => from.slice(0, 4))
          : dates.slice(0, 3).map(spokenRange)),
      ]),
    ],
  };
}
