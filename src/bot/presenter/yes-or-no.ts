import type { Found } from '../../query/answer.js';
import type { Term } from '../../query/query.js';
import type { Block } from '../reply.js';
import { positiveTerms } from './queries.js';
import { sentence } from './sentence.js';
import type { View } from './view.js';
import { capitalised } from './words.js';

/**
 * Yes or no first, then what it rests on when that is one sentence. An answer that does not say whether it holds gets
 * neither, since "yes" before an open question is nonsense.
 */
export function yesOrNo(found: Found, view: View, because?: string): Block[] {
  const { t } = view.language;
  const { holds } = found;
  if (holds === undefined || (holds && (asksForAll(found) || offersChoice(found)))) {
    return because === undefined ? [] : [sentence(because, view)];
  }
  if (because !== undefined) {
    const values = { because: capitalised(because) };
    return [{ kind: 'text', text: t(`answers:whether.${holds ? 'yes' : 'no'}-because`, values) }];
  }
  return [{ kind: 'text', text: t(holds ? yesOf(found) : noOf(found)) }];
}

/** "What cities are there?" may come as a question of whether there are any; the list says so itself. */
function asksForAll({ query: { clauses, dates, linked, facet } }: Found): boolean {
  return clauses.length + dates.length === 0 && linked === undefined && facet === undefined;
}

/** "Is it in Rome or in Yantai?": its place is the answer. */
function offersChoice({ query: { intent, clauses } }: Found): boolean {
  const isPlace = ({ kind }: Term) => kind === 'city' || kind === 'country';
  return (
    (intent === 'city' || intent === 'partners') &&
    clauses.some(({ any, negated }) => !negated && any.length > 1 && any.every(isPlace))
  );
}

/** Chinese affirms that there is something (pilots, partners) and that something is so in different words. */
function yesOf({ query }: Found) {
  const { intent } = query;
  const isNamed = intent === 'partners' && positiveTerms(query).some(({ kind }) => kind === 'organisation');
  return (intent === 'pilots' || intent === 'partners') && !isNamed
    ? 'answers:whether.there-is'
    : 'answers:whether.yes';
}

/** And so it denies what there is and what something is, such as a member. */
function noOf({ query: { intent } }: Found) {
  return intent === 'city' ? 'answers:whether.is-not' : 'answers:whether.no';
}
