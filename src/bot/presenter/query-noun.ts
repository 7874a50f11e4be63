import type { Query } from '../../query/query.js';
import { positiveTerms } from './queries.js';
import type { RecordIntent } from './records.js';
import { termName } from './term-name.js';
import type { View } from './view.js';
import { told } from './words.js';

/** What a query's records are called: "missions", "companies", "last mission", "all pilots". */
export function nounOf(query: Query, intent: RecordIntent, view: View, count: number): string {
  const { t } = view.language;
  if (isBare(query)) return t(`answers:query.all.${intent}`);
  const noun = ownName(query, intent, view, count) ?? t(`answers:query.noun.${intent}`, { count });
  if (query.pick === 'all' || query.linked !== undefined) return noun;
  // i18next takes a value called "count" for a choice of plural forms.
  return query.count === undefined
    ? t(`answers:query.pick.${query.pick}`, { noun })
    : t(`answers:query.picks.${query.pick}`, { noun, number: query.count });
}

/** Kinds of organisations, cities and groups of them are called by their own names. */
function ownName(query: Query, intent: RecordIntent, view: View, count: number): string | undefined {
  const { t, formats } = view.language;
  if (intent === 'city') return placeNames(query, view);
  const kinds = positiveTerms(query).flatMap((term) =>
    intent === 'partners' && term.kind === 'organisation-kind' ? [term.is] : [],
  );
  // Who asks for universities means groups of them as well, and need not be told.
  const names = kinds
    .filter((kind) => kind !== 'university-group' || !kinds.includes('university'))
    .map((kind) => t(`answers:organisation-kind.${kind}`, { count }));
  return names.length === 0 ? undefined : formats.either(new Set(names));
}

/** "Chinese cities", "Rome and Yantai", "Rome and the Chinese cities". */
function placeNames(query: Query, view: View): string | undefined {
  const terms = positiveTerms(query).filter(({ kind }) => kind === 'city' || kind === 'group');
  const [term] = terms;
  const group = terms.length === 1 && term?.kind === 'group' ? view.programme.groups.get(term.id) : undefined;
  if (group !== undefined) return told(group.name, view);
  const names = new Set(terms.map((one) => termName(one, view)));
  return names.size === 0 ? undefined : view.language.formats.list(names);
}

/** Whether the query asks for all that there is. */
export function isBare({ pick, clauses, dates, linked }: Query): boolean {
  return pick === 'all' && clauses.length === 0 && dates.length === 0 && linked === undefined;
}
