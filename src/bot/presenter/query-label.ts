import type { Clause, Query, Term } from '../../query/query.js';
import { exclusionsOf } from './exclusions.js';
import { linkPhrases } from './link-phrases.js';
import { linkedPhrase } from './linked-phrase.js';
import { positiveTerms } from './queries.js';
import { nounOf } from './query-noun.js';
import type { RecordIntent } from './records.js';
import { termName, termNames } from './term-name.js';
import { tidied } from './tidy-query.js';
import { timeOfAny } from './time-phrase.js';
import type { View } from './view.js';
import { quoted } from './words.js';

/** A short noun phrase for a query, without a capital or a full stop: "pilots with Kunming", 昆明的试点. */
export function describeQuery(asked: Query, view: View): string {
  const { t } = view.language;
  const query = tidied(asked, view.programme);
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
export function describeRecords(
  asked: Query,
  view: View,
  count = asked.pick === 'all' ? 2 : (asked.count ?? 1),
): string {
  const { t } = view.language;
  const query = tidied(asked, view.programme);
  const intent = query.intent as RecordIntent; // Nothing else looks for records.
  const positive = query.clauses.filter((clause) => !clause.negated);
  const ofKinds = (kinds: readonly Term['kind'][]) =>
    positive
      .filter(({ any }) => any.every(({ kind }) => kinds.includes(kind)))
      .map(({ any }) => termNames(any, view))
      .join(t('answers:query.adjective-separator'));
  const among = intent === 'partners' ? severalNamed(positive) : [];
  const linking = positive.filter((clause) => !among.includes(clause));
  const { phrases, isName } = linkPhrases(linking, intent, view);
  const separator = t('answers:query.separator');
  const links = [phrases.join(separator), ...linkOf(query, view)]
    .filter((phrase) => phrase !== '')
    .join(isName ? t('answers:query.name-separator') : separator);
  const mark = t(isName ? 'answers:query.name-separator' : 'answers:query.state-separator');
  // The dates of a query with a link are the linked records' own.
  const dates = query.linked === undefined ? timeOfAny(query.dates, view) : '';
  const state = ofKinds(['mission-status', 'pilot-status']);
  const { other, not, without, beside } = exclusionsOf(query.clauses, intent, view);
  const excluded = other !== '' || without !== '';
  const bare = links === '' && dates === '' && state === '' && !excluded && among.length === 0;
  const phrase = t(bare ? 'answers:query.bare' : 'answers:query.phrase', {
    adjectives: modesOf(positive, view),
    noun: nounOf(query, intent, view, count),
    links,
    gap: links === '' || state === '' ? '' : mark,
    dates,
    state,
    apart: (links === '' && state === '') || isName || without === '' ? '' : t('answers:query.separator'),
    among: among.length === 0 ? '' : t('answers:query.among', { names: namesOfAll(among, view) }),
    other,
    not,
    without: isName ? '' : without,
    beside: isName ? beside : '',
  });
  // English leaves the spaces of absent parts behind.
  return phrase.replaceAll(/ {2,}/g, ' ').trim();
}

/** The clauses that name partners themselves, where they name more than one. */
function severalNamed(clauses: readonly Clause[]): readonly Clause[] {
  const naming = clauses.filter(({ any }) => any.every(({ kind }) => kind === 'organisation'));
  return naming.flatMap(({ any }) => any).length > 1 ? naming : [];
}

function namesOfAll(clauses: readonly Clause[], view: View): string {
  const names = clauses.flatMap(({ any }) => any.map((term) => termName(term, view)));
  return view.language.formats.list(new Set(names));
}

/** "In-person" or "online", as they stand before a noun. */
function modesOf(clauses: readonly Clause[], view: View): string {
  const { t, formats } = view.language;
  const modes = clauses.flatMap(({ any }) => {
    const words = any.flatMap((term) => (term.kind === 'mode' ? [t(`answers:query.mode.${term.is}`)] : []));
    return words.length === 0 ? [] : [formats.either(new Set(words))];
  });
  return modes.join(t('answers:query.adjective-separator'));
}

/** What a query restricts its records by, beside a link's own conditions. */
function linkOf(query: Query, view: View): string[] {
  if (query.linked === undefined) return [];
  const phrase = linkedPhrase(query.linked, query, view, {
    title: (inner, intent) => {
      const one = describeOne(inner, intent, view);
      return one === undefined ? undefined : quoted(one, view);
    },
    records: (inner) => describeRecords(inner, view),
  });
  return [phrase];
}
