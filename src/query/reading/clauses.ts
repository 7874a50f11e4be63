import type { Clause, PartyRole, Query, Term } from '../query.js';
import { isA, type Token } from '../text/tokens.js';
import { type Party, partyTerm } from './party.js';
import type { Scene, Subject } from './scene.js';

export const clause = (any: Term[], negated = false): Clause => ({ any, negated });

const SMALL = ['article', 'function', 'about', 'in', 'with'] as const;

/** "Not on …", and in a list "that do not deal with …"; a question of yes or no may deny its verb and ask the same. */
export function isNegated(scene: Scene, at: number): boolean {
  const between = scene.ask === 'whether' ? SMALL : ([...SMALL, 'involve', 'light-verb', 'of'] as const);
  let i = at - 1;
  while (i >= 0 && isA(scene.tokens[i], ...between) && !isA(scene.tokens[i], 'not', 'except') && at - i < 4)
    i--;
  return isA(scene.tokens[i], 'not', 'except');
}

/** Parties as clauses: each must hold, unless they are alternatives. */
export function partyClauses(
  scene: Scene,
  parties: readonly Party[],
  role: (party: Party) => PartyRole,
): Clause[] {
  const clauses: Clause[] = [];
  const lists = new Map<number, Party[]>();
  for (const party of parties) lists.set(party.list, [...(lists.get(party.list) ?? []), party]);
  for (const members of lists.values()) {
    const [first, last] = [members[0] as Party, members.at(-1) as Party]; // lists are not empty
    const between = scene.tokens.slice(first.at, last.at);
    const alternatives =
      first.negated ||
      scene.tokens[first.at - 1]?.text === ':' ||
      between.some((token) => isA(token, 'or')) ||
      scene.has('compare', 'each');
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

export function subjectClauses(scene: Scene, kinds: readonly Term['kind'][], unused: Token[]): Clause[] {
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
    const negated = isNegated(scene, subject.at);
    // "On education, but not on tourism" is no choice of the two.
    const together = isTheme === true && (last?.negated === true || !negated);
    if (last !== undefined && (together || between.some((token) => isA(token, 'or'))))
      last.any.push(...terms);
    else clauses.push(clause(terms, negated));
  }
  return clauses;
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
