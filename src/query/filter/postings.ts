import type { Programme } from '../../programme/programme.js';
import type { Clause, PartyRole, Term } from '../query.js';
import { BY_GROUP, type Degree, NAMED, NO } from './matching.js';

/** Records under one key, as positions in ascending order, and how each belongs there. */
export interface Posting {
  at: readonly number[];
  degree: readonly Degree[];
}

interface GrowingPosting extends Posting {
  at: number[];
  degree: Degree[];
}

/** What a term is looked up by; `role` counts for the parties of missions only. */
function keyOf(term: Term, role: PartyRole): string | undefined {
  switch (term.kind) {
    case 'city':
    case 'group':
      return `${term.kind}:${term.id}:${role}`;
    case 'country':
      return `country:${term.code}:${role}`;
    case 'organisation':
    case 'theme':
    case 'topic':
    case 'mission':
    case 'pilot':
      return `${term.kind}:${term.id}`;
    default:
      return `${term.kind}:${term.is}`;
  }
}

/** The keys under which a record's cities and groups put it, with how it belongs to each. */
export function partyKeys(
  programme: Programme,
  parties: readonly string[],
  role: PartyRole,
): Map<string, Degree> {
  const keys = new Map<string, Degree>();
  const note = (key: string, degree: Degree) => {
    if ((keys.get(key) ?? NO) < degree) keys.set(key, degree);
  };
  for (const party of parties) {
    const group = programme.groups.get(party);
    if (group === undefined) {
      note(`city:${party}:${role}`, NAMED);
      note(`country:${programme.cities.get(party)?.country ?? ''}:${role}`, NAMED);
      for (const other of programme.groups.values()) {
        if (other.cities.includes(party)) note(`group:${other.id}:${role}`, NAMED);
      }
      continue;
    }
    note(`group:${party}:${role}`, NAMED);
    const countries = new Set(group.cities.map((city) => programme.cities.get(city)?.country ?? ''));
    for (const city of group.cities) note(`city:${city}:${role}`, BY_GROUP);
    for (const country of countries)
      note(`country:${country}:${role}`, countries.size === 1 ? NAMED : BY_GROUP);
  }
  return keys;
}

const NOTHING: Posting = { at: [], degree: [] };

/** An inverted index: the records that a term may mean, without a look at any other. */
export class Postings {
  readonly #postings = new Map<string, GrowingPosting>();

  /** Adds the record at a position; positions must come in ascending order. */
  add(position: number, keys: Iterable<readonly [string, Degree]>): void {
    for (const [key, degree] of keys) {
      const posting = this.#postings.get(key);
      if (posting === undefined) this.#postings.set(key, { at: [position], degree: [degree] });
      else {
        posting.at.push(position);
        posting.degree.push(degree);
      }
    }
  }

  get(key: string): Posting {
    return this.#postings.get(key) ?? NOTHING;
  }

  /** The records from position `from` to before `to` that meet all clauses but the negated ones, which are left to be tested. */
  select(
    clauses: readonly Clause[],
    role: (term: Term) => PartyRole,
    from: number,
    to: number,
  ): Posting | undefined {
    const found = clauses
      .filter((clause) => !clause.negated)
      .map(({ any }) => unionOf(any.map((term) => this.get(keyOf(term, role(term)) ?? ''))))
      .sort((a, b) => a.at.length - b.at.length);
    const [shortest, ...others] = found;
    return shortest && others.reduce(intersection, within(shortest, from, to));
  }
}

function unionOf(postings: readonly Posting[]): Posting {
  const [only = NOTHING] = postings;
  if (postings.length < 2) return only;
  const degrees = new Map<number, Degree>();
  for (const { at, degree } of postings) {
    for (const [i, position] of at.entries()) {
      const own = degree[i] ?? NO;
      if ((degrees.get(position) ?? NO) < own) degrees.set(position, own);
    }
  }
  const sorted = [...degrees].sort(([a], [b]) => a - b);
  return { at: sorted.map(([position]) => position), degree: sorted.map(([, degree]) => degree) };
}

function within({ at, degree }: Posting, from: number, to: number): Posting {
  const [first, last] = [
    partition(at, (position) => position < from),
    partition(at, (position) => position < to),
  ];
  return first === 0 && last === at.length
    ? { at, degree }
    : { at: at.slice(first, last), degree: degree.slice(first, last) };
}

/** Records in both, each as good as its weaker membership. */
function intersection(shorter: Posting, longer: Posting): Posting {
  const both: GrowingPosting = { at: [], degree: [] };
  let k =
    shorter.at[0] === undefined
      ? 0
      : partition(longer.at, (position) => position < (shorter.at[0] as number));
  for (const [i, position] of shorter.at.entries()) {
    while (k < longer.at.length && (longer.at[k] as number) < position) k++; // k is within bounds
    if (longer.at[k] !== position) continue;
    both.at.push(position);
    both.degree.push(Math.min(shorter.degree[i] ?? NO, longer.degree[k] ?? NO) as Degree); // the lesser of two degrees
  }
  return both;
}

/** The number of leading members for which `before` holds, in a list where they come first. */
export function partition<T>(list: ArrayLike<T>, before: (member: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(list[middle] as T))
      low = middle + 1; // middle is within bounds
    else high = middle;
  }
  return low;
}
