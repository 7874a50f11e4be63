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
  'organisation-kind',
  'theme',
  'topic',
  'mission',
  'pilot',
  'outcome',
] as const;
type Link = (typeof order)[number];

/** Phrases of conditions, and whether the last of them is a bare name, which needs no mark before what follows. */
export interface LinkPhrases {
  phrases: readonly string[];
  isName: boolean;
}

/** One phrase for each part that the clauses play: "from Rome to Yantai or Kunming", "on Blockchain". */
export function linkPhrases(clauses: readonly Clause[], intent: RecordIntent, view: View): LinkPhrases {
  const { t } = view.language;
  const names = namesByLink(clauses, intent, view);
  const travellers = names.get('traveller');
  const hosts = names.get('host');
  if (travellers !== undefined && hosts !== undefined) {
    names.delete('host');
    names.set('traveller', t('answers:query.link.journey', { travellers, hosts }));
  }
  const own = names.get(intent);
  const phrases = order.flatMap((link) => {
    const phrase = names.get(link);
    if (phrase === undefined || link === intent) return [];
    if (link === 'traveller' && hosts !== undefined) return [phrase];
    return [t(`answers:query.link.${link}`, { names: phrase })];
  });
  if (own === undefined) return { phrases, isName: false };
  const name = t(`answers:query.link.${intent}`, { names: own });
  const [first, ...others] = phrases;
  if (first === undefined) return { phrases: [name], isName: true };
  return { phrases: [`${name}${t('answers:query.name-separator')}${first}`, ...others], isName: false };
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

/** None for what stands before the noun or is the noun: a status, a mode, a partner's own kind, cities themselves. */
function linkOf(term: Term, intent: RecordIntent): Link | undefined {
  switch (term.kind) {
    case 'city':
    case 'country':
    case 'group':
      if (term.kind !== 'country' && intent === 'city') return undefined;
      return term.role === 'any' ? intent : term.role;
    case 'organisation-kind':
      return intent === 'partners' ? undefined : term.kind;
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
