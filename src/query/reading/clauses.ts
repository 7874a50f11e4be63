import type { Clause, PartyRole, Query, Term } from '../query.js';
import { isAttributive, startsWithHan } from '../text/han.js';
import { isA, type Token } from '../text/tokens.js';
import { isLeftOut } from './exceptions.js';
import { joins } from './parties.js';
import { type Party, partyTerm } from './party.js';
import type { Scene, Subject } from './scene.js';

export const clause = (any: Term[], negated = false): Clause => ({ any, negated });

const SMALL = ['article', 'function', 'about', 'in', 'with'] as const;
const VERBAL = ['involve', 'propose', 'light-verb', 'by', 'from', 'of'] as const;

/** "Are there any that …" and 有没有不是由…提出的 ask for records, of which the verb tells; "did it not …" for the verb itself. */
function tellsOfRecords({ tokens, ask, has }: Scene, at: number): boolean {
  if (ask !== 'whether' || has('exists')) return true;
  return tokens
    .slice(at + 1, at + 4)
    .some((token) => startsWithHan(token.text) && isAttributive(token.text) && !isA(token, 'particle'));
}

/** "Not on …", and in a list "that do not deal with …"; a question of yes or no may deny its verb and ask the same. */
export function isNegated(scene: Scene, at: number): boolean {
  if (isLeftOut(scene.tokens, at + 1)) return true;
  const between = tellsOfRecords(scene, at) ? ([...SMALL, ...VERBAL] as const) : SMALL;
  let i = at - 1;
  while (i >= 0 && isA(scene.tokens[i], ...between) && !isA(scene.tokens[i], 'not', 'except') && at - i < 4)
    i--;
  return isA(scene.tokens[i], 'not', 'except');
}

/** "Oslo and Porto, each": unless what comes between already asks, so that 分别 is of what that asks for. */
function isEach(scene: Scene, last: Party): boolean {
  const at = scene.tokens.findIndex((token) => isA(token, 'each'));
  if (at < 0) return false;
  const between = scene.tokens.slice(last.at + 1, Math.max(last.at + 1, at));
  return !(
    between.some(({ kind }) => kind === 'comma' || kind === 'stop') &&
    between.some((token) => isA(token, 'times', 'count', 'which', 'what'))
  );
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
  let ended = 0;
  for (const members of lists.values()) {
    const [first, last] = [members[0] as Party, members.at(-1) as Party]; // lists are not empty
    const between = scene.tokens.slice(first.at, last.at);
    const alternatives =
      first.negated ||
      scene.tokens[first.at - 1]?.text === ':' ||
      between.some((token) => isA(token, 'or')) ||
      scene.ask === 'compare' ||
      isEach(scene, last);
    const terms = members.map((party) => partyTerm(party, role(party)));
    // "With the experts or with Oslo": a choice may be of places that each have their own preposition.
    const previous = clauses.at(-1);
    const chosen = ended > 0 && scene.tokens.slice(ended, first.at).some((token) => isA(token, 'or'));
    ended = last.at;
    if (chosen && previous !== undefined && !previous.negated && !first.negated) previous.any.push(...terms);
    else if (alternatives) clauses.push(clause(terms, first.negated));
    else clauses.push(...terms.map((term) => clause([term])));
  }
  return scene.ask === 'compare' ? asSides(clauses) : clauses;
}

/** The cities, countries and groups of a question as conditions, each in its own part. */
export function partyConditions(scene: Scene): Clause[] {
  return partyClauses(scene, scene.parties, (party) => party.role);
}

/** "Compare Oslo's pilots with Porto's": cities in the same part stand side by side, and either counts. */
export function asSides(clauses: readonly Clause[]): Clause[] {
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

/** The kinds of record, state or place that conditions name. */
export function kindsOf(clauses: readonly Clause[]): Set<Term['kind']> {
  return new Set(clauses.flatMap(({ any }) => any.map(({ kind }) => kind)));
}

/** The token at which a subject stands; none for one that the question before has left. */
export function tokenOf(scene: Scene, { at }: Subject): Token[] {
  const token = scene.tokens[at];
  return token === undefined ? [] : [token];
}

export function subjectClauses(scene: Scene, kinds: readonly Term['kind'][], unused: Token[]): Clause[] {
  const clauses: Clause[] = [];
  for (const [i, subject] of scene.subjects.entries()) {
    if (subject.names.every(({ kind }) => kind === 'programme' || kind === 'contact')) continue;
    const terms = termsOf(subject, kinds);
    if (terms.length === 0) {
      unused.push(...tokenOf(scene, subject));
      continue;
    }
    const previous = scene.subjects[i - 1];
    const between = previous === undefined ? [] : scene.tokens.slice(previous.at + 1, subject.at);
    const last = clauses.at(-1);
    // A pilot has one theme: several are alternatives.
    const isTheme =
      terms.every((term) => term.kind === 'theme') && last?.any.every((term) => term.kind === 'theme');
    // "Except the first and the second" excepts both.
    const listed = between.length > 0 && between.every(joins);
    // "What else was done at that fair?" is asked of the fair.
    const isOfIt = scene.has('past') && scene.has('other') && terms.every(({ kind }) => kind === 'mission');
    const negated = (!isOfIt && isNegated(scene, subject.at)) || (last?.negated === true && listed);
    // "On education, but not on tourism" is no choice of the two.
    const together = isTheme === true && (last?.negated === true || !negated);
    const eitherOf = between.some((token) => isA(token, 'or')) || (scene.has('each') && between.every(joins));
    if (last !== undefined && (together || eitherOf)) last.any.push(...terms);
    else clauses.push(clause(terms, negated));
  }
  return clauses.filter(
    (one) => !one.negated || !clauses.some((other) => !other.negated && isSame(one, other)),
  );
}

/** "What else is the carnival, besides the carnival?": what is asked about is not left out. */
function isSame(one: Clause, other: Clause): boolean {
  return JSON.stringify(one.any) === JSON.stringify(other.any);
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
