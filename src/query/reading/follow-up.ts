import { tell } from '../../programme/localized.js';
import type { Programme } from '../../programme/programme.js';
import type { DateRange, PartyRole, Query, Term } from '../query.js';
import { isA, type Token } from '../text/tokens.js';
import { partyConditions, readConditions } from './clauses.js';
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

/** Whether the words lean on what was said before: "and in 2020?", 那里昂呢, "who was there?", "when?". */
function leansBack(scene: Scene): boolean {
  const words = scene.tokens.filter((token) => token.kind === 'phrase');
  const [first] = words;
  const particle = words.some((token) => token.text === '呢') || PARTICLE.test(first?.text ?? '');
  if (particle || isA(first, 'follow-up-start') || scene.has('there', 'it')) return true;
  const isBare = scene.parties.length === 0 && scene.subjects.length === 0;
  if (!isBare || words.length > 7) return false;
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

/** Whether the words name what is asked for, or ask for the partners of pilots with "who". */
function asksAnew(scene: Scene, previous: Query): boolean {
  if (scene.focus !== undefined || scene.has(...HEADS)) return true;
  return scene.ask === 'who' && (previous.intent === 'pilots' || previous.intent === 'status');
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
