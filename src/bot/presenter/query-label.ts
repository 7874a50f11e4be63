import type { Query, Term } from '../../query/query.js';
import { linkPhrases } from './link-phrases.js';
import { positiveTerms } from './queries.js';
import type { RecordIntent } from './records.js';
import { termName } from './term-name.js';
import { timeOfDays } from './time-phrase.js';
import type { View } from './view.js';
import { quoted } from './words.js';

/** A short noun phrase for a query, without a capital or a full stop: "pilots with Kunming", 昆明的试点. */
export function describeQuery(query: Query, view: View): string {
  const { t } = view.language;
  const what = describeSubject(query, view);
  return query.ask === 'list' || query.ask === 'what' || query.ask === 'whether'
    ? what
    : t(`answers:query.ask.${query.ask}`, { what });
}

function describeSubject(query: Query, view: View): string {
  const { t } = view.language;
  switch (query.intent) {
    case 'overview':
    case 'themes':
      return t(`answers:facet.${query.facet ?? (query.intent === 'themes' ? 'themes' : 'summary')}`);
    case 'contact':
      return t('answers:query.contact');
    case 'help':
      return t('answers:query.help');
    default:
      return describeOne(query, query.intent, view) ?? describeRecords(query, view);
  }
}

/** The title when the query names just one record of its own kind. */
function describeOne(query: Query, intent: RecordIntent, view: View): string | undefined {
  const [term, ...others] = query.clauses.length === 1 ? positiveTerms(query) : [];
  if (term === undefined || others.length > 0 || query.dates.length > 0) return undefined;
  const { t } = view.language;
  const name = termName(term, view);
  if (intent === 'missions' && term.kind === 'mission') return name;
  if (intent === 'pilots' && term.kind === 'pilot') return name;
  if (intent === 'partners' && term.kind === 'organisation') return name;
  if (intent === 'city' && term.kind === 'city') return t('answers:query.city-at-a-glance', { name });
  if (intent === 'status' && term.kind === 'pilot') {
    return t('answers:query.status-of', { title: quoted(name, view) });
  }
  return undefined;
}

/** The noun phrase for the records that a query looks for, without what it asks of them. `count` chooses the number. */
export function describeRecords(query: Query, view: View, count = 2): string {
  const { t, formats } = view.language;
  const intent = query.intent as RecordIntent;
  const positive = query.clauses.filter((clause) => !clause.negated);
  const anyOf = (kinds: readonly Term['kind'][]) =>
    positive
      .filter(({ any }) => any.every(({ kind }) => kinds.includes(kind)))
      .map(({ any }) => formats.either(any.map((term) => termName(term, view))))
      .join(t('answers:query.adjective-separator'));
  const links = linkPhrases(positive, intent, view).join(t('answers:query.separator'));
  const dates = formats.either(query.dates.map((range) => timeOfDays(range, view)));
  const state = anyOf(['mission-status', 'pilot-status']);
  const excluded = query.clauses.flatMap((clause) => (clause.negated ? clause.any : []));
  const without = formats.list(excluded.map((term) => termName(term, view)));
  const bare = links === '' && dates === '' && state === '';
  const phrase = t(bare ? 'answers:query.bare' : 'answers:query.phrase', {
    adjectives: anyOf(['mode']),
    noun: nounOf(query, intent, view, count),
    links,
    dates,
    state,
    without: without === '' ? '' : t('answers:query.without', { names: without }),
  });
  // English leaves the spaces of absent parts behind.
  return phrase.replaceAll(/ {2,}/g, ' ').trim();
}

function nounOf(query: Query, intent: RecordIntent, view: View, count: number): string {
  const { t, formats } = view.language;
  const number = query.pick === 'all' ? count : 1;
  if (isBare(query)) return t(`answers:query.all.${intent}`);
  const kinds = positiveTerms(query).flatMap((term) =>
    term.kind === 'organisation-kind' && intent === 'partners' ? [term.is] : [],
  );
  const noun =
    kinds.length === 0
      ? t(`answers:query.noun.${intent}`, { count: number })
      : formats.either(kinds.map((kind) => t(`answers:organisation-kind.${kind}`, { count: number })));
  return query.pick === 'all' ? noun : t(`answers:query.pick.${query.pick}`, { noun });
}

/** Whether the query asks for all that there is. */
function isBare({ pick, clauses, dates }: Query): boolean {
  return pick === 'all' && clauses.length === 0 && dates.length === 0;
}
