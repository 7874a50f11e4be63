import type { WordClass } from '../lexicon/word-class.js';
import type { Clause, Term } from '../query.js';
import { isA, type Token } from '../text/tokens.js';
import { asksOfPast } from './asked-days.js';
import { clause, isNegated } from './clauses.js';
import { joins } from './parties.js';
import { isOfProposer } from './proposers.js';
import type { Scene } from './scene.js';

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

/** "Which was the last in person? It all moved online then": the sentence behind the question tells of others. */
function isAfterthought(tokens: readonly Token[], at: number): boolean {
  const end = tokens.findIndex(({ text }) => text === '?');
  return end >= 0 && at > end && tokens.slice(0, end).some((token) => isA(token, 'virtual', 'in-person'));
}

export function attributeClauses(scene: Scene, of: 'missions' | 'pilots'): Clause[] {
  const clauses: Clause[] = [];
  for (const [name, term, kind] of ATTRIBUTES) {
    if (kind !== of || !scene.has(name)) continue;
    const at = scene.tokens.findIndex((token) => isA(token, name));
    // "Proposed by Oslo" holds of a pilot that was agreed since.
    if (name === 'proposed' && isOfProposer(scene.tokens, at)) continue;
    if (at < 0 || (term.kind === 'mode' && isAfterthought(scene.tokens, at))) continue;
    // A follow-up by webinars is asked for by what it was.
    if (name === 'follow-up' && scene.has('webinar')) continue;
    const negated = isNegated(scene, at);
    // "What else came of it, besides the workshop?" is asked of the same missions.
    if (negated && term.kind === 'outcome' && scene.has('other')) continue;
    // "By video rather than face to face" says the same twice.
    clauses.push(clause([term], negated));
  }
  // "Online or in person": either will do.
  const modes = clauses.filter(({ any, negated }) => !negated && any[0]?.kind === 'mode');
  return modes.length < 2 ? clauses : clauses.filter((one) => !modes.includes(one));
}

/** What is planned is ahead and not cancelled. As of an earlier day, what was held since was planned. */
export function plannedClauses(scene: Scene): Clause[] {
  const at = scene.tokens.findIndex((token) => isA(token, 'mission-planned'));
  if (at < 0 || !scene.has('upcoming') || asksOfPast(scene) || isNegated(scene, at)) return [];
  return [
    clause([
      { kind: 'mission-status', is: 'planned' },
      { kind: 'mission-status', is: 'held' },
    ]),
  ];
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

/** Universities and companies as a condition: a partner is of one of the kinds that are named. */
export function kindClauses(scene: Scene): Clause[] {
  const named = kindsNamed(scene);
  const positive = named.filter(({ negated }) => !negated).flatMap(({ any }) => any);
  const negative = named.filter(({ negated }) => negated);
  return positive.length === 0 ? negative : [clause(positive), ...negative];
}

/** Of a pilot, which may have partners of several kinds: each that is named, unless it is one or the other. */
export const kindsTogether = (scene: Scene): Clause[] =>
  scene.has('or') ? kindClauses(scene) : kindsNamed(scene);

function kindsNamed(scene: Scene): Clause[] {
  const { tokens, has } = scene;
  const named = KINDS.flatMap(([name, terms]) => {
    const at = has(name) ? tokens.findIndex((token) => isA(token, name) && token.names.length === 0) : -1;
    return at < 0 ? [] : [{ at, terms }];
  });
  // "Without universities or companies" leaves out both.
  const isLeftOut = (at: number): boolean => {
    const before = named.findLast((one) => one.at < at && tokens.slice(one.at + 1, at).every(joins));
    return isNegated(scene, at) || (before !== undefined && isLeftOut(before.at));
  };
  return named.map(({ at, terms }) => clause([...terms], isLeftOut(at)));
}
