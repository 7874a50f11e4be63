import type { Pilot } from '../../programme/schema.js';
import type { Found } from '../../query/answer.js';
import type { Link, Query, Term } from '../../query/query.js';
import type { Block } from '../reply.js';
import { describeRecords } from './query-label.js';
import type { View } from './view.js';
import { partyNames } from './words.js';

/** What says better than "no record" why no city or partner is found by its part in pilots or missions. */
export function noneThrough({ query }: Found, view: View): Block | undefined {
  const { linked } = query;
  if (linked === undefined) return undefined;
  const text =
    query.intent === 'city' ? allTakePart(query, linked, view) : citiesInstead(query, linked, view);
  return text === undefined ? undefined : { kind: 'text', text };
}

/** "All member cities have pilots", where those without any were asked for. */
function allTakePart(query: Query, { by, role, negated, clauses }: Link, view: View): string | undefined {
  const { t } = view.language;
  if (!negated || role !== 'any' || clauses.length > 0 || query.dates.length > 0) return undefined;
  const { linked: _, ...own } = query;
  if (own.clauses.some((clause) => clause.negated || !clause.any.every(isOfSeveral))) return undefined;
  const what = own.clauses.length === 0 ? t('answers:none.members') : describeRecords(own, view);
  return t(`answers:none.all-have.${by}`, { what });
}

const isOfSeveral = ({ kind }: Term) => kind === 'group' || kind === 'country';

/** The cities of the pilots, where these name no partner. */
function citiesInstead(query: Query, { by, negated, clauses }: Link, view: View): string | undefined {
  if (query.intent !== 'partners' || query.clauses.length > 0 || by !== 'pilots' || negated) return undefined;
  if (clauses.length === 0 || clauses.some((clause) => clause.negated)) return undefined;
  const pilots = [...view.programme.pilots.values()].filter((pilot) =>
    clauses.every(({ any }) => any.some((term) => isAbout(pilot, term))),
  );
  const cities = new Set(pilots.flatMap((pilot) => pilot.cities));
  if (cities.size === 0 || pilots.some(({ partners }) => partners.length > 0)) return undefined;
  return view.language.t('answers:none.cities-only', { names: partyNames([...cities], view) });
}

function isAbout(pilot: Pilot, term: Term): boolean {
  if (term.kind === 'pilot') return pilot.id === term.id;
  return term.kind === 'topic' && pilot.topics.includes(term.id);
}
