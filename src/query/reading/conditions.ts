import type { Programme } from '../../programme/programme.js';
import type { Clause, Intent, Link } from '../query.js';
import type { Token } from '../text/tokens.js';
import { attributeClauses, kindsTogether, plannedClauses } from './attributes.js';
import { forCities } from './city-conditions.js';
import { partyClauses, subjectClauses } from './clauses.js';
import { forPartners, withMembers } from './partner-conditions.js';
import type { Scene } from './scene.js';

/** The conditions of a question for one reading of what it asks, and words that this reading has no use for. */
export interface Conditions {
  clauses: Clause[];
  linked?: Link;
  unused: Token[];
}

export function forMissions(scene: Scene): Conditions {
  const unused: Token[] = [];
  const subjects = subjectClauses(scene, ['mission', 'topic', 'theme', 'organisation'], unused);
  // "Besides Oslo, who else came?" does not leave out what Oslo was in.
  const besides = scene.has('other') && (scene.ask === 'who' || scene.focus?.head === 'city');
  const parties = scene.parties.filter((party) => !(party.negated && besides));
  return {
    clauses: [
      ...partyClauses(scene, parties, (party) => party.role),
      ...attributeClauses(scene, 'missions'),
      ...plannedClauses(scene),
      ...subjects,
    ],
    unused,
  };
}

/** "Is it running?" asks for a pilot's status; "which pilots are running?" for pilots of a status. */
function asksOfOnePilot(scene: Scene): boolean {
  const isNamed =
    scene.names('pilot', 'topic', 'theme') ||
    (scene.has('exchange') && !scene.has('pilot')) ||
    (scene.names('organisation') && scene.has('it'));
  return isNamed && scene.focus?.head !== 'pilots';
}

function forPilots(scene: Scene, programme: Programme): Conditions {
  const unused: Token[] = [];
  const named = subjectClauses(scene, ['pilot', 'topic', 'theme', 'organisation'], unused);
  const subjects = withMembers(named, programme);
  // "Who besides Oslo has pilots?" asks for cities, of which no pilot is without Oslo.
  if (scene.ask === 'who')
    for (const { at, negated } of scene.parties) if (negated) unused.push(scene.tokens[at] as Token); // a party stands at a token
  return {
    clauses: [
      ...partyClauses(scene, scene.parties, () => 'any'),
      ...subjects,
      ...kindsTogether(scene),
      ...(asksOfOnePilot(scene) ? [] : attributeClauses(scene, 'pilots')),
    ],
    unused,
  };
}

/** The conditions under one reading of what is asked. */
export function readConditions(intent: Intent, scene: Scene, programme: Programme): Conditions {
  switch (intent) {
    case 'missions':
      return forMissions(scene);
    case 'pilots':
    case 'status':
      return forPilots(scene, programme);
    case 'partners':
      return forPartners(scene, programme);
    case 'city':
      return forCities(scene, programme);
    default:
      return { clauses: [], unused: [] };
  }
}
