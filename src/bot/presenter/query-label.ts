import type { Clause, Query, Term } from '../../query/query.js';
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
  if (intent === 'city' && term.kind === 'city') return name;
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
  const adjectives = positive.filter((clause) => clause.any.every(isAdjective));
  const links = linkPhrases(
    positive.filter((clause) => !adjectives.includes(clause)),
    intent,
    view,
  );
  const dates = formats.either(query.dates.map((range) => timeOfDays(range, view)));
  const negated = query.clauses.flatMap((clause) => (clause.negated ? clause.any : []));
  const modifiers = [...links, dates].filter((text) => text !== '');
  const phrase = t(modifiers.length === 0 ? 'answers:query.bare' : 'answers:query.phrase', {
    adjectives: adjectives
      .map((clause) => formats.either(clause.any.map((term) => termName(term, view))))
      .join(t('answers:query.adjective-separator')),
    noun: noun(query, intent, view, count),
    links: links.join(t('answers:query.separator')),
    dates,
    without:
      negated.length === 0
        ? ''
        : t('answers:query.without', { names: formats.list(negated.map((term) => termName(term, view))) }),
  });
  return phrase.replaceAll(/ {2,}/g, ' ').trim();
}

function noun(query: Query, intent: RecordIntent, view: View, count: number): string {
  const { t } = view.language;
  const plural = t(`answers:query.noun.${intent}`, { count: query.pick === 'all' ? count : 1 });
  return query.pick === 'all' ? plural : t(`answers:query.pick.${query.pick}`, { noun: plural });
}

const adjectiveKinds = new Set<Term['kind']>(['mode', 'mission-status', 'pilot-status', 'organisation-kind']);

function isAdjective(term: Term): boolean {
  return adjectiveKinds.has(term.kind);
}

/** One phrase for each part that the clauses play: "from Rome", "to Yantai or Kunming", "on Blockchain". */
function linkPhrases(clauses: readonly Clause[], intent: RecordIntent, view: View): string[] {
  const { t, formats } = view.language;
  const byLink = new Map<LinkKey, string[]>();
  for (const { any } of clauses) {
    const [first] = any;
    if (first === undefined) continue;
    const link = linkOf(first, intent);
    const names = formats.either(any.map((term) => termName(term, view)));
    byLink.set(link, [...(byLink.get(link) ?? []), names]);
  }
  return linkOrder.flatMap((link) => {
    const names = byLink.get(link);
    return names === undefined ? [] : [t(`answers:query.link.${link}`, { names: formats.list(names) })];
  });
}

const linkOrder = [
  'missions',
  'pilots',
  'status',
  'partners',
  'city',
  'traveller',
  'host',
  'organisation',
  'theme',
  'topic',
  'mission',
  'pilot',
  'outcome',
] as const;
type LinkKey = (typeof linkOrder)[number];

function linkOf(term: Term, intent: RecordIntent): LinkKey {
  switch (term.kind) {
    case 'city':
    case 'country':
    case 'group':
      return term.role === 'any' ? intent : term.role;
    case 'organisation':
    case 'theme':
    case 'topic':
    case 'mission':
    case 'pilot':
    case 'outcome':
      return term.kind;
    default:
      return 'organisation';
  }
}
