import type { Query } from '../../query/query.js';
import { positiveTerms } from './queries.js';
import type { RecordIntent } from './records.js';
import type { View } from './view.js';
import { told } from './words.js';

/** What a query's records are called: "missions", "companies", "last mission", "all pilots". */
export function nounOf(query: Query, intent: RecordIntent, view: View, count: number): string {
  const { t } = view.language;
  if (isBare(query)) return t(`answers:query.all.${intent}`);
  const noun = ownName(query, intent, view, count) ?? t(`answers:query.noun.${intent}`, { count });
  return query.pick === 'all' || query.linked !== undefined
    ? noun
    : t(`answers:query.pick.${query.pick}`, { noun });
}

/** Kinds of organisations and groups of cities are called by their own names. */
function ownName(query: Query, intent: RecordIntent, view: View, count: number): string | undefined {
  const { t, formats } = view.language;
  const names = positiveTerms(query).flatMap((term) => {
    if (intent === 'partners' && term.kind === 'organisation-kind') {
      return [t(`answers:organisation-kind.${term.is}`, { count })];
    }
    const group = intent === 'city' && term.kind === 'group' ? view.programme.groups.get(term.id) : undefined;
    return group === undefined ? [] : [told(group.name, view)];
  });
  return names.length === 0 ? undefined : formats.either(new Set(names));
}

/** Whether the query asks for all that there is. */
function isBare({ pick, clauses, dates, linked }: Query): boolean {
  return pick === 'all' && clauses.length === 0 && dates.length === 0 && linked === undefined;
}
