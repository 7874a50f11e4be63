import type { Clause, Term } from '../../query/query.js';
import type { RecordIntent } from './records.js';
import { termNames } from './term-name.js';
import type { View } from './view.js';

/** The parts that conditions play beside the noun, in the order they are said in. */
const order = [
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
type Link = (typeof order)[number];

/** One phrase for each part that the clauses play: "from Rome to Yantai or Kunming", "on Blockchain". */
export function linkPhrases(clauses: readonly Clause[], intent: RecordIntent, view: View): string[] {
  const { t } = view.language;
  const names = namesByLink(clauses, intent, view);
  const travellers = names.get('traveller');
  const hosts = names.get('host');
  if (travellers !== undefined && hosts !== undefined) {
    names.delete('host');
    names.set('traveller', t('answers:query.link.journey', { travellers, hosts }));
  }
  return order.flatMap((link) => {
    const phrase = names.get(link);
    if (phrase === undefined) return [];
    if (link === 'traveller' && hosts !== undefined) return [phrase];
    return [t(`answers:query.link.${link}`, { names: phrase })];
  });
}

/** The names within each part: alternatives of a clause with "or", several clauses with "and". */
function namesByLink(clauses: readonly Clause[], intent: RecordIntent, view: View): Map<Link, string> {
  const { formats } = view.language;
  const found = new Map<Link, string[]>();
  for (const { any } of clauses) {
    const link = any[0] && linkOf(any[0], intent);
    if (link === undefined) continue;
    found.set(link, [...(found.get(link) ?? []), termNames(any, view)]);
  }
  return new Map([...found].map(([link, names]) => [link, formats.list(new Set(names))]));
}

/** None for what stands before the noun or is the noun: a status, a mode, a kind of organisation, a group of cities. */
function linkOf(term: Term, intent: RecordIntent): Link | undefined {
  switch (term.kind) {
    case 'city':
    case 'country':
    case 'group':
      if (term.kind === 'group' && intent === 'city') return undefined;
      return term.role === 'any' ? intent : term.role;
    case 'organisation':
    case 'theme':
    case 'topic':
    case 'mission':
    case 'pilot':
    case 'outcome':
      return term.kind;
    default:
      return undefined;
  }
}
