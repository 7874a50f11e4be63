import type { Link, Query } from '../query.js';
import { type Degree, degreeOfAll, NAMED, NO, organisationMeets } from './matching.js';
import type { PilotIndex } from './pilot-index.js';
import { type Indexes, type Records, sorted } from './records.js';

/** The partners of pilots that meet the clauses. */
function partnersThrough(index: PilotIndex, clauses: Query['clauses']): Map<string, Degree> {
  const degrees = new Map<string, Degree>();
  index.each(clauses, (pilot, degree) => {
    for (const partner of pilot.partners) {
      degrees.set(partner, Math.max(degrees.get(partner) ?? NO, degree) as Degree); // the greater of two degrees
    }
  });
  return degrees;
}

/** The partners whose own partners are asked for: nobody is a partner of himself. */
function companionsAsked(linked: Link | undefined): Set<string> {
  const terms = linked?.clauses.flatMap(({ any, negated }) => (negated ? [] : any)) ?? [];
  return new Set(terms.flatMap((term) => (term.kind === 'organisation' ? [term.id] : [])));
}

export function runPartners(query: Query, { programme, pilots }: Indexes): Records {
  const { linked } = query;
  const asked = companionsAsked(linked);
  const through = linked === undefined ? undefined : partnersThrough(pilots, linked.clauses);
  const all = [...programme.organisations.values()].map((organisation): [string, Degree] => {
    const own = degreeOfAll(query.clauses, (term) => organisationMeets(programme, organisation, term));
    const link = through === undefined ? NAMED : (through.get(organisation.id) ?? NO);
    const isAsked = asked.has(organisation.id);
    const linkedIn = isAsked ? NO : linked?.negated === true ? (link === NO ? NAMED : NO) : link;
    return [organisation.id, Math.min(own, linkedIn) as Degree]; // the lesser of two degrees
  });
  return sorted(all);
}
