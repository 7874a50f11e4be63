import type { Link, Query, Term } from '../../query/query.js';
import { linkPhrases } from './link-phrases.js';
import { positiveTerms } from './queries.js';
import { nounOf } from './query-noun.js';
import type { RecordIntent } from './records.js';
import { termName, termNames } from './term-name.js';
import { timeOfDays } from './time-phrase.js';
import type { View } from './view.js';
import { quoted } from './words.js';

/** A short noun phrase for a query, without a capital or a full stop: "pilots with Kunming", 昆明的试点. */
export function describeQuery(query: Query, view: View): string {
  const { t } = view.language;
  const what = describeSubject(query, view);
  const { ask } = query;
  if (ask === 'list' || ask === 'what' || ask === 'whether') return what;
  // Of partners and cities, the list itself says who and where.
  const dated = query.intent === 'missions' || query.intent === 'pilots';
  return dated || ask === 'count' || ask === 'compare' ? t(`answers:query.ask.${ask}`, { what }) : what;
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
  if (term === undefined || others.length > 0) return undefined;
  if (query.dates.length > 0 || query.linked !== undefined) return undefined;
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

/**
 * The noun phrase for the records that a query looks for, without what it asks of them: "missions of Rome in 2019".
 * `count` chooses between "mission" and "missions".
 */
export function describeRecords(query: Query, view: View, count = query.pick === 'all' ? 2 : 1): string {
  const { t, formats } = view.language;
  const intent = query.intent as RecordIntent;
  const positive = query.clauses.filter((clause) => !clause.negated);
  const ofKinds = (kinds: readonly Term['kind'][]) =>
    positive
      .filter(({ any }) => any.every(({ kind }) => kinds.includes(kind)))
      .map(({ any }) => termNames(any, view))
      .join(t('answers:query.adjective-separator'));
  // The dates of a query with a link are the linked records' own.
  const link = query.linked === undefined ? [] : [linkedPhrase(query.linked, query, view)];
  const ranges = query.linked === undefined ? query.dates : [];
  const links = [...linkPhrases(positive, intent, view), ...link].join(t('answers:query.separator'));
  const dates = formats.either(ranges.map((range) => timeOfDays(range, view)));
  const state = ofKinds(['mission-status', 'pilot-status']);
  const excluded = formats.list(
    query.clauses.flatMap((clause) => (clause.negated ? [termNames(clause.any, view)] : [])),
  );
  const bare = links === '' && dates === '' && state === '';
  const phrase = t(bare ? 'answers:query.bare' : 'answers:query.phrase', {
    adjectives: ofKinds(['mode']),
    noun: nounOf(query, intent, view, count),
    links,
    gap: links === '' || state === '' ? '' : t('answers:query.separator'),
    dates,
    state,
    without: excluded === '' ? '' : t('answers:query.without', { names: excluded }),
  });
  // English leaves the spaces of absent parts behind.
  return phrase.replaceAll(/ {2,}/g, ' ').trim();
}

/** How cities or partners hang together with missions or pilots: "hosting missions from Rome in 2019". */
function linkedPhrase(link: Link, query: Query, view: View): string {
  const { clauses, by } = link;
  const inner: Query = { intent: by, ask: 'list', clauses, dates: query.dates, pick: query.pick };
  const one = describeOne(inner, by, view);
  const what = one === undefined ? describeRecords(inner, view) : quoted(one, view);
  const part = link.negated ? 'not' : query.intent === 'city' ? link.role : 'any';
  return view.language.t(`answers:query.linked.${part}`, { what });
}
