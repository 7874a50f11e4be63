import type { Clause, Query, Term } from '../../query/query.js';
import type { RecordIntent } from './records.js';
import { termName } from './term-name.js';
import type { View } from './view.js';

/** Phrases for what a query leaves out; an empty one for what it does not. */
export interface Exclusions {
  /** "Other than universities and companies": records by what they are. */
  other: string;
  /** "That were not online". */
  not: string;
  /** "Without Rome", "that are not proposed". */
  without: string;
  /** As `without`, behind a bare name. */
  beside: string;
}

type Kind = 'other-than' | 'not' | 'not-standing' | 'without';

/** What a query leaves out, by the words it is said in. */
export function exclusionsOf(clauses: readonly Clause[], intent: RecordIntent, view: View): Exclusions {
  const { t, formats } = view.language;
  const terms = clauses.flatMap(({ any, negated }) => (negated ? any : []));
  const namesOf = (...kinds: Kind[]) =>
    formats.list(
      new Set(
        namable(terms)
          .filter((term) => kinds.includes(kindOf(term, intent)))
          .map((term) => termName(term, view)),
      ),
    );
  const say = (kind: Kind) => {
    const names = namesOf(kind);
    return names === '' ? '' : t(`answers:query.${kind}`, { names });
  };
  const beside = namesOf('without', 'not-standing');
  return {
    other: say('other-than'),
    not: say('not'),
    without: [say('not-standing'), say('without')]
      .filter((phrase) => phrase !== '')
      .join(t('answers:query.separator')),
    beside: beside === '' ? '' : t('answers:query.beside', { names: beside }),
  };
}

/** Who excepts universities means groups of them as well, and need not be told. */
function namable(terms: readonly Term[]): readonly Term[] {
  const isKind = (term: Term, is: 'university' | 'university-group') =>
    term.kind === 'organisation-kind' && term.is === is;
  return terms.some((term) => isKind(term, 'university'))
    ? terms.filter((term) => !isKind(term, 'university-group'))
    : terms;
}

function kindOf({ kind }: Term, intent: Query['intent']): Kind {
  switch (kind) {
    case 'mode':
      return 'not';
    case 'mission-status':
    case 'pilot-status':
      return 'not-standing';
    case 'organisation-kind':
    case 'organisation':
      return intent === 'partners' ? 'other-than' : 'without';
    case 'city':
    case 'group':
      return intent === 'city' ? 'other-than' : 'without';
    default:
      return 'without';
  }
}
