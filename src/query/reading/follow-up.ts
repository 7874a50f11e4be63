import { tell } from '../../programme/localized.js';
import type { Programme } from '../../programme/programme.js';
import type { DateRange, PartyRole, Query, Term } from '../query.js';
import { isA, type Token } from '../text/tokens.js';
import { partyConditions, readConditions } from './clauses.js';
import { askedOf, isElliptic } from './ellipsis.js';
import { readPick } from './focus.js';
import type { Party } from './parties.js';
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

const HEADS = [
  'mission',
  'meeting',
  'delegation',
  'exchange',
  'pilot',
  'partner',
  'university',
  'company',
  'lab',
  'bureau',
  'city',
  'country',
  'status',
  'go',
  'come',
  'host',
  'send',
  'contact',
  'help',
  'programme',
  'themes',
  'sdgs',
  'urban-agenda',
  'challenges',
  'objectives',
  'focus',
  'period',
  'population',
  'size',
  'province',
  'running',
  'agreed',
  'completed',
] as const;

const PARTICLE = /^(呢|那|and)$/;
const AMONG = /^(of|among) (them|those|these)$|^其中$/;

/** Whether the words pick from what was shown: "which of them …", 其中…, "only companies". */
function narrows(scene: Scene): boolean {
  const opening = scene.tokens.filter((token) => token.kind === 'phrase').slice(0, 3);
  if (opening.some((token) => AMONG.test(token.text))) return true;
  return isA(opening[0], 'only') && scene.parties.length + scene.dates.length === 0 && !scene.has('list');
}

/** Whether the words lean on what was said before: "and in 2020?", 那里昂呢, "who was there?", "when?". */
function leansBack(scene: Scene, previous: Query, isCommand: boolean): boolean {
  const words = scene.tokens.filter((token) => token.kind === 'phrase');
  const [first] = words;
  const particle = words.some((token) => token.text === '呢') || PARTICLE.test(first?.text ?? '');
  if (particle || isA(first, 'follow-up-start') || scene.has('there', 'it')) return true;
  if (isCommand) return false;
  if (narrows(scene)) return true;
  const isBare = scene.parties.length === 0 && scene.subjects.length === 0;
  // A name that is not known is what the question is about.
  if (!isBare || words.length > 7 || scene.tokens.some((token) => token.kind === 'unknown')) return false;
  // "What happened in 2017?" and "who travelled in 2017?" are whole.
  const deed = scene.ask === 'what' || scene.has('go', 'come', 'host', 'send', 'meet', 'hold');
  if (scene.dates.length > 0 && deed) return false;
  if (isElliptic(scene, previous)) return true;
  const asksRecords = scene.has(
    'mission',
    'pilot',
    'partner',
    'city',
    'country',
    'programme',
    'status',
    'contact',
    'help',
    'greeting',
    'polite',
    'themes',
  );
  return (
    !asksRecords &&
    (scene.dates.length > 0 ||
      scene.ask !== 'list' ||
      scene.has('virtual', 'in-person', 'go', 'come', 'host'))
  );
}

const isPartyTerm = (term: Term): term is Extract<Term, { kind: 'city' | 'country' | 'group' }> =>
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

/** Which parties of the question before stay: not those that the new ones take the place of. */
function keptParties(previous: readonly Party[], scene: Scene, programme: Programme): Party[] {
  // A record by name is the same whatever cities were asked about.
  if (scene.names('pilot', 'mission', 'organisation')) return [];
  if (scene.parties.length === 0 || narrows(scene)) return [...previous];
  if (previous.length < 2) return [];
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

function spoken(programme: Programme, kind: string, id: string, tokens: readonly Token[]): string {
  const locale = tokens.some((token) => /\p{Script=Han}/u.test(token.text)) ? 'zh' : 'en';
  const tables = {
    city: programme.cities,
    country: programme.countries,
    group: programme.groups,
    organisation: programme.organisations,
    theme: programme.themes,
    topic: programme.topics,
  } as const;
  const named = kind in tables ? tables[kind as keyof typeof tables].get(id)?.name : undefined;
  const titled = kind === 'mission' ? programme.missions.get(id)?.title : programme.pilots.get(id)?.title;
  const text = named ?? titled;
  return text === undefined ? id : tell(text, locale).text;
}

/** Days as short as they can be written: "2019", "2019-06", "2019-09-01 – 2019-11-30". */
function spokenRange({ from, to }: DateRange): string {
  if (from.slice(0, 4) === to.slice(0, 4) && from.endsWith('-01-01') && to.endsWith('-12-31'))
    return from.slice(0, 4);
  if (from === to) return from;
  const isMonth = from.slice(0, 7) === to.slice(0, 7) && from.endsWith('-01') && Number(to.slice(8)) >= 28;
  return isMonth ? from.slice(0, 7) : `${from} – ${to}`;
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
  const pick = isDated(previous) ? readPick(scene.has, scene.tokens) : 'all';
  const own = [
    ...previous.clauses.filter((clause) => inLink || stays(clause)),
    ...(inLink ? [] : fresh),
    ...(inLink ? [] : added),
  ];
  return {
    ...previous,
    ask: scene.ask === 'list' ? previous.ask : scene.ask,
    pick: pick === 'all' ? previous.pick : pick,
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

/** Whether the words name what is asked for, or ask for the partners of pilots with "who". */
function asksAnew(scene: Scene, previous: Query): boolean {
  if (scene.focus !== undefined || scene.has(...HEADS)) return true;
  return scene.ask === 'who' && (previous.intent === 'pilots' || previous.intent === 'status');
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
  const anew = scene.dates.length > 0 && !isDated(previous);
  const before = partiesOf(previous);
  const kept = keptParties(before, scene, programme);
  const subjects = scene.subjects.length > 0 || anew ? [] : subjectsOf(previous);
  const undated = scene.has('pilot', 'partner', 'university', 'company', 'status');
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
        (asksAnew(scene, previous) ? undefined : continued(previous, scene, kept, programme))),
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
