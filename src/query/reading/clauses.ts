import type { Programme } from '../../programme/programme.js';
import type { WordClass } from '../lexicon/word-class.js';
import type { Clause, Intent, Link, PartyRole, Query, Term } from '../query.js';
import { isA, type Token } from '../text/tokens.js';
import { type Party, partyTerm } from './parties.js';
import type { Scene, Subject } from './scene.js';

/** The conditions of a question for one reading of what it asks, and words that this reading has no use for. */
export interface Conditions {
  clauses: Clause[];
  linked?: Link;
  unused: Token[];
}

const clause = (any: Term[], negated = false): Clause => ({ any, negated });

function isNegated(scene: Scene, at: number): boolean {
  let i = at - 1;
  while (
    i >= 0 &&
    isA(scene.tokens[i], 'article', 'function', 'about', 'in', 'with') &&
    !isA(scene.tokens[i], 'not', 'except') &&
    at - i < 4
  )
    i--;
  return isA(scene.tokens[i], 'not', 'except');
}

/** Parties as clauses: each must hold, unless they are alternatives. */
function partyClauses(scene: Scene, parties: readonly Party[], role: (party: Party) => PartyRole): Clause[] {
  const clauses: Clause[] = [];
  const lists = new Map<number, Party[]>();
  for (const party of parties) lists.set(party.list, [...(lists.get(party.list) ?? []), party]);
  for (const members of lists.values()) {
    const [first, last] = [members[0] as Party, members.at(-1) as Party]; // lists are not empty
    const between = scene.tokens.slice(first.at, last.at);
    const alternatives =
      first.negated || between.some((token) => isA(token, 'or')) || scene.has('compare', 'each');
    const terms = members.map((party) => partyTerm(party, role(party)));
    if (alternatives) clauses.push(clause(terms, first.negated));
    else clauses.push(...terms.map((term) => clause([term])));
  }
  return scene.has('compare') ? asSides(clauses) : clauses;
}

/** The cities, countries and groups of a question as conditions, each in its own part. */
export function partyConditions(scene: Scene): Clause[] {
  return partyClauses(scene, scene.parties, (party) => party.role);
}

/** "Compare Oslo's pilots with Porto's": cities in the same part stand side by side, and either counts. */
function asSides(clauses: readonly Clause[]): Clause[] {
  const sides = new Map<string, Term[]>();
  const others: Clause[] = [];
  for (const one of clauses) {
    const [term] = one.any;
    if (one.negated || term === undefined || !('role' in term)) others.push(one);
    else
      sides.set(`${term.kind} ${term.role}`, [...(sides.get(`${term.kind} ${term.role}`) ?? []), ...one.any]);
  }
  return [...[...sides.values()].map((terms) => clause(terms)), ...others];
}

const ATTRIBUTES: readonly (readonly [WordClass, Term, 'missions' | 'pilots'])[] = [
  ['virtual', { kind: 'mode', is: 'virtual' }, 'missions'],
  ['in-person', { kind: 'mode', is: 'in-person' }, 'missions'],
  ['mou-signed', { kind: 'outcome', is: 'mou-signed' }, 'missions'],
  ['workshop', { kind: 'outcome', is: 'workshop' }, 'missions'],
  ['webinar', { kind: 'outcome', is: 'webinar' }, 'missions'],
  ['follow-up', { kind: 'outcome', is: 'follow-up' }, 'missions'],
  ['pilots-identified', { kind: 'outcome', is: 'pilots-identified' }, 'missions'],
  ['mission-cancelled', { kind: 'mission-status', is: 'cancelled' }, 'missions'],
  ['proposed', { kind: 'pilot-status', is: 'proposed' }, 'pilots'],
  ['agreed', { kind: 'pilot-status', is: 'agreed' }, 'pilots'],
  ['running', { kind: 'pilot-status', is: 'running' }, 'pilots'],
  ['paused', { kind: 'pilot-status', is: 'paused' }, 'pilots'],
  ['completed', { kind: 'pilot-status', is: 'completed' }, 'pilots'],
  ['cancelled', { kind: 'pilot-status', is: 'cancelled' }, 'pilots'],
];

function attributeClauses(scene: Scene, of: 'missions' | 'pilots'): Clause[] {
  const clauses: Clause[] = [];
  for (const [name, term, kind] of ATTRIBUTES) {
    if (kind !== of || !scene.has(name)) continue;
    const at = scene.tokens.findIndex((token) => isA(token, name));
    if (at < 0) continue;
    // "By video rather than face to face" says the same twice.
    clauses.push(clause([term], isNegated(scene, at)));
  }
  return clauses;
}

const KINDS: readonly (readonly [WordClass, Term[]])[] = [
  [
    'university',
    [
      { kind: 'organisation-kind', is: 'university' },
      { kind: 'organisation-kind', is: 'university-group' },
    ],
  ],
  ['company', [{ kind: 'organisation-kind', is: 'company' }]],
  ['lab', [{ kind: 'organisation-kind', is: 'lab' }]],
  ['bureau', [{ kind: 'organisation-kind', is: 'bureau' }]],
];

/** Universities and companies as a condition: one of all kinds that are named. */
function kindClauses(scene: Scene): Clause[] {
  const named = KINDS.flatMap(([name, terms]) => {
    if (!scene.has(name)) return [];
    const at = scene.tokens.findIndex((token) => isA(token, name) && token.names.length === 0);
    return at < 0 ? [] : [{ terms, negated: isNegated(scene, at) }];
  });
  const positive = named.filter(({ negated }) => !negated).flatMap(({ terms }) => terms);
  const negative = named.filter(({ negated }) => negated).map(({ terms }) => clause(terms, true));
  return positive.length === 0 ? negative : [clause(positive), ...negative];
}

/** Terms of the kinds that a reading can use, from one subject's names. */
function termsOf(subject: Subject, kinds: readonly Term['kind'][]): Term[] {
  return subject.names.flatMap(({ kind, id }): Term[] => {
    if (!(kinds as readonly string[]).includes(kind)) return [];
    return kind === 'pilot' ||
      kind === 'mission' ||
      kind === 'topic' ||
      kind === 'theme' ||
      kind === 'organisation'
      ? [{ kind, id }]
      : [];
  });
}

function subjectClauses(scene: Scene, kinds: readonly Term['kind'][], unused: Token[]): Clause[] {
  const clauses: Clause[] = [];
  for (const [i, subject] of scene.subjects.entries()) {
    if (subject.names.every(({ kind }) => kind === 'programme' || kind === 'contact')) continue;
    const terms = termsOf(subject, kinds);
    if (terms.length === 0) {
      unused.push(scene.tokens[subject.at] as Token); // a subject stands at a token
      continue;
    }
    const previous = scene.subjects[i - 1];
    const between = previous === undefined ? [] : scene.tokens.slice(previous.at + 1, subject.at);
    const last = clauses.at(-1);
    // A pilot has one theme: several are alternatives.
    const isTheme =
      terms.every((term) => term.kind === 'theme') && last?.any.every((term) => term.kind === 'theme');
    if (last !== undefined && (isTheme === true || between.some((token) => isA(token, 'or'))))
      last.any.push(...terms);
    else clauses.push(clause(terms, isNegated(scene, subject.at)));
  }
  return clauses;
}

/** "Universities in Lyon" stand for each university there as well as for themselves. */
function widened(clauses: Clause[], programme: Programme): Clause[] {
  return clauses.map((one) => {
    const more = one.any.flatMap((term): Term[] => {
      const group = term.kind === 'organisation' ? programme.organisations.get(term.id) : undefined;
      if (group?.kind !== 'university-group') return [];
      const places = new Set<string>(group.city === null ? [] : [group.city]);
      if (group.city === null) {
        for (const pilot of programme.pilots.values()) {
          if (pilot.partners.includes(group.id))
            for (const id of pilot.cities)
              for (const city of programme.groups.get(id)?.cities ?? []) places.add(city);
        }
      }
      return [...programme.organisations.values()]
        .filter(
          (other) => other.kind.startsWith('university') && other.city !== null && places.has(other.city),
        )
        .map((other): Term => ({ kind: 'organisation', id: other.id }));
    });
    return more.length === 0 ? one : { ...one, any: [...one.any, ...more] };
  });
}

function forMissions(scene: Scene): Conditions {
  const unused: Token[] = [];
  const subjects = subjectClauses(scene, ['mission', 'topic', 'theme', 'organisation'], unused);
  // "Besides Oslo, who else came?" does not leave out what Oslo was in.
  const besides = scene.has('other') && (scene.ask === 'who' || scene.focus?.head === 'city');
  const parties = scene.parties.filter((party) => !(party.negated && besides));
  return {
    clauses: [
      ...partyClauses(scene, parties, (party) => party.role),
      ...attributeClauses(scene, 'missions'),
      ...subjects,
    ],
    unused,
  };
}

/** "Is it running?" asks for a pilot's status; "which pilots are running?" for pilots of a status. */
function asksOfOnePilot(scene: Scene): boolean {
  const isNamed = scene.names('pilot', 'topic', 'theme') || (scene.names('organisation') && scene.has('it'));
  return isNamed && scene.focus?.head !== 'pilots';
}

function forPilots(scene: Scene): Conditions {
  const unused: Token[] = [];
  const subjects = subjectClauses(scene, ['pilot', 'topic', 'theme', 'organisation'], unused);
  return {
    clauses: [
      ...partyClauses(scene, scene.parties, () => 'any'),
      ...subjects,
      ...kindClauses(scene),
      ...(asksOfOnePilot(scene) ? [] : attributeClauses(scene, 'pilots')),
    ],
    unused,
  };
}

/** A verb such as "works with", and not the noun "partner" alone. */
const worksWith = (scene: Scene) =>
  scene.tokens.some((token) => isA(token, 'cooperate') && !isA(token, 'partner'));

/** Whether it is asked whom an organisation works with: the partners of its pilots. */
function asksForCompanions(scene: Scene): boolean {
  if (scene.ask === 'whether') return false;
  const asksPartners = scene.focus?.head === 'partners' || scene.ask === 'who';
  if (asksPartners && (scene.has('with') || worksWith(scene))) return true;
  // "The partners of …", "…'s partners", …的合作伙伴.
  return scene.subjects.some(({ at }) => {
    const [two, one, next, after] = [at - 2, at - 1, at + 1, at + 2].map((i) => scene.tokens[i]);
    if (isA(one, 'of') && isA(two, 'partner')) return true;
    return isA(next, 'partner') || ((isA(next, 'of') || next?.text === 's') && isA(after, 'partner'));
  });
}

function forPartners(scene: Scene, programme: Programme): Conditions {
  const unused: Token[] = [];
  // "Is it a university?" asks what a partner is.
  const kinds = scene.ask === 'whether' && scene.names('organisation') ? [] : kindClauses(scene);
  const places = partyClauses(scene, scene.parties, () => 'any');
  // "Universities that work with Oslo" are those of its pilots.
  const inPilots = scene.focus?.head === 'partners' && worksWith(scene) ? places : [];
  const own = [...(inPilots.length > 0 ? [] : places), ...kinds];
  const pilots = subjectClauses(scene, ['pilot', 'topic', 'theme'], []);
  const organisations = widened(subjectClauses(scene, ['organisation'], []), programme);
  for (const subject of scene.subjects) {
    const usable = subject.names.some(
      ({ kind }) => kind !== 'mission' && kind !== 'goal' && kind !== 'urban-agenda',
    );
    if (!usable) unused.push(scene.tokens[subject.at] as Token); // a subject stands at a token
  }
  const companions = organisations.length > 0 && asksForCompanions(scene);
  const through = [...pilots, ...inPilots, ...(companions ? organisations : [])];
  // Several organisations by name are asked for side by side; none is another one as well.
  const listed = organisations.length < 2 ? organisations : [clause(organisations.flatMap((one) => one.any))];
  const clauses = companions ? own : [...own, ...listed];
  if (through.length === 0) return { clauses, unused };
  return { clauses, linked: { by: 'pilots', role: 'any', negated: false, clauses: through }, unused };
}

/** "Is it a partner city?" asks whether it takes part, and not whether it is known. */
function asksOfMember(scene: Scene): boolean {
  const isOneCity = scene.parties.length === 1 && scene.parties[0]?.kind === 'city';
  return scene.ask === 'whether' && isOneCity && scene.has('participant', 'city', 'partner', 'programme');
}

function ofMembers(programme: Programme): Clause {
  const groups = [...programme.groups.values()].filter(({ cities }) => cities.length > 0);
  return clause(groups.map(({ id }): Term => ({ kind: 'group', id, role: 'any' })));
}

/** "Who works with Oslo?": the others in its pilots. */
export function asksWhoCooperates(scene: Scene): boolean {
  return (
    scene.ask === 'who' &&
    scene.focus === undefined &&
    scene.parties.length === 1 &&
    scene.parties.every(({ negated, role }) => !negated && role !== 'host') &&
    scene.subjects.length + scene.dates.length === 0 &&
    scene.has('cooperate') &&
    !scene.has('go', 'come', 'host', 'send', 'mission', 'pilot', 'partner', 'university', 'company')
  );
}

/** "Which cities have no pilots?" */
function asksForNone(scene: Scene): boolean {
  const { tokens, focus } = scene;
  return (
    focus?.head === 'city' &&
    tokens.some((token, i) => isA(token, 'pilot') && isNegated(scene, i)) &&
    tokens.length > 2
  );
}

function forCities(scene: Scene, programme: Programme): Conditions {
  // "Which cities have never been visited" denies the link, not the cities.
  const parties = scene.parties.map((party) => (party.byVerb ? { ...party, negated: false } : party));
  const own = parties.filter((party) => isOwn(scene, party));
  const others = parties.filter((party) => !own.includes(party));
  const pilots = subjectClauses(scene, ['pilot', 'topic', 'theme', 'organisation'], []);
  if (asksWhoCooperates(scene)) {
    const clauses = partyClauses(scene, parties, () => 'any');
    const others = clauses.map((one) => ({ ...one, negated: true }));
    return { clauses: others, linked: { by: 'pilots', role: 'any', negated: false, clauses }, unused: [] };
  }
  if (asksForNone(scene)) {
    const linked: Link = { by: 'pilots', role: 'any', negated: true, clauses: [] };
    return { clauses: partyClauses(scene, own, () => 'any'), linked, unused: [] };
  }
  if (!asksByMission(scene)) {
    const together = others.length > 0 && scene.has('pilot', 'cooperate', 'with');
    if (pilots.length === 0 && !together) {
      const named = partyClauses(scene, parties, () => 'any');
      return { clauses: asksOfMember(scene) ? [...named, ofMembers(programme)] : named, unused: [] };
    }
    const through = [...pilots, ...partyClauses(scene, others, () => 'any')];
    const linked: Link = { by: 'pilots', role: 'any', negated: scene.has('not'), clauses: through };
    return { clauses: partyClauses(scene, own, () => 'any'), linked, unused: [] };
  }
  const role = scene.focus === undefined ? complement(others) : scene.askedRole;
  const { clauses, unused } = forMissions({ ...scene, parties: others });
  const linked: Link = { by: 'missions', role, negated: scene.has('not'), clauses };
  return { clauses: partyClauses(scene, own, () => 'any'), linked, unused };
}

/** Whether cities are asked for by what they did, and not as such. */
function asksByMission(scene: Scene): boolean {
  return (
    scene.has(
      'go',
      'come',
      'host',
      'send',
      'mission',
      'meeting',
      'delegation',
      'mou-signed',
      'virtual',
      'in-person',
      'workshop',
      'webinar',
    ) ||
    scene.dates.length > 0 ||
    scene.names('mission')
  );
}

function complement(others: readonly Party[]): PartyRole {
  if (others.some((party) => party.role === 'traveller')) return 'host';
  return others.some((party) => party.role === 'host') ? 'traveller' : 'any';
}

/** Whether a party limits the cities that are asked for ("which Chinese cities") rather than what they did. */
function isOwn(scene: Scene, party: Party): boolean {
  const { focus } = scene;
  if (focus?.head !== 'city') return party.role === 'any' && !party.negated && scene.parties.length === 1;
  if (
    party.at === focus.at ||
    (party.kind !== 'city' && party.role === scene.askedRole && party.role !== 'any')
  )
    return true;
  return party.kind !== 'city' && party.at < focus.at && focus.at - party.at <= 2;
}

/** The conditions under one reading of what is asked. */
export function readConditions(intent: Intent, scene: Scene, programme: Programme): Conditions {
  switch (intent) {
    case 'missions':
      return forMissions(scene);
    case 'pilots':
    case 'status':
      return forPilots(scene);
    case 'partners':
      return forPartners(scene, programme);
    case 'city':
      return forCities(scene, programme);
    default:
      return { clauses: [], unused: [] };
  }
}

/** The same conditions with every list of cities read as alternatives: "trips to Lyon and Graz" are trips to either. */
export function asAlternatives(query: Query): Query | undefined {
  const byRole = new Map<string, Term[]>();
  const others: Clause[] = [];
  for (const one of query.clauses) {
    const [term] = one.any;
    if (one.negated || term === undefined || !('role' in term)) others.push(one);
    else byRole.set(term.role, [...(byRole.get(term.role) ?? []), ...one.any]);
  }
  const merged = [...byRole.values()].map((terms) => clause(terms));
  return merged.length + others.length === query.clauses.length
    ? undefined
    : { ...query, clauses: [...merged, ...others] };
}
