import type { Programme } from '../../programme/programme.js';
import type { Clause, Query, Term } from '../../query/query.js';

/**
 * The same question in as few words as it can be put: each condition once, no topic beside the very pilots that are all
 * it has, no country beside one of its own cities. It finds the same records and is for labels.
 */
export function tidied(query: Query, programme: Programme): Query {
  const { linked } = query;
  const all = tidyClauses(query.clauses, programme);
  const clauses = query.intent === 'partners' ? all.filter((one) => !isSaidByPlace(one, all)) : all;
  return linked === undefined
    ? { ...query, clauses }
    : { ...query, clauses, linked: { ...linked, clauses: tidyClauses(linked.clauses, programme) } };
}

function tidyClauses(clauses: readonly Clause[], programme: Programme): Clause[] {
  const each = clauses.map(({ any, negated }) => ({
    any: distinct(any).filter(
      (term, _, all) => !isSaidByRecords(term, all, programme) && !isSincePlanned(term, all),
    ),
    negated,
  }));
  return distinct(each).filter((clause, _, all) => !isSaidByCity(clause, all, programme));
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

/** What is asked for as planned may have been held since; its label says "planned" alone. */
function isSincePlanned(term: Term, beside: readonly Term[]): boolean {
  const isStatus = (one: Term, is: 'held' | 'planned') => one.kind === 'mission-status' && one.is === is;
  return isStatus(term, 'held') && beside.some((one) => isStatus(one, 'planned'));
}

/** Whether the records named beside a topic are all that has it. */
function isSaidByRecords(term: Term, beside: readonly Term[], { pilots, missions }: Programme): boolean {
  if (term.kind !== 'topic') return false;
  const named = new Set(
    beside.flatMap((one) => (one.kind === 'pilot' || one.kind === 'mission' ? [one.id] : [])),
  );
  if (named.size === 0) return false;
  const having = [...pilots.values(), ...missions.values()].filter(({ topics }) => topics.includes(term.id));
  return having.every(({ id }) => named.has(id));
}

/** Whether a clause asks for the country of a city that another clause asks for in the same role. */
function isSaidByCity({ any, negated }: Clause, all: readonly Clause[], { cities }: Programme): boolean {
  const [term] = any;
  if (negated || any.length > 1 || term?.kind !== 'country') return false;
  return all.some(
    (other) =>
      !other.negated &&
      other.any.every(
        (city) =>
          city.kind === 'city' && city.role === term.role && cities.get(city.id)?.country === term.code,
      ),
  );
}

/** Whether a clause leaves out a city of partners that another clause has in other cities. */
function isSaidByPlace({ any, negated }: Clause, all: readonly Clause[]): boolean {
  const left = new Set(any.map((term) => (term.kind === 'city' ? term.id : undefined)));
  if (!negated || left.has(undefined)) return false;
  return all.some(
    (other) => !other.negated && other.any.every((term) => term.kind === 'city' && !left.has(term.id)),
  );
}
