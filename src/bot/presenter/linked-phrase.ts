import type { Link, Query, Term } from '../../query/query.js';
import type { RecordIntent } from './records.js';
import { termNames } from './term-name.js';
import { timeOfAny } from './time-phrase.js';
import type { View } from './view.js';

/** The phrases for a query itself, which a link's phrase may hold in turn. */
interface Describing {
  /** The title when the query names just one record, in quotation marks. */
  title(query: Query, intent: RecordIntent): string | undefined;
  records(query: Query): string;
}

/** How cities or partners hang together with missions or pilots: "visited by Rome in 2019", "in pilots with Nanjing". */
export function linkedPhrase(link: Link, query: Query, view: View, describe: Describing): string {
  const { t } = view.language;
  const { clauses, by } = link;
  const inner: Query = { intent: by, ask: 'list', clauses, dates: query.dates, pick: query.pick };
  const title = describe.title(inner, by);
  const of = query.intent === 'partners' ? 'partners' : 'city';
  const all = clauses.map(({ any }) => any);
  const isPlain = query.pick === 'all' && clauses.every(({ negated }) => !negated);
  const dates = timeOfAny(query.dates, view);
  const what = title ?? describe.records(inner);
  if (title !== undefined && !link.negated) return t(`answers:query.linked.record.${of}`, { what });
  if (by === 'missions' && isPlain) {
    const phrase = journeyPhrase(link, all, dates, view);
    if (phrase !== undefined) return phrase;
  }
  if (by === 'pilots' && isPlain) {
    if (all.length === 0) return t(`answers:query.linked.${link.negated ? 'no-pilots' : 'pilots'}.${of}`);
    const names = all.map((any) => termNames(any, view)).join(t('answers:list.separator'));
    if (!link.negated && all.flat().every(isParty)) {
      return t(`answers:query.linked.pilots-with.${of}`, { names });
    }
    if (!link.negated && all.flat().every(({ kind }) => kind === 'organisation')) {
      return t('answers:query.linked.organisation', { names });
    }
    const [about] = all.flat().map(({ kind }) => kind);
    const isOne = all.flat().every(({ kind }) => kind === about);
    if (!link.negated && isOne && (about === 'topic' || about === 'theme')) {
      return t(`answers:query.linked.pilots-about.${about}`, { names });
    }
  }
  return t(`answers:query.linked.${link.negated ? 'not' : of === 'city' ? link.role : 'any'}`, { what });
}

const isParty = ({ kind }: Term) => kind === 'city' || kind === 'country' || kind === 'group';

/** Journeys between the cities and the other side, or journeys at all. */
function journeyPhrase(
  { role, negated }: Link,
  all: readonly (readonly Term[])[],
  dates: string,
  view: View,
): string | undefined {
  const { t } = view.language;
  if (role === 'any') return undefined;
  const side = negated ? 'no-journey' : 'journey';
  if (all.length === 0) return t(`answers:query.linked.${side}.${role}`, { dates });
  const other = role === 'host' ? 'traveller' : 'host';
  const opposite = all.flat().every((term) => isParty(term) && 'role' in term && term.role === other);
  if (!opposite) return undefined;
  const names = view.language.formats.list(all.map((any) => termNames(any, view)));
  return t(`answers:query.linked.${side}-with.${role}`, { dates, names });
}
