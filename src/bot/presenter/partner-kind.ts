import type { Organisation } from '../../programme/schema.js';
import type { Query } from '../../query/query.js';
import type { Block } from '../reply.js';
import { positiveTerms } from './queries.js';
import { recordsOf } from './records.js';
import type { View } from './view.js';

/** The partners that a question names, if it names any. */
export function partnersNamed(query: Query, view: View): Organisation[] {
  const ids = positiveTerms(query).flatMap((term) => (term.kind === 'organisation' ? [term.id] : []));
  return recordsOf(view.programme.organisations, new Set(ids));
}

/** "No – it is a company.": what kind of organisation the one partner is that a question asks this of. */
export function whetherOfKind(query: Query, view: View): Block | undefined {
  const { t } = view.language;
  if (query.intent !== 'partners' || query.ask !== 'whether' || query.linked !== undefined) return undefined;
  const [only, ...others] = partnersNamed(query, view);
  const asked = positiveTerms(query).flatMap((term) => (term.kind === 'organisation-kind' ? [term.is] : []));
  if (only === undefined || others.length > 0 || asked.length === 0) return undefined;
  const kind = t(`answers:partner.is.${only.kind}`);
  // A group of universities is asked for by the same word as a university.
  const choices = new Set(asked.map((one) => (one === 'university-group' ? 'university' : one)));
  if (!asked.includes(only.kind)) return { kind: 'text', text: t('answers:partner.is-no', { kind }) };
  return {
    kind: 'text',
    text: t(choices.size > 1 ? 'answers:partner.is-either' : 'answers:partner.is-yes', { kind }),
  };
}
