import type { Programme } from '../../programme/programme.js';
import { JOURNEYS, PARTNERS, TRAITS, VISITS } from '../lexicon/word-groups.js';
import type { Clause, Link, PartyRole, Term } from '../query.js';
import { isA } from '../text/tokens.js';
import { asSides, clause, isNegated, partyClauses, subjectClauses } from './clauses.js';
import { type Conditions, forMissions } from './conditions.js';
import type { Party } from './party.js';
import type { Scene } from './scene.js';

/** "Is it a partner city?" asks whether it takes part, and not whether it is known. */
function asksOfMember(scene: Scene): boolean {
  const areCities = scene.parties.length > 0 && scene.parties.every(({ kind }) => kind === 'city');
  return scene.ask === 'whether' && areCities && scene.has('participant', 'city', 'partner', 'programme');
}

/** "Do Oslo and Porto take part?": in the programme, where nothing else is named. */
export function asksWhoTakesPart(scene: Scene): boolean {
  const isBare =
    scene.subjects.length + scene.dates.length === 0 && scene.parties.every(({ role }) => role === 'any');
  const ofRecords = scene.has(
    ...VISITS,
    ...PARTNERS,
    'meet',
    'cooperate',
    'delegation',
    'exchange',
    'pilot',
    'virtual',
    'in-person',
    'mou-signed',
  );
  return scene.has('participant') && scene.parties.length > 0 && isBare && !ofRecords;
}

function ofMembers(programme: Programme): Clause {
  const groups = [...programme.groups.values()].filter(({ cities }) => cities.length > 0);
  return clause(groups.map(({ id }): Term => ({ kind: 'group', id, role: 'any' })));
}

const isExcepted = ({ kind, negated, byVerb }: Party) => kind === 'city' && negated && !byVerb;

/** "Who works with Oslo?": the others in its pilots. */
export function asksWhoCooperates(scene: Scene): boolean {
  return (
    scene.ask === 'who' &&
    scene.focus === undefined &&
    scene.parties.length === 1 &&
    scene.parties.every(({ negated, role }) => !negated && role !== 'host') &&
    scene.subjects.length + scene.dates.length === 0 &&
    scene.has('cooperate') &&
    !scene.has(...JOURNEYS, 'mission', 'pilot', 'partner', 'university', 'company')
  );
}

/** "Which cities have no pilots?" */
function asksForNone(scene: Scene): boolean {
  return (
    scene.focus?.head === 'city' &&
    scene.tokens.some((token, i) => isA(token, 'pilot') && isNegated(scene, i))
  );
}

/** "With Oslo", and 和 unless it only joins two places. */
function isWithOne({ tokens, parties }: Scene): boolean {
  const isPlace = (at: number) => parties.some((party) => party.at === at);
  return tokens.some(
    (token, i) => isA(token, 'with') && !(isA(token, 'and') && isPlace(i - 1) && isPlace(i + 1)),
  );
}

/** "Where else than Oslo …", 除了奥斯陆，…去过哪里: an exception from the places, and not from the missions. */
export function asksWhereElse(scene: Scene): boolean {
  if (scene.ask !== 'where' || scene.focus !== undefined) return false;
  const goes = scene.has('go', 'come', 'mission', 'been');
  const isElse = scene.has('other') && scene.parties.some(isExcepted);
  const isOutside = scene.parties.some((party) => isExceptedPlace(scene, party));
  return goes && (isElse || (isOutside && scene.parties.some(({ negated }) => !negated)));
}

/** "Besides Oslo" leaves out the place, "without Oslo" what it was in. */
const isExceptedPlace = ({ tokens }: Scene, { kind, negated, byVerb, at }: Party) =>
  kind === 'city' &&
  negated &&
  !byVerb &&
  isA(
    tokens.slice(0, at).findLast((token) => isA(token, 'except', 'not')),
    'outside',
  );

export function forCities(scene: Scene, programme: Programme): Conditions {
  // "Which cities have never been visited" denies the link, not the cities.
  const parties = scene.parties.map((party) => (party.byVerb ? { ...party, negated: false } : party));
  const own = parties.filter((party) => isOwn(scene, party));
  const others = parties.filter((party) => !own.includes(party));
  const pilots = subjectClauses(scene, ['pilot', 'topic', 'theme', 'organisation'], []);
  if (asksWhoCooperates(scene)) {
    const clauses = partyClauses(scene, parties, () => 'any');
    const rest = clauses.map((one) => ({ ...one, negated: true }));
    return { clauses: rest, linked: { by: 'pilots', role: 'any', negated: false, clauses }, unused: [] };
  }
  if (asksForNone(scene)) {
    const linked: Link = { by: 'pilots', role: 'any', negated: true, clauses: [] };
    return { clauses: partyClauses(scene, own, () => 'any'), linked, unused: [] };
  }
  if (!asksByMission(scene) && !asksWhereElse(scene)) {
    const together = others.length > 0 && (scene.has('pilot', 'cooperate') || isWithOne(scene));
    if ((pilots.length === 0 && !together) || asksWhoTakesPart(scene)) {
      const named = asSides(partyClauses(scene, parties, () => 'any'));
      return { clauses: asksOfMember(scene) ? [...named, ofMembers(programme)] : named, unused: [] };
    }
    const through = [...pilots, ...partyClauses(scene, others, () => 'any')];
    const linked: Link = { by: 'pilots', role: 'any', negated: scene.has('not'), clauses: through };
    return {
      clauses: [...partyClauses(scene, own, () => 'any'), ...itself(scene, others)],
      linked,
      unused: [],
    };
  }
  const isWhere = asksWhereElse(scene);
  const open = isWhere ? 'host' : complement(others);
  const role = scene.focus === undefined ? open : scene.askedRole;
  const doers = isWhere ? others.map((party): Party => ({ ...party, role: 'traveller' })) : others;
  const { clauses, unused } = forMissions({ ...scene, parties: doers });
  const linked: Link = { by: 'missions', role, negated: scene.has('not'), clauses };
  const besides = role === 'any' ? itself(scene, others) : [];
  return { clauses: [...partyClauses(scene, own, () => 'any'), ...besides], linked, unused };
}

/** "Which cities work with Oslo?" asks for the others. */
function itself(scene: Scene, parties: readonly Party[]): Clause[] {
  if (!parties.some(({ at }) => isA(scene.tokens[at - 1], 'with'))) return [];
  return parties.flatMap(({ kind, id, negated }) =>
    kind === 'city' && !negated ? [clause([{ kind, id, role: 'any' }], true)] : [],
  );
}

/** Whether cities are asked for by what they did, and not as such. */
function asksByMission(scene: Scene): boolean {
  // Students who go abroad are in a pilot.
  if (scene.topics.inPilots && !scene.topics.inMissions && scene.dates.length === 0) return false;
  return (
    scene.has(...VISITS, ...TRAITS, 'delegation', 'meet') || scene.dates.length > 0 || scene.names('mission')
  );
}

function complement(others: readonly Party[]): PartyRole {
  if (others.some((party) => party.role === 'traveller')) return 'host';
  return others.some((party) => party.role === 'host') ? 'traveller' : 'any';
}

/** Whether a party limits the cities that are asked for ("which Chinese cities") rather than what they did. */
function isOwn(scene: Scene, party: Party): boolean {
  const { focus } = scene;
  if (asksWhereElse(scene) && isExceptedPlace(scene, party)) return true;
  // "Besides Oslo, which cities" excepts it from the cities themselves.
  const asksOfCities = focus?.head === 'city' || asksWhereElse(scene);
  if (asksOfCities && isExcepted(party) && scene.has('other')) return true;
  if (focus?.head !== 'city') return party.role === 'any' && !party.negated && scene.parties.length === 1;
  if (
    party.at === focus.at ||
    (party.kind !== 'city' && party.role === scene.askedRole && party.role !== 'any')
  )
    return true;
  return party.kind !== 'city' && party.at < focus.at && focus.at - party.at <= 2;
}
