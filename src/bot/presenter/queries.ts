import type { Ask, Facet, Intent, Query, Term } from '../../query/query.js';
import type { Invocation } from '../invocation.js';
import type { View } from './view.js';

/** A query in which each of the terms must hold. */
export function queryFor(intent: Intent, ask: Ask, ...terms: Term[]): Query {
  const clauses = terms.map((term) => ({ any: [term], negated: false }));
  return { intent, ask, clauses, dates: [], pick: 'all' };
}

/** A query for a part of the programme's overview. */
export function facetQuery(intent: 'themes' | 'overview', facet: Facet): Query {
  return { ...queryFor(intent, 'what'), facet };
}

/** The partners of a pilot. */
export function partnersOf(pilot: string): Query {
  return partnersThrough({ kind: 'pilot', id: pilot });
}

/** The partners of all pilots that meet a condition. */
export function partnersThrough(term: Term): Query {
  const clauses = [{ any: [term], negated: false }];
  return { ...queryFor('partners', 'list'), linked: { by: 'pilots', role: 'any', negated: false, clauses } };
}

/** What a button or number carries to have a query answered, as of the view's day; `from` goes on with a long list. */
export function asking(query: Query, { pastDay }: Pick<View, 'pastDay'>, from?: number): Invocation {
  const asOf = pastDay === undefined ? {} : { pastDay };
  return { command: 'ask', args: { query, ...asOf, ...(from === undefined ? {} : { from }) } };
}

/** A city's term, whatever its part was. */
export function cityTerm(id: string): Term {
  return { kind: 'city', id, role: 'any' };
}

/** The terms of a query that are not negated. */
export function positiveTerms(query: Query): readonly Term[] {
  return query.clauses.flatMap((clause) => (clause.negated ? [] : clause.any));
}

/** The terms of a query's link that are not negated. */
export function linkedTerms({ linked }: Query): readonly Term[] {
  return linked?.clauses.flatMap((clause) => (clause.negated ? [] : clause.any)) ?? [];
}

/** The cities that a query names, by the part it gives them. */
export function citiesOf(query: Query, ...roles: ('any' | 'host' | 'traveller')[]): ReadonlySet<string> {
  return new Set(
    positiveTerms(query).flatMap((term) =>
      term.kind === 'city' && roles.includes(term.role) ? [term.id] : [],
    ),
  );
}
